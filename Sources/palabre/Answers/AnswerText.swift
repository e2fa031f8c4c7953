import Foundation
import Searching

/// Answers as people read them in a terminal.
extension TextSheet {
  /// Writes what was found, or what helps where that is nothing.
  ///
  /// - Parameters:
  ///   - offset: results on the pages before.
  ///   - nextPage: how to come to the next page; nil on the last one.
  mutating func write(_ answer: Answer, offset: Int, nextPage: String?) {
    let summary = answer.summary
    write(helpOf: summary)
    let first = offset + 1
    switch answer {
    case .debates(let answer):
      for (place, debate) in answer.results.enumerated() { write(debate, number: first + place) }
    case .passages(let answer): write(answer.results, firstNumber: first)
    case .speakers(let answer):
      for (place, speaker) in answer.results.enumerated() { write(speaker, number: first + place) }
    case .expertises(let answer):
      for (place, expertise) in answer.results.enumerated() { write(expertise, number: first + place) }
    }
    write(summary.facets)
    write(footerOf: summary, nextPage: nextPage)
  }

  private mutating func write(footerOf summary: AnswerSummary, nextPage: String?) {
    guard summary.total > 0 else { return }
    let about = summary.isEstimate ? "about " : ""
    let took = String(format: "%.1f", summary.tookMilliseconds)
    write(
      StyledText("\(about)\(AnswerText.counted(summary.total, summary.noun)), \(summary.shown) shown, \(took) ms", .dim)
    )
    if summary.isPartial { write(StyledText("Time was up: there may be better ones.", .dim)) }
    if let nextPage { write(StyledText("Next page: \(nextPage)", .dim)) }
  }
}

/// How answers put things.
enum AnswerText {
  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// The day of a date, or less where less is known.
  static func day(_ date: String) -> String { String(date.prefix { $0 != "T" }) }

  static func score(_ score: Double) -> StyledText { StyledText(String(format: "%.2f", score), .dim) }

  /// Hours, minutes and seconds of a recording.
  static func clock(_ seconds: Double) -> String {
    let seconds = Int(exactly: seconds.rounded(.down)) ?? 0
    return seconds < 3600
      ? String(format: "%d:%02d", seconds / 60, seconds % 60)
      : String(format: "%d:%02d:%02d", seconds / 3600, seconds % 3600 / 60, seconds % 60)
  }

  /// Between the parts of a line.
  static let gap = StyledText("  ")
}
