import Foundation

/// Runs queries against an index and scores what comes back.
public struct Evaluation {
  /// One query's ranking.
  public struct Ranking: Sendable {
    /// What was asked.
    public var query: EvaluationQuery
    /// Best first; the query's own id and what it excludes are left out.
    public var results: [RankedResult]
    /// Seconds of this query.
    public var seconds: Double
    /// Nil when the query has no judgement.
    public var metrics: Metrics?
  }

  /// What is ranked.
  public let rank: EvaluatedRank
  /// Results per query.
  public let limit: Int

  /// - Parameter limit: results per query; at least 100 for R@100 to mean what it says.
  public init(rank: EvaluatedRank, limit: Int = 100) {
    self.rank = rank
    self.limit = limit
  }

  /// - Throws: `IndexError`.
  public func run(_ queries: [EvaluationQuery], on index: SearchIndex, qrels: Qrels?) throws -> [Ranking] {
    try queries.map { query in
      // What the query excludes may be among the first.
      let limit = limit + 2
      let start = ContinuousClock.now
      let found = try index.ranking(query, by: rank, limit: limit)
      let taken = (ContinuousClock.now - start).components
      let results = found.filter { $0.id != query.id && $0.id != query.exclude }.prefix(self.limit)
      return Ranking(
        query: query, results: Array(results),
        seconds: Double(taken.seconds) + Double(taken.attoseconds) / 1e18,
        metrics: qrels?.grades[query.id].map { Metrics(ranking: results.map(\.id), grades: $0) })
    }
  }
}
