import Foundation

/// What a page says of its encoding.
enum HTMLEncoding {
  /// Where browsers look for it.
  private static let headBytes = 4096

  /// The label in `<meta charset=…>` or `<meta http-equiv=content-type content="…; charset=…">`, or in the XML
  /// declaration of XHTML; nil when the page does not say.
  static func declared(in bytes: Data) -> String? {
    let head = String(decoding: bytes.prefix(headBytes).map { $0 < 0x80 ? $0 : 0x20 }, as: UTF8.self).lowercased()
    if head.hasPrefix("<?xml"), let label = label(after: "encoding", in: head.prefix { $0 != ">" }) { return label }
    var rest = head[...]
    while let meta = rest.firstRange(of: "<meta") {
      let tag = rest[meta.upperBound...].prefix { $0 != ">" }
      if let label = label(after: "charset", in: tag) { return label }
      rest = rest[tag.endIndex...]
    }
    return nil
  }

  private static func label(after name: String, in text: Substring) -> String? {
    guard let found = text.firstRange(of: name) else { return nil }
    let rest = text[found.upperBound...].drop(while: \.isWhitespace)
    guard rest.first == "=" else { return nil }
    let value = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    let label = value.prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
    return label.isEmpty ? nil : String(label)
  }
}

/// Why the encoding that a page declares cannot be right, in words.
struct HTMLEncodingProblem: Equatable {
  let reason: String

  init?(declared: String?, decoding: TextDecoding) {
    if let line = decoding.mixedLine {
      reason = "line \(line) holds bytes that are not \(decoding.encoding) as the rest is; read as windows-1252"
      return
    }
    guard let declared, Self.family(declared) != Self.family(decoding.encoding) else { return nil }
    // Latin-1 declared and windows-1252 meant is how the web is; so is a page of plain ASCII.
    if decoding.encoding == "utf-8", decoding.text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    reason = "the page says that it is \(declared) and is not; read as \(decoding.encoding)"
  }

  private static func family(_ label: String) -> String {
    switch label {
    case "utf-8", "utf8": "utf-8"
    case "iso-8859-1", "iso_8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252",
      "x-cp1252":
      "windows-1252"
    case "utf-16", "utf-16le", "utf-16be": "utf-16"
    case "iso-8859-15", "latin-9": "iso-8859-15"
    default: label
    }
  }
}
