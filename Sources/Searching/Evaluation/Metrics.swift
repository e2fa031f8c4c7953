import Foundation

/// What a ranking is worth by judgements, as `trec_eval` counts it.
public struct Metrics: Sendable, Equatable, Codable {
  /// Discounted cumulative gain of the first ten over the ideal one: Σ grade / log2(rank + 1)
  /// (Järvelin and Kekäläinen 2002, with the linear gain of `trec_eval`).
  public var ndcgAt10 = 0.0
  /// One over the rank of the first relevant result among the first ten, else 0.
  public var reciprocalRankAt10 = 0.0
  /// The share of the relevant results that are among the first hundred.
  public var recallAt100 = 0.0

  /// All zero: a query without results.
  public init() {}

  /// - Parameters:
  ///   - ranking: ids, best first, without what the query excludes.
  ///   - grades: the judged ids.
  public init(ranking: [String], grades: [String: Int]) {
    let relevant = grades.filter { $0.value > 0 }
    guard !relevant.isEmpty else { return }
    let gains = ranking.prefix(10).map { Double(max(0, relevant[$0] ?? 0)) }
    let ideal = relevant.values.sorted(by: >).prefix(10).map(Double.init)
    ndcgAt10 = Metrics.discounted(gains) / Metrics.discounted(ideal)
    if let first = ranking.prefix(10).firstIndex(where: { relevant[$0] != nil }) {
      reciprocalRankAt10 = 1 / Double(first + 1)
    }
    recallAt100 = Double(ranking.prefix(100).count { relevant[$0] != nil }) / Double(relevant.count)
  }

  private static func discounted(_ gains: [Double]) -> Double {
    gains.enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset) + 2) }
  }

  /// The mean over queries; one without results counts 0.
  public static func mean(_ all: [Metrics]) -> Metrics {
    var mean = Metrics()
    guard !all.isEmpty else { return mean }
    let count = Double(all.count)
    mean.ndcgAt10 = all.reduce(0) { $0 + $1.ndcgAt10 } / count
    mean.reciprocalRankAt10 = all.reduce(0) { $0 + $1.reciprocalRankAt10 } / count
    mean.recallAt100 = all.reduce(0) { $0 + $1.recallAt100 } / count
    return mean
  }
}
