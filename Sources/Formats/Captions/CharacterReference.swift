import CXML

/// `&amp;`, `&#233;`, `&#xE9;`: a character by its name or number.
enum CharacterReference {
  /// The longest name that is looked up.
  private static let maximumBytes = 32

  /// What a reference stands for.
  struct Found {
    let text: String
    /// Bytes of the reference, from its `&`.
    let length: Int
  }

  /// The reference that begins with this `&`; nil when none does.
  ///
  /// - Parameter allowsOpen: whether the `;` may be missing where HTML lets it (`&amp`, `&eacute`).
  static func find(_ bytes: ArraySlice<UInt8>, allowsOpen: Bool) -> Found? {
    let body = bytes.dropFirst().prefix(maximumBytes)
    if body.first == UInt8(ascii: "#") { return number(body.dropFirst()) }
    let name = body.prefix(while: isLetterOrDigit)
    guard !name.isEmpty else { return nil }
    if body.dropFirst(name.count).first == UInt8(ascii: ";"), let scalar = scalar(name) {
      return Found(text: String(scalar), length: name.count + 2)
    }
    guard allowsOpen else { return nil }
    // The longest name that the letters begin with, of those that are old enough to stand without their end.
    for count in stride(from: min(name.count, 6), to: 1, by: -1) {
      if let scalar = scalar(name.prefix(count)), scalar.value < 0x100 {
        return Found(text: String(scalar), length: count + 1)
      }
    }
    return nil
  }

  private static func number(_ body: ArraySlice<UInt8>) -> Found? {
    let isHexadecimal = body.first == UInt8(ascii: "x") || body.first == UInt8(ascii: "X")
    let digits = body.dropFirst(isHexadecimal ? 1 : 0).prefix(while: isLetterOrDigit)
    guard !digits.isEmpty, body.dropFirst(digits.count + (isHexadecimal ? 1 : 0)).first == UInt8(ascii: ";"),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    else { return nil }
    // Numbers of C1 controls mean windows-1252, as in HTML.
    let scalar = value < 0x100 ? Windows1252.scalar(UInt8(value)) : Unicode.Scalar(value) ?? "\u{FFFD}"
    let length = digits.count + (isHexadecimal ? 4 : 3)
    return Found(text: String(scalar.value == 0 ? "\u{FFFD}" : scalar), length: length)
  }

  /// Names of HTML 5 that HTML 4, whose names libxml2 knows, lacks and that captions use.
  private static let newer: [String: Unicode.Scalar] = [
    "AMP": "&", "LT": "<", "GT": ">", "QUOT": "\"", "COPY": "©", "REG": "®", "apos": "'", "NewLine": "\n", "Tab": "\t",
    "ZeroWidthSpace": "\u{200B}", "nobreak": "\u{2060}", "excl": "!", "num": "#", "dollar": "$", "percnt": "%",
    "lpar": "(", "rpar": ")", "lbrack": "[", "rbrack": "]", "comma": ",", "period": ".", "colon": ":", "semi": ";",
    "quest": "?", "commat": "@", "lowbar": "_", "hyphen": "‐", "dash": "‐", "sung": "♪", "numero": "№", "check": "✓",
  ]

  private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let name = String(decoding: name, as: UTF8.self)
    if let scalar = newer[name] { return scalar }
    guard let entity = htmlEntityLookup(name) else { return nil }
    return Unicode.Scalar(entity.pointee.value)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
