import Foundation
import Searching

/// What an evaluation found, as people read it.
enum EvaluationText {
  /// Wanted results that are shown of a query; `--json` has them all.
  private static let maximumWanted = 5

  /// The scores come first, in one line.
  static func print(_ report: EvaluationReport, comparedWith run: String?) {
    Swift.print(report.scores.line)
    if let test = report.comparison, let run { print(test, run) }
    for query in report.queries ?? [] { print(query) }
  }

  private static func print(_ test: PairedTest, _ run: String) {
    let difference = String(format: "%.4f against %.4f, %+.4f", test.mean, test.otherMean, test.difference)
    Swift.print(
      "nDCG@10 \(difference)  wins \(test.wins)  ties \(test.ties)  losses \(test.losses)  "
        + "p \(pValue(test))  (other: \(Terminal.sanitized(run)))")
  }

  static func pValue(_ test: PairedTest) -> String { String(format: "%.4f", test.pValue) }

  private static func print(_ query: QueryReport) {
    let heading = "\(query.query.id)  \(onOneLine(query.query.text))"
    Swift.print("\n\(String(format: "%.4f", query.metrics.ndcgAt10))  \(Terminal.bold(heading))")
    if let first = query.first, query.wanted.first?.place != 1 { print(first, place: 1, note: "first") }
    for wanted in query.wanted.prefix(maximumWanted) {
      let grade = wanted.grade == 1 ? "wanted" : "wanted, grade \(wanted.grade)"
      if let result = wanted.result, let place = wanted.place {
        print(result, place: place, note: grade)
      } else {
        Swift.print("     -  \(onOneLine(wanted.id))  \(grade), not among the \(query.found) found")
      }
    }
    if query.wanted.count > maximumWanted {
      Swift.print("        … and \(query.wanted.count - maximumWanted) more wanted (--json lists them)")
    }
  }

  private static func print(_ result: RankedResult, place: Int, note: String) {
    let score = String(format: "%.4f", result.score)
    Swift.print("\(String(format: "%6d", place))  \(onOneLine(result.id))  \(note)  \(score)")
    let parts = result.parts.map { $0.name + String(format: " %.4f × %g", $0.value, $0.weight) }
    Swift.print(Terminal.dim("        = \(parts.joined(separator: " + "))"))
  }

  private static func onOneLine(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let length = max(20, Terminal.width - 30)
    return Terminal.sanitized(line.count > length ? "\(line.prefix(length))…" : line)
  }
}
