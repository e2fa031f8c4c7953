import Foundation

/// Bytes of a text file, made text whatever its encoding: what it says of itself is believed only when it can be so.
struct TextDecoding: Sendable {
  /// Without a BOM; line ends as they were.
  let text: String
  /// As WHATWG names it: `utf-8`, `windows-1252`, `utf-16le`.
  let encoding: String
  /// The first line that holds bytes of another encoding than the rest, from 1: they were read as windows-1252.
  let mixedLine: Int?

  /// - Parameter declared: what the document, or who sent it, says; a label such as `ISO-8859-1`, in any case.
  ///
  /// A BOM decides; then UTF-8 wherever the bytes are valid UTF-8, since no other text happens to be; then what is
  /// declared; then windows-1252. Labels of Latin-1 mean windows-1252, as in the WHATWG Encoding Standard.
  init(_ data: Data, declared: String? = nil) {
    let bytes = [UInt8](data)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: Array(bytes.dropFirst(3)))
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: bytes.dropFirst(2), isLittleEndian: true)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: bytes.dropFirst(2), isLittleEndian: false)
    } else if let isLittleEndian = Self.utf16Order(bytes) {
      self.init(utf16: bytes[...], isLittleEndian: isLittleEndian)
    } else if Self.isUTF8(bytes) {
      self.init(text: String(decoding: bytes, as: UTF8.self), encoding: "utf-8", mixedLine: nil)
    } else {
      self.init(bytes, declared: declared?.lowercased() ?? "")
    }
  }

  private init(text: String, encoding: String, mixedLine: Int?) {
    self.text = text
    self.encoding = encoding
    self.mixedLine = mixedLine
  }

  /// Bytes that are not valid UTF-8.
  private init(_ bytes: [UInt8], declared: String) {
    if declared == "iso-8859-15" || declared == "latin-9" {
      self.init(bytes, encoding: "iso-8859-15") { Self.latin9[$0] ?? Windows1252.scalar($0) }
    } else if declared == "utf-8" || declared == "utf8" || Self.isMostlyUTF8(bytes) {
      self.init(utf8: bytes)
    } else {
      self.init(bytes, encoding: "windows-1252", scalar: Windows1252.scalar)
    }
  }

  /// Each byte is a character.
  private init(_ bytes: [UInt8], encoding: String, scalar: (UInt8) -> Unicode.Scalar) {
    let encoded = (0x80...0xFF).map { Array(UTF8.encode(scalar($0)) ?? UTF8.encodedReplacementCharacter) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    var rest = bytes[...]
    while let index = rest.firstIndex(where: { $0 >= 0x80 }) {
      text += rest[..<index]
      text += encoded[Int(rest[index]) - 0x80]
      rest = rest[(index + 1)...]
    }
    text += rest
    self.init(text: String(decoding: text, as: UTF8.self), encoding: encoding, mixedLine: nil)
  }

  /// Where ISO 8859-15 differs from Latin-1.
  private static let latin9: [UInt8: Unicode.Scalar] = [
    0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
  ]

  // MARK: UTF-8

  private static func isUTF8(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }

  /// Whether characters of two bytes and more are rather valid than not.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    let (valid, foreign) = characters(of: bytes[...])
    return valid > foreign
  }

  /// How many characters of two bytes and more are UTF-8, and how many bytes are part of none.
  static func characters(of bytes: ArraySlice<UInt8>) -> (valid: Int, foreign: Int) {
    let bytes = Array(bytes)
    var valid = 0
    var foreign = 0
    var index = 0
    while index < bytes.count {
      let length = lengthOfCharacter(bytes, at: index)
      if length > 1 { valid += 1 }
      if length == 0 { foreign += 1 }
      index += max(length, 1)
    }
    return (valid, foreign)
  }

  /// UTF-8 in which some bytes are windows-1252.
  private init(utf8 bytes: [UInt8]) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    var firstForeign: Int?
    var start = 0
    var index = 0
    while index < bytes.count {
      let length = Self.lengthOfCharacter(bytes, at: index)
      index += max(length, 1)
      guard length == 0 else { continue }
      text += bytes[start..<index - 1]
      text += UTF8.encode(Windows1252.scalar(bytes[index - 1])) ?? UTF8.encodedReplacementCharacter
      start = index
      firstForeign = firstForeign ?? index - 1
    }
    text += bytes[start...]
    self.init(
      text: String(decoding: text, as: UTF8.self), encoding: "utf-8",
      mixedLine: firstForeign.map { bytes[..<$0].count { $0 == 0x0A } + 1 })
  }

  /// The bytes of the character that stands here; 0 when they are no UTF-8.
  ///
  /// Not the library's validation, which throws at each byte that is foreign: a page of windows-1252 has thousands.
  private static func lengthOfCharacter(_ bytes: [UInt8], at index: Int) -> Int {
    func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    // Table 3-7 of the Unicode Standard: no overlong form, no surrogate, nothing beyond U+10FFFF.
    switch bytes[index] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }

  // MARK: UTF-16

  /// The order of bytes when every other one is null, as in Latin text.
  private static func utf16Order(_ bytes: [UInt8]) -> Bool? {
    let head = bytes.prefix(256)
    guard head.count >= 8 else { return nil }
    let even = stride(from: 0, to: head.count, by: 2).count { head[$0] == 0 }
    let odd = stride(from: 1, to: head.count, by: 2).count { head[$0] == 0 }
    if odd * 5 > head.count * 2, even == 0 { return true }
    if even * 5 > head.count * 2, odd == 0 { return false }
    return nil
  }

  private init(utf16 bytes: ArraySlice<UInt8>, isLittleEndian: Bool) {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    self.init(
      text: String(decoding: units, as: UTF16.self), encoding: isLittleEndian ? "utf-16le" : "utf-16be",
      mixedLine: nil)
  }
}

/// Windows code page 1252, as in the WHATWG Encoding Standard.
enum Windows1252 {
  /// 0x80 to 0x9F; the others are their own code points.
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte)
      ? Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}" : Unicode.Scalar(byte)
  }
}
