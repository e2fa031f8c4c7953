/// What each setting of a grid is worth, beside the setting that is in use.
public struct Sweep: Sendable {
  /// A setting and what its rankings are worth.
  public struct Row: Sendable {
    /// A value for each axis of the grid.
    public let values: [Double]
    /// Means over the judged queries.
    public let mean: Metrics
    /// nDCG@10 against the setting in use.
    public let test: PairedTest
    /// Whether it is the setting in use.
    public let isDefault: Bool
    /// Whether no setting has a higher nDCG@10, and none before it the same.
    public fileprivate(set) var isBest = false
  }

  /// What varies.
  public let axes: [ParameterGrid.Axis]
  /// In the order of the grid; the setting in use comes first when it is not of the grid.
  public let rows: [Row]

  /// Settings that are ranked by: those of the grid, and the one in use.
  public static func settings(_ grid: ParameterGrid, base: RankingParameters) -> [ParameterGrid.Setting] {
    if grid.settings.contains(where: { $0.parameters == base }) { return grid.settings }
    return [.init(values: grid.axes.map { base.value(of: $0.name) ?? 0 }, parameters: base)] + grid.settings
  }

  /// Ranks all queries by each setting. The index is opened once, its parameters are those in use.
  ///
  /// - Parameter progress: told after each query of each setting.
  /// - Throws: `IndexError`.
  public init(
    _ grid: ParameterGrid, of evaluation: Evaluation, _ queries: [EvaluationQuery], on index: SearchIndex,
    qrels: Qrels, progress: () -> Void = {}
  ) throws {
    let base = index.parameters
    defer { index.parameters = base }
    let judged = queries.filter { qrels.grades[$0.id] != nil }
    let scored = try Sweep.settings(grid, base: base).map { setting in
      index.parameters = setting.parameters
      let metrics = try evaluation.run(judged, on: index, qrels: qrels, progress: progress).compactMap(\.metrics)
      return (setting: setting, metrics: metrics)
    }
    let inUse = scored.first { $0.setting.parameters == base }?.metrics ?? []
    var rows = scored.map { setting, metrics in
      Row(
        values: setting.values, mean: Metrics.mean(metrics),
        test: PairedTest(zip(metrics, inUse).map { ($0.ndcgAt10, $1.ndcgAt10) }),
        isDefault: setting.parameters == base)
    }
    let best = rows.indices.max { (rows[$0].mean.ndcgAt10, $1) < (rows[$1].mean.ndcgAt10, $0) }
    if let best { rows[best].isBest = true }
    axes = grid.axes
    self.rows = rows
  }
}
