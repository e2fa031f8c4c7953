import Foundation
import Searching

/// What settings are worth, as JSON and as a table.
struct SweepReport: Encodable {
  private struct Setting: Encodable {
    enum CodingKeys: String, CodingKey {
      case parameters, best, againstDefault = "against_default"
      case isDefault = "default"
    }

    var names: [String]
    var row: Sweep.Row

    func encode(to encoder: any Encoder) throws {
      try NamedMetrics(row.mean).encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(Dictionary(uniqueKeysWithValues: zip(names, row.values)), forKey: .parameters)
      try container.encode(row.isBest, forKey: .best)
      try container.encode(row.isDefault, forKey: .isDefault)
      try container.encode(ComparisonReport(row.test), forKey: .againstDefault)
    }
  }

  private var settings: [Setting]

  init(_ sweep: Sweep) {
    settings = sweep.rows.map { Setting(names: sweep.axes.map(\.name), row: $0) }
  }

  static func print(_ sweep: Sweep) {
    let heading = sweep.axes.map(\.name) + ["nDCG@10", "MRR@10", "R@100", "p", ""]
    let rows =
      [heading]
      + sweep.rows.map { row in
        row.values.map { String(format: "%g", $0) }
          + [row.mean.ndcgAt10, row.mean.reciprocalRankAt10, row.mean.recallAt100].map { String(format: "%.4f", $0) }
          + [row.isDefault ? "-" : EvaluationText.pValue(row.test), mark(row)]
      }
    let widths = heading.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for (place, row) in rows.enumerated() {
      let line = zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
      let text = line.replacing(/\s+$/, with: "")
      Swift.print(place > 0 && sweep.rows[place - 1].isBest ? Terminal.bold(text) : text)
    }
    let queries = sweep.rows.first?.test.queries ?? 0
    Swift.print("\(queries) judged queries; p is against the default")
  }

  private static func mark(_ row: Sweep.Row) -> String {
    [row.isDefault ? "default" : nil, row.isBest ? "best" : nil].compactMap { $0 }.joined(separator: ", ")
  }
}
