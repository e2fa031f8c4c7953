/// Lines for a terminal, from top to bottom.
struct TextSheet {
  let look: TextLook
  private(set) var text = ""

  init(_ look: TextLook) { self.look = look }

  /// Writes a text on as many lines as it takes.
  ///
  /// - Parameters:
  ///   - indent: columns before the first line.
  ///   - hanging: columns before the others; the same when nil.
  mutating func write(_ styled: StyledText, indent: Int = 0, hanging: Int? = nil) {
    let hanging = hanging ?? indent
    let lines = LineBreaker.lines(of: styled, first: look.columns - indent, later: look.columns - hanging)
    for (place, line) in lines.enumerated() {
      text += String(repeating: " ", count: place == 0 ? indent : hanging) + look.rendered(line) + "\n"
    }
  }

  /// Writes an address on a line of its own. Cut in two it would lead nowhere: it may be longer than the line, except
  /// where the whole stands behind what is shown.
  mutating func write(address: String, indent: Int) {
    let link = WebAddress(address)
    let shown = StyledText(address, .dim, link: link)
    let room = look.columns - indent
    let isCut = look.hasLinks && link != nil && shown.width > room
    let line = isCut ? StyledText(TextSheet.shortened(address, to: room), .dim, link: link) : shown
    text += String(repeating: " ", count: indent) + look.rendered(line) + "\n"
  }

  /// Writes a line that is known to fit, with its spaces as they are.
  mutating func write(unbroken line: StyledText) { text += look.rendered(line) + "\n" }

  /// An empty line.
  mutating func gap() { text += "\n" }

  /// Its beginning and its end, with an ellipsis between them.
  private static func shortened(_ text: String, to columns: Int) -> String {
    var (start, end) = (text.prefix((columns + 1) / 2), text.suffix((columns + 1) / 2))
    while DisplayWidth.of(start) + DisplayWidth.of(end) >= columns, !start.isEmpty {
      start.removeLast()
      if DisplayWidth.of(start) + DisplayWidth.of(end) >= columns { end = end.dropFirst() }
    }
    return "\(start)…\(end)"
  }
}
