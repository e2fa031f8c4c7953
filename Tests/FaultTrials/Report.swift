/// What came of the trials, a row to each kind.
public struct Report: Sendable {
  private struct Row {
    var trials = 0
    var struck = 0
    var searches = 0
    var lost = 0
    var unreadable = 0
    var other = 0
    var partial = 0
  }

  private let order: [String]
  private var rows: [String: Row] = [:]

  init(_ trials: [Trial]) {
    var order: [String] = []
    for trial in trials where order.last != trial.row { order.append(trial.row) }
    self.order = order
  }

  mutating func add(_ outcome: Outcome, of trial: Trial) {
    let kinds = Set(outcome.problems.map(\.kind))
    var row = rows[trial.row] ?? Row()
    row.trials += 1
    row.struck += outcome.hasStruck ? 1 : 0
    row.searches += outcome.searches
    row.lost += kinds.contains(.lost) ? 1 : 0
    row.unreadable += kinds.contains(.unreadable) ? 1 : 0
    row.other += kinds.contains(.other) ? 1 : 0
    row.partial += kinds.contains(.partial) ? 1 : 0
    rows[trial.row] = row
  }

  /// Whether nothing was wrong.
  public var isClean: Bool { rows.values.allSatisfy { $0.lost + $0.unreadable + $0.other == 0 } }

  /// The rows in which no disturbance came before the end of its run.
  public var rowsWithoutEffect: [String] { order.filter { (rows[$0]?.struck ?? 0) == 0 } }

  /// A table for people, in Markdown.
  public var table: String {
    let heads = ["trial", "trials", "struck", "searches", "lost", "unreadable", "other", "partial"]
    let cells = order.map { name in
      let row = rows[name] ?? Row()
      return [name]
        + [row.trials, row.struck, row.searches, row.lost, row.unreadable, row.other, row.partial].map { "\($0)" }
    }
    let widths = heads.indices.map { column in ([heads] + cells).map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = widths.enumerated().map {
      $0.offset == 0
        ? String(repeating: "-", count: $0.element)
        : String(repeating: "-", count: $0.element - 1) + ":"
    }
    return ([line(heads), line(rule)] + cells.map(line)).joined(separator: "\n")
  }
}
