extension PairedTest {
  /// nDCG@10 of rankings against those of a run, on the judged queries; the run is scored as `Evaluation` scores.
  ///
  /// - Parameter path: where the run is from, for errors.
  /// - Throws: `EvaluationError.foreignRun` when the run ranks none of the queries.
  public init(
    _ rankings: [Evaluation.Ranking], _ qrels: Qrels, against run: Run, from path: String
  ) throws(EvaluationError) {
    let judged = rankings.filter { $0.metrics != nil }
    guard judged.contains(where: { run.results[$0.query.id] != nil }) else { throw .foreignRun(path) }
    self.init(
      judged.map { ranking in
        let others = (run.results[ranking.query.id] ?? []).filter { ranking.query.counts($0) }
        let other = Metrics(ranking: others, grades: qrels.grades[ranking.query.id] ?? [:])
        return (ranking.metrics?.ndcgAt10 ?? 0, other.ndcgAt10)
      })
  }
}
