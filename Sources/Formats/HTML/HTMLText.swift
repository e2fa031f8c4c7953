/// The text of a node as a reader sees it: blocks and `<br>` end lines, scripts and styles are left out, white space
/// is folded.
enum HTMLText {
  /// The text, a line for each block, blank lines left out.
  ///
  /// - Parameters:
  ///   - without: nodes whose text is left out.
  ///   - directions: others, whose bracket may close in the text after them (`<i>(Applause</i> on the left<i>.)</i>`):
  ///     it is left out with them.
  static func of(_ node: HTMLNode, without: Set<HTMLNode> = [], directions: Set<HTMLNode> = []) -> String {
    var text = FoldedText()
    node.walk { current, step in
      if current.isText {
        if step == .open, !without.contains(current) { current.withCharacters { text.append($0) } }
        return false
      }
      guard current.isElement else { return false }
      if without.contains(current) {
        text.leaveOut()
        return false
      }
      if directions.contains(current) {
        text.leaveOut(opensBracket: opensBracket(current.rawText))
        return false
      }
      let name = current.name
      if Markup.blocks.contains(name) { text.endLine() }
      return !Markup.silent.contains(name)
    }
    return text.string
  }

  private static func opensBracket(_ text: String) -> Bool {
    text.utf8.count { $0 == UInt8(ascii: "(") } > text.utf8.count { $0 == UInt8(ascii: ")") }
  }
}

/// Text in which each run of white space becomes a space or the end of a line.
private struct FoldedText {
  private var bytes: [UInt8] = []
  private var gap = Gap.none
  /// What is left out stood between spaces, of which a comma wants none.
  private var isAfterCut = false
  /// Where a bracket stood that was left out and has not closed yet, and what was before it.
  private var openBracket: (place: Int, gap: Gap)?

  /// Bytes to the end of a bracket; what is longer is not what a bracket left open holds.
  private static let maximumBracket = 500

  /// What stands between the last character and the next.
  private enum Gap {
    case none, space, line
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func endLine() { gap = .line }

  mutating func leaveOut(opensBracket: Bool = false) {
    isAfterCut = true
    if opensBracket { openBracket = (bytes.count, gap) }
  }

  /// A bracket of the text itself; whether it ends what is left out.
  private mutating func closes(_ byte: UInt8) -> Bool {
    guard byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")"), let open = openBracket else { return false }
    openBracket = nil
    guard byte == UInt8(ascii: ")"), bytes.count - open.place <= Self.maximumBracket else { return false }
    bytes.removeSubrange(open.place...)
    (gap, isAfterCut) = (open.gap, true)
    return true
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let space = Self.lengthOfSpace(text, at: index)
      guard space == 0 else {
        if gap == .none { gap = .space }
        index += space
        continue
      }
      let byte = text[index]
      guard !closes(byte) else {
        index += 1
        continue
      }
      if gap == .space, isAfterCut, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") { gap = .none }
      isAfterCut = false
      if gap != .none, !bytes.isEmpty { bytes.append(gap == .line ? 0x0A : 0x20) }
      gap = .none
      bytes.append(byte)
      index += 1
    }
  }

  /// Bytes of the white space that stands here, as Unicode has it; 0 when there is none.
  private static func lengthOfSpace(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    func next(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    switch text[index] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2: return next(1) == 0xA0 || next(1) == 0x85 ? 2 : 0
    case 0xE1: return next(1) == 0x9A && next(2) == 0x80 ? 3 : 0
    case 0xE2:
      let isSpace =
        next(1) == 0x80 && ((0x80...0x8A).contains(next(2)) || [0xA8, 0xA9, 0xAF].contains(next(2)))
        || next(1) == 0x81 && next(2) == 0x9F
      return isSpace ? 3 : 0
    case 0xE3: return next(1) == 0x80 && next(2) == 0x80 ? 3 : 0
    default: return 0
    }
  }
}
