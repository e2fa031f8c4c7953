/// Whether two systems differ by more than chance, from their scores on the same queries.
public struct PairedTest: Sendable, Equatable {
  /// Permutations that are tried: enough to tell a p-value of .05 from one of .06.
  public static let permutations = 10_000
  private static let seed: UInt64 = 20_070_911

  /// Queries that both were scored on.
  public let queries: Int
  /// The mean score of the first system.
  public let mean: Double
  /// The mean score of the other.
  public let otherMean: Double
  /// Queries on which the first is better.
  public let wins: Int
  /// Queries on which both are the same.
  public let ties: Int
  /// Queries on which the first is worse.
  public let losses: Int
  /// How often chance alone makes a difference as large, in either direction: 0...1.
  public let pValue: Double

  /// How much better the first is.
  public var difference: Double { mean - otherMean }

  /// The two-sided paired randomisation test: were both the same system, each query's difference could as well have
  /// the other sign (Smucker, Allan and Carterette 2007, "A comparison of statistical significance tests for
  /// information retrieval evaluation"). What was seen counts as one permutation, so that p is never 0.
  ///
  /// - Parameter pairs: the scores of both for each query.
  public init(_ pairs: [(score: Double, other: Double)]) {
    let differences = pairs.map { $0.score - $0.other }
    queries = pairs.count
    mean = PairedTest.mean(pairs.map(\.score))
    otherMean = PairedTest.mean(pairs.map(\.other))
    wins = differences.count { $0 > PairedTest.same }
    losses = differences.count { $0 < -PairedTest.same }
    ties = pairs.count - wins - losses
    pValue = PairedTest.pValue(differences.filter { abs($0) > PairedTest.same })
  }

  /// Rounding must not make a difference.
  private static let same = 1e-9

  private static func mean(_ scores: [Double]) -> Double {
    scores.isEmpty ? 0 : scores.reduce(0, +) / Double(scores.count)
  }

  private static func pValue(_ differences: [Double]) -> Double {
    let seen = abs(differences.reduce(0, +)) - same
    var generator = SplitMix64(state: seed)
    var asLarge = 1
    for _ in 0..<permutations {
      var sum = 0.0
      var signs: UInt64 = 0
      for (index, difference) in differences.enumerated() {
        if index % 64 == 0 { signs = generator.next() }
        sum += signs & 1 == 0 ? difference : -difference
        signs >>= 1
      }
      if abs(sum) >= seen { asLarge += 1 }
    }
    return Double(asLarge) / Double(permutations + 1)
  }
}

/// The same numbers on every machine (Steele, Lea and Flood 2014).
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
