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
  /// Whether what is timed is the full answer, with evidence and snippets.
  public let timesAnswers: Bool

  /// - Parameter limit: results per query; at least 100 for R@100 to mean what it says.
  public init(rank: EvaluatedRank, limit: Int = 100, timesAnswers: Bool = false) {
    self.rank = rank
    self.limit = limit
    self.timesAnswers = timesAnswers
  }

  /// - Parameter progress: told after each query.
  /// - Throws: `IndexError`.
  public func run(
    _ queries: [EvaluationQuery], on index: SearchIndex, qrels: Qrels?, progress: () -> Void = {}
  ) throws -> [Ranking] {
    try queries.map { query in
      defer { progress() }
      var answering: Double?
      if timesAnswers { answering = try Evaluation.seconds { try index.answer(query, by: rank, limit: limit) } }
      var found: [RankedResult] = []
      // What the query excludes may be among the first.
      let ranking = try Evaluation.seconds { found = try index.ranking(query, by: rank, limit: limit + 2) }
      let results = found.filter { query.counts($0.id) }.prefix(limit)
      return Ranking(
        query: query, results: Array(results), seconds: answering ?? ranking,
        metrics: qrels?.grades[query.id].map { Metrics(ranking: results.map(\.id), grades: $0) })
    }
  }

  private static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let taken = try ContinuousClock().measure(body).components
    return Double(taken.seconds) + Double(taken.attoseconds) / 1e18
  }
}
