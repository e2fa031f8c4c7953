import Debates
import Foundation
import Searching

/// Answers as people read them in a terminal.
enum AnswerText {
  static func print(_ answer: SearchResponse<DebateResult>, offset: Int) {
    for (place, debate) in answer.results.enumerated() {
      let title = debate.title.isEmpty ? debate.id : debate.title
      let date = debate.date.map { "  \(Terminal.dim($0))" } ?? ""
      out("\(offset + place + 1). \(Terminal.bold(onOneLine(title)))\(date)")
      out("   \(Terminal.dim(debate.url ?? debate.id))  \(score(debate.score))")
      for passage in debate.passages { show(passage, indent: "   ") }
      out("")
    }
    footer(answer.total, answer.estimated, answer.results.count, answer.tookMilliseconds, "debate")
  }

  static func print(_ answer: SearchResponse<PassageResult>, offset: Int) {
    for (place, passage) in answer.results.enumerated() {
      out("\(offset + place + 1). \(Terminal.dim(passage.url ?? passage.id))  \(score(passage.score))")
      show(passage, indent: "   ")
      out("")
    }
    footer(answer.total, answer.estimated, answer.results.count, answer.tookMilliseconds, "passage")
  }

  private static func show(_ passage: PassageResult, indent: String) {
    var source = passage.kind.rawValue
    if let speaker = passage.speaker { source += ", \(onOneLine(speaker.name))" }
    if let start = passage.start { source += " at \(clock(start))" }
    if let language = passage.language { source += " (\(language))" }
    out("\(indent)\(source)")
    if let highlights = passage.highlights {
      let text = highlights.rendered(escape: Terminal.sanitized, mark: Terminal.match)
      out(Terminal.wrapped(text, indent: indent + "  "))
    }
  }

  private static func footer(_ total: Int, _ isEstimate: Bool, _ shown: Int, _ took: Double, _ noun: String) {
    if total == 0 {
      out("Nothing found. Try fewer or other words, or drop a filter.")
      return
    }
    let about = isEstimate ? "about " : ""
    out(
      Terminal.dim(
        "\(about)\(total) \(noun)\(total == 1 ? "" : "s"), \(shown) shown, \(String(format: "%.1f", took)) ms"))
  }

  private static func score(_ score: Double) -> String { Terminal.dim(String(format: "%.2f", score)) }

  private static func clock(_ seconds: Double) -> String {
    let seconds = Int(exactly: seconds.rounded(.down)) ?? 0
    return seconds < 3600
      ? String(format: "%d:%02d", seconds / 60, seconds % 60)
      : String(format: "%d:%02d:%02d", seconds / 3600, seconds % 3600 / 60, seconds % 60)
  }

  private static func onOneLine(_ text: String) -> String {
    Terminal.sanitized(text.replacingOccurrences(of: "\n", with: " "))
  }

  private static func out(_ line: String) { Swift.print(line) }
}
