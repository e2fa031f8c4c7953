/// A result without its evidence: what it is ranked by, and what that is made of.
public struct RankedResult: Sendable, Equatable {
  /// A part of a score.
  public struct Part: Sendable, Equatable {
    /// What it counts.
    public var name: String
    /// What it came to, before its weight.
    public var value: Double
    /// What it is multiplied by.
    public var weight: Double

    /// Its share of the score.
    public var score: Double { value * weight }
  }

  /// Of a debate, a passage or a person their id; of an expertise its name.
  public var id: String
  /// What the score is the sum of.
  public var parts: [Part]
  /// What it is ranked by; comparable within one answer only.
  public var score: Double

  init(id: String, parts: [Part]) {
    self.id = id
    self.parts = parts
    score = parts.reduce(0) { $0 + $1.score }
  }
}
