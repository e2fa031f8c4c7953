/// A text of a feed that says, or does not, what kind of text it is.
enum FeedText {
  /// The text of an Atom text construct or content; nil when blank, or when it is not text (a picture, a document
  /// that is somewhere else).
  static func ofAtom(_ element: XMLElement) -> String? {
    let type = (element["type"] ?? "text").lowercased()
    let text: String
    switch type {
    case "text", "text/plain": text = element["mode"] == nil ? element.text : PlainText.ofHTML(element.text)
    case "html", "text/html": text = PlainText.ofHTML(element.text)
    case _ where type.hasPrefix("xhtml") || type.hasPrefix("application/xhtml"): text = ofXHTML(element)
    default: return nil
    }
    return nonBlank(text)
  }

  /// The text of elements of XHTML, in lines as a browser shows them.
  static func ofXHTML(_ element: XMLElement) -> String {
    var text = ""
    add(element, to: &text)
    return text
  }

  /// The text of HTML as content systems keep it, shortcodes and the gaps between blocks left out; nil when blank.
  static func ofHTML(_ html: String) -> String? {
    let text = PlainText.ofHTML(Shortcodes.removed(from: html))
    var lines: [Substring] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let trimmed = line.trimmed
      if !trimmed.isEmpty || !(lines.last?.isEmpty ?? true) { lines.append(trimmed) }
    }
    return nonBlank(lines.joined(separator: "\n"))
  }

  static func nonBlank(_ text: String) -> String? {
    let trimmed = text[...].trimmed
    return trimmed.isEmpty ? nil : String(trimmed)
  }

  /// No deeper than ``XMLStream/maximumDepth``.
  private static func add(_ element: XMLElement, to text: inout String) {
    guard !Markup.silent.contains(element.name) else { return }
    let isBlock = Markup.blocks.contains(element.name)
    if isBlock { breakLine(&text) }
    for child in element.children {
      switch child {
      case .element(let element): add(element, to: &text)
      case .text(let piece):
        let words = piece.split(whereSeparator: \.isWhitespace)
        if piece.first?.isWhitespace ?? false, let last = text.last, !last.isWhitespace { text += " " }
        text += words.joined(separator: " ")
        if !words.isEmpty, piece.last?.isWhitespace ?? false { text += " " }
      }
    }
    if isBlock { breakLine(&text) }
  }

  private static func breakLine(_ text: inout String) {
    while text.last == " " { text.removeLast() }
    if let last = text.last, last != "\n" { text += "\n" }
  }
}
