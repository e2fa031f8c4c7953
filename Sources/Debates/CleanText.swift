import Foundation

/// What every text of a record goes through before it is kept.
enum CleanText {
  /// Control characters other than `\n` and `\t` become spaces; `\r\n` and `\r` become `\n`.
  static func prose(_ text: String) -> String {
    guard hasControl(text) else { return text }
    var clean = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        clean.append("\n")
      } else if scalar == "\n" {
        if !afterReturn { clean.append(scalar) }
      } else {
        clean.append(isControl(scalar) ? " " : scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(clean)
  }

  /// One line without space at its ends: every run of white space is one space.
  static func line(_ text: String) -> String {
    let space: (UInt8) -> Bool = { $0 <= 0x20 }
    let bytes = text.utf8
    if let first = bytes.first, let last = bytes.last, !space(first), !space(last),
      !bytes.contains(where: { $0 < 0x20 || $0 >= 0x7F })
    {
      return text
    }
    return prose(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What is wrong with an id, in plain words; nil when it will do.
  static func problem(withID id: String, limits: RecordLimits) -> String? {
    if id.allSatisfy(\.isWhitespace) { return "empty; give each an id of its own" }
    if id.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\t" || isControl($0) }) {
      return "holds a control character; use letters, digits and punctuation"
    }
    if id.utf8.count > limits.maximumIDBytes {
      return "\(id.utf8.count) bytes, over the limit of \(limits.maximumIDBytes) (maximumIDBytes); use a shorter id"
    }
    return nil
  }

  private static func hasControl(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var previous: UInt8 = 0
      for byte in bytes {
        if byte < 0x20 ? (byte != 0x0A && byte != 0x09) : byte == 0x7F { return true }
        // C1 controls are C2 80 to C2 9F.
        if previous == 0xC2, byte < 0xA0 { return true }
        previous = byte
      }
      return false
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && scalar != "\t" && scalar.properties.generalCategory == .control
  }
}
