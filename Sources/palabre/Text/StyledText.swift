import Searching

/// Text in runs, each with its style and link: what a line is made of before it is cut to the width of a terminal. What
/// comes from a source cannot steer the terminal, whoever puts it in.
struct StyledText {
  enum Style { case plain, bold, dim, match }

  struct Run {
    var text: String
    var style: Style
    var link: WebAddress?
  }

  private(set) var runs: [Run] = []

  /// - Parameter text: shown on one line.
  init(_ text: String = "", _ style: Style = .plain, link: WebAddress? = nil) {
    append(Run(text: StyledText.onOneLine(text), style: style, link: link))
  }

  /// What of a passage is shown, its matches marked.
  init(_ highlights: Highlights) {
    if highlights.isCutBefore { self += StyledText("… ") }
    for run in highlights.runs { self += StyledText(run.text, run.isMatch ? .match : .plain) }
    if highlights.isCutAfter { self += StyledText(" …") }
  }

  init(runs: [Run]) { for run in runs { append(run) } }

  /// Neighbours that look alike become one run.
  private mutating func append(_ run: Run) {
    guard !run.text.isEmpty else { return }
    if let last = runs.last, last.style == run.style, last.link == run.link {
      runs[runs.count - 1].text += run.text
    } else {
      runs.append(run)
    }
  }

  var isEmpty: Bool { runs.isEmpty }
  /// In columns of a terminal.
  var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  static func += (text: inout StyledText, other: StyledText) { for run in other.runs { text.append(run) } }

  static func + (first: StyledText, second: StyledText) -> StyledText {
    var text = first
    text += second
    return text
  }

  /// The same with another text between each two.
  static func joined(_ texts: [StyledText], by separator: StyledText) -> StyledText {
    texts.enumerated().reduce(into: StyledText()) { joined, item in
      if item.offset > 0 { joined += separator }
      joined += item.element
    }
  }

  private static func onOneLine(_ text: String) -> String {
    Terminal.sanitized(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
  }
}
