/// How text is shown where it goes: how wide, and whether colours and links are understood there.
struct TextLook {
  var columns: Int
  var hasColor = false
  /// Whether addresses may stand behind other text.
  var hasLinks = false

  /// A text in its style. A match is underlined too, so that it shows where colours do not.
  func styled(_ text: String, _ style: StyledText.Style) -> String {
    guard hasColor, !text.isEmpty, let code = style.code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// A line of text, with its links as terminals follow them (OSC 8).
  func rendered(_ line: StyledText) -> String {
    line.runs.map { run in
      let text = styled(run.text, run.style)
      guard hasLinks, let link = run.link else { return text }
      return "\u{1B}]8;;\(link.text)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
    }.joined()
  }
}

extension StyledText.Style {
  /// The parameters of the sequence that turns it on (ECMA-48, Select Graphic Rendition).
  fileprivate var code: String? {
    switch self {
    case .plain: nil
    case .bold: "1"
    case .dim: "2"
    case .match: "1;4"
    }
  }
}
