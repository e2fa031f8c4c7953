/// What the audience thought of a subject.
public struct Opinions: Sendable, Hashable, Encodable {
  /// How many opinions were given.
  public var count: Int?
  /// Their mean, 0 to 5.
  public var mean: Double?

  /// A summary of opinions.
  public init(count: Int? = nil, mean: Double? = nil) {
    self.count = count
    self.mean = mean
  }
}
