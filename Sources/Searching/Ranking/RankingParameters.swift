/// Every constant of ranking: one set for all queries, tuned together by `palabre evaluate --set` on the sets of
/// `Documentation/ranking.md`, which tells what each is worth.
public struct RankingParameters: Sendable, Equatable {
  /// BM25: how fast repetition of a term saturates (Robertson and Zaragoza 2009, equation 3.15).
  public var k1 = 1.4
  /// BM25: how much a passage's length counts.
  public var b = 0.6
  /// BM25: how fast repetition in the query saturates.
  public var k3 = 8.0
  /// The weight of the word as typed beside its stems.
  public var surfaceWeight = 0.8
  /// The weight of a compound's joined form beside its parts.
  public var wholeWeight = 1.0
  /// The weight of two neighbouring words of the query that are near each other in a passage.
  public var pairWeight = 0.4
  /// Longer queries are prose, whose neighbours mean less: no pairs are looked for.
  public var maximumPairedWords = 8
  /// Words of a long query that are asked for.
  public var maximumWords = 48
  /// Passages that vote.
  public var candidates = 1000
  /// A debate's score is the sum of its passages' scores, best first, each times this to the power of its rank.
  public var debateDecay = 0.2
  /// The share of a debate's score that it has as a whole, the rest being its passages'.
  public var wholeShare = 0.5
  /// BM25 of the whole debate: how much its length counts.
  public var wholeB = 0.9

  /// The tuned values.
  public init() {}
}

extension RankingParameters {
  /// The constants by name, for a command that tries other values.
  private static let constants: [(name: String, path: any WritableKeyPath<RankingParameters, Double> & Sendable)] = [
    ("k1", \.k1), ("b", \.b), ("k3", \.k3), ("surfaceWeight", \.surfaceWeight), ("wholeWeight", \.wholeWeight),
    ("debateDecay", \.debateDecay), ("pairWeight", \.pairWeight), ("wholeShare", \.wholeShare), ("wholeB", \.wholeB),
  ]
  private static let counts: [(name: String, path: any WritableKeyPath<RankingParameters, Int> & Sendable)] = [
    ("maximumWords", \.maximumWords), ("maximumPairedWords", \.maximumPairedWords), ("candidates", \.candidates),
  ]

  /// The names that `set` knows.
  public static var names: [String] { constants.map(\.name) + counts.map(\.name) }

  /// Sets a constant. Returns false when there is none of this name.
  public mutating func set(_ name: String, to value: Double) -> Bool {
    if let constant = RankingParameters.constants.first(where: { $0.name == name }) {
      self[keyPath: constant.path] = value
    } else if let count = RankingParameters.counts.first(where: { $0.name == name }), value >= 1, value < 1e6 {
      self[keyPath: count.path] = Int(value)
    } else {
      return false
    }
    return true
  }
}
