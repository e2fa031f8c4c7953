import Foundation
import Searching

/// Means over all judged queries, and latency over all queries.
struct Scores: Encodable {
  var queries: Int
  var judged: Int
  var metrics: Metrics?
  var p50Milliseconds: Double
  var p99Milliseconds: Double

  enum CodingKeys: String, CodingKey {
    case queries, judged
    case p50Milliseconds = "p50_ms"
    case p99Milliseconds = "p99_ms"
  }

  init(_ rankings: [Evaluation.Ranking]) {
    let metrics = rankings.compactMap(\.metrics)
    queries = rankings.count
    judged = metrics.count
    self.metrics = metrics.isEmpty ? nil : Metrics.mean(metrics)
    let times = rankings.map { $0.seconds * 1000 }.sorted()
    p50Milliseconds = Scores.quantile(times, 0.5)
    p99Milliseconds = Scores.quantile(times, 0.99)
  }

  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(queries, forKey: .queries)
    try container.encode(judged, forKey: .judged)
    try container.encode(p50Milliseconds, forKey: .p50Milliseconds)
    try container.encode(p99Milliseconds, forKey: .p99Milliseconds)
    if let metrics { try NamedMetrics(metrics).encode(to: encoder) }
  }

  var line: String {
    let scores = metrics.map {
      [
        String(format: "nDCG@10 %.4f", $0.ndcgAt10), String(format: "MRR@10 %.4f", $0.reciprocalRankAt10),
        String(format: "R@100 %.4f", $0.recallAt100),
      ]
    }
    return
      ((scores ?? []) + [
        "queries \(queries)" + (judged < queries ? " (\(judged) judged)" : ""),
        String(format: "p50 %.2f ms", p50Milliseconds), String(format: "p99 %.2f ms", p99Milliseconds),
      ]).joined(separator: "  ")
  }
}

/// Metrics by the names that they have elsewhere.
struct NamedMetrics: Encodable {
  enum CodingKeys: String, CodingKey {
    case ndcgAt10 = "nDCG@10"
    case mrrAt10 = "MRR@10"
    case recallAt100 = "R@100"
  }

  private let ndcgAt10: Double
  private let mrrAt10: Double
  private let recallAt100: Double

  init(_ metrics: Metrics) {
    ndcgAt10 = metrics.ndcgAt10
    mrrAt10 = metrics.reciprocalRankAt10
    recallAt100 = metrics.recallAt100
  }
}
