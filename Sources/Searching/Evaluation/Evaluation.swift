import Foundation

/// Runs queries against an index and scores what comes back.
public struct Evaluation {
  /// One query's ranking.
  public struct Ranking: Sendable {
    /// What was asked.
    public var query: EvaluationQuery
    /// Best first; the query's own id and what it excludes are left out.
    public var results: [(id: String, score: Double)]
    /// Seconds of this query.
    public var seconds: Double
    /// Nil when the query has no judgement.
    public var metrics: Metrics?
  }

  /// What is ranked.
  public let rank: SearchRequest.Rank
  /// Results per query.
  public let limit: Int

  /// - Parameter limit: results per query; at least 100 for R@100 to mean what it says.
  public init(rank: SearchRequest.Rank, limit: Int = 100) {
    self.rank = rank
    self.limit = limit
  }

  /// - Throws: `IndexError`.
  public func run(
    _ queries: [EvaluationQuery], on index: SearchIndex, qrels: Qrels?, withSnippets: Bool = false
  ) throws -> [Ranking] {
    try queries.map { query in
      let start = ContinuousClock.now
      var request = SearchRequest(query.text)
      // What the query excludes may be among the first.
      request.limit = limit + 2
      request.snippets = withSnippets
      let found: [(id: String, score: Double)]
      switch rank {
      case .debates: found = try index.debates(request).results.map { ($0.id, $0.score) }
      case .passages: found = try index.passages(request).results.map { ($0.id, $0.score) }
      }
      let taken = (ContinuousClock.now - start).components
      let results = found.filter { $0.id != query.id && $0.id != query.exclude }.prefix(limit)
      return Ranking(
        query: query, results: Array(results),
        seconds: Double(taken.seconds) + Double(taken.attoseconds) / 1e18,
        metrics: qrels?.grades[query.id].map { Metrics(ranking: results.map(\.id), grades: $0) })
    }
  }

  /// A TREC run: `query Q0 id rank score tag`, one result a line.
  public static func trecRun(_ rankings: [Ranking], tag: String = "palabre") -> String {
    var run = ""
    for ranking in rankings {
      for (rank, result) in ranking.results.enumerated() {
        run += "\(ranking.query.id) Q0 \(result.id) \(rank + 1) \(result.score) \(tag)\n"
      }
    }
    return run
  }
}
