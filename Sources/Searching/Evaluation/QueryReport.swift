/// How one query was answered, and why: where its wanted results came.
public struct QueryReport: Sendable {
  /// A result that the judgements want.
  public struct Wanted: Sendable, Equatable {
    /// Its id.
    public let id: String
    /// How much it is wanted, above 0.
    public let grade: Int
    /// From 1; nil when it is not among the results.
    public let place: Int?
    /// What its score is made of; nil when it is not among the results.
    public let result: RankedResult?
  }

  /// What was asked.
  public let query: EvaluationQuery
  /// What its ranking is worth.
  public let metrics: Metrics
  /// How many results there are.
  public let found: Int
  /// The result ranked first; nil when there is none.
  public let first: RankedResult?
  /// By their places; those that are missing come last, by their ids.
  public let wanted: [Wanted]

  /// Nil for a query without judgements.
  public init?(_ ranking: Evaluation.Ranking, _ qrels: Qrels) {
    guard let metrics = ranking.metrics, let grades = qrels.grades[ranking.query.id] else { return nil }
    query = ranking.query
    self.metrics = metrics
    found = ranking.results.count
    first = ranking.results.first
    var missing = grades.filter { $0.value > 0 && ranking.query.counts($0.key) }
    let landed = ranking.results.enumerated().compactMap { place, result in
      missing.removeValue(forKey: result.id).map {
        Wanted(id: result.id, grade: $0, place: place + 1, result: result)
      }
    }
    wanted =
      landed
      + missing.sorted { $0.key < $1.key }.map { Wanted(id: $0.key, grade: $0.value, place: nil, result: nil) }
  }

  /// One for each judged query, worst first; of equal ones in the order of the queries.
  public static func worstFirst(_ rankings: [Evaluation.Ranking], _ qrels: Qrels) -> [QueryReport] {
    rankings.compactMap { QueryReport($0, qrels) }.enumerated().sorted {
      ($0.element.metrics.ndcgAt10, $0.offset) < ($1.element.metrics.ndcgAt10, $1.offset)
    }.map(\.element)
  }
}
