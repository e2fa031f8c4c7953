/// Tells markup from signs that only look like it.
enum Markup {
  /// Elements that stand on lines of their own.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]

  /// Elements whose content is not text.
  static let silent: Set<String> = ["script", "style", "template", "noscript", "iframe", "object", "svg"]

  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "body", "cite", "code", "del", "dfn", "em", "embed", "font",
    "head", "html", "i", "img", "input", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "title", "tt", "u", "var", "video", "wbr",
  ]

  /// The text with every `<` and `&` that is not markup escaped; nil when there is no markup at all.
  ///
  /// - Parameter isHTML: whether the text is HTML for sure, so that whatever looks like a tag is one.
  static func escapingTheRest(of text: String, isHTML: Bool = false) -> [UInt8]? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return nil }
      // Inside a block, libxml2 adds no paragraphs of its own around loose text.
      var escaped = Array("<div>".utf8)
      var found = false
      let unclosed = UnclosedMarkup(bytes)
      var open = OpenElements()
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "<") where !isMarkup(bytes, at: index, isHTML: isHTML) || unclosed.contains(index):
          escaped.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: "&") where !isReference(bytes, at: index):
          escaped.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"):
          found = true
          open.opening(bytes, at: index).withUTF8Buffer { escaped.append(contentsOf: $0) }
        case UInt8(ascii: "&"):
          found = true
          escaped.append(byte)
        default:
          escaped.append(byte)
        }
      }
      return found ? escaped : nil
    }
  }

  static let commentOpening = "<!--"

  private static func isMarkup(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, isHTML: Bool) -> Bool {
    let rest = bytes[start...]
    if rest.starts(with: commentOpening.utf8) { return true }
    guard isHTML else { return Tag(bytes, at: start) != nil }
    return rest.dropFirst().drop { $0 == UInt8(ascii: "/") }.first.map(isLetter) ?? false
  }

  /// `<name>`, `<name/>`, `</name>` or `<name attribute=` of a known element.
  struct Tag {
    /// In lower case.
    let name: String
    /// `</name>`
    let closes: Bool
    /// `<name/>`
    let isEmpty: Bool

    /// The tag that begins at this `<`; nil when none does.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
      var rest = Slice(base: bytes, bounds: (start + 1)..<bytes.count)
      closes = rest.first == UInt8(ascii: "/")
      if closes { rest = rest.dropFirst() }
      let letters = rest.prefix(11).prefix { isLetter($0) || isDigit($0) }
      guard let first = letters.first, isLetter(first) else { return nil }
      name = String(decoding: letters, as: UTF8.self).lowercased()
      guard blocks.contains(name) || inline.contains(name) || silent.contains(name) else { return nil }
      rest = rest.dropFirst(letters.count)
      let space = rest.prefix { $0 <= 0x20 }
      rest = rest.dropFirst(space.count)
      isEmpty = rest.first == UInt8(ascii: "/")
      switch rest.first {
      case UInt8(ascii: ">"): return
      case UInt8(ascii: "/"): guard rest.dropFirst().first == UInt8(ascii: ">") else { return nil }
      case let byte? where !space.isEmpty && isLetter(byte):
        rest = rest.drop { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }.drop { $0 <= 0x20 }
        guard rest.first == UInt8(ascii: "=") else { return nil }
      default: return nil
      }
    }
  }

  /// `&name;`, `&#123;` or `&#x1F;`.
  private static func isReference(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var rest = Slice(base: bytes, bounds: (start + 1)..<min(start + 34, bytes.count))
    let numeric = rest.first == UInt8(ascii: "#")
    if numeric { rest = rest.dropFirst() }
    let name = rest.prefix { isLetter($0) || isDigit($0) }
    guard let first = name.first, numeric || isLetter(first) else { return false }
    return rest.dropFirst(name.count).first == UInt8(ascii: ";")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
