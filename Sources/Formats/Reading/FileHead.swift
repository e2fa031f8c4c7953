/// The beginning of a file, by which its format is recognised.
struct FileHead {
  /// How many bytes are looked at.
  static let maximumBytes = 16 << 10

  /// The first bytes, up to ``maximumBytes``.
  let bytes: [UInt8]
  /// The file's name, without its folders.
  let name: String
  /// The bytes as text, a BOM left out; what is not UTF-8 is replaced.
  let text: Substring
  /// The first element of an XML document; nil when the file is something else.
  let root: Root?

  /// An XML document's first element.
  struct Root: Equatable {
    /// Without prefix.
    let name: String
    /// The namespace it is in, when the tag declares it.
    let namespace: String?
  }

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    name = String(FilePath.name(file))
    var text = String(decoding: bytes, as: UTF8.self)[...]
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      text = Self.utf16(bytes)[...]
    }
    if text.first == "\u{FEFF}" { text = text.dropFirst() }
    self.text = text
    root = Self.root(of: text)
  }

  /// In lower case, without the dot.
  var fileExtension: String { FilePath.fileExtension(name) }

  private static func utf16(_ bytes: [UInt8]) -> String {
    let (high, low) = bytes[0] == 0xFE ? (0, 1) : (1, 0)
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + low])
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Steps over the declaration, comments, instructions and the document type.
  private static func root(of text: Substring) -> Root? {
    var rest = text.drop(while: \.isWhitespace)
    while rest.first == "<" {
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<?") {
        guard let end = rest.firstRange(of: "?>") else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<!") {
        guard let end = endOfDeclaration(rest) else { return nil }
        rest = rest[end...]
      } else {
        return element(rest.dropFirst())
      }
      rest = rest.drop(while: \.isWhitespace)
    }
    return nil
  }

  /// After the `>` that ends `<!DOCTYPE … [ … ]>`.
  private static func endOfDeclaration(_ text: Substring) -> Substring.Index? {
    var isInside = false
    for index in text.indices {
      switch text[index] {
      case "[": isInside = true
      case "]": isInside = false
      case ">" where !isInside: return text.index(after: index)
      default: break
      }
    }
    return nil
  }

  private static func element(_ text: Substring) -> Root? {
    let name = text.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    guard let first = name.first, first.isLetter || first == "_" else { return nil }
    let parts = name.split(separator: ":", maxSplits: 1)
    let tag = text.prefix { $0 != ">" }
    let declaration = parts.count == 2 ? "xmlns:\(parts[0])=" : "xmlns="
    var namespace: String?
    if let found = tag.firstRange(of: declaration) {
      let value = tag[found.upperBound...]
      if let quote = value.first { namespace = String(value.dropFirst().prefix { $0 != quote }) }
    }
    return Root(name: parts.last.map(String.init) ?? String(name), namespace: namespace)
  }
}
