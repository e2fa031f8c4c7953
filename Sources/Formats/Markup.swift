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
  static func escapingTheRest(of text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return nil }
      // Inside a block, libxml2 adds no paragraphs of its own around loose text.
      var escaped = Array("<div>".utf8)
      var found = false
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "<") where !isTag(bytes, at: index):
          escaped.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: "&") where !isReference(bytes, at: index):
          escaped.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"), UInt8(ascii: "&"):
          found = true
          escaped.append(byte)
        default:
          escaped.append(byte)
        }
      }
      return found ? escaped : nil
    }
  }

  /// `<name>`, `<name/>`, `</name>`, `<name attribute=` of a known element, or `<!--`.
  private static func isTag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var rest = Slice(base: bytes, bounds: (start + 1)..<bytes.count)
    if rest.starts(with: "!--".utf8) { return true }
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    let name = rest.prefix(11).prefix { isLetter($0) || isDigit($0) }
    guard let first = name.first, isLetter(first) else { return false }
    let element = String(decoding: name, as: UTF8.self).lowercased()
    guard blocks.contains(element) || inline.contains(element) || silent.contains(element) else { return false }
    rest = rest.dropFirst(name.count)
    let space = rest.prefix { $0 <= 0x20 }
    rest = rest.dropFirst(space.count)
    switch rest.first {
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "/"): return rest.dropFirst().first == UInt8(ascii: ">")
    case let byte? where !space.isEmpty && isLetter(byte):
      rest = rest.drop { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }.drop { $0 <= 0x20 }
      return rest.first == UInt8(ascii: "=")
    default: return false
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
