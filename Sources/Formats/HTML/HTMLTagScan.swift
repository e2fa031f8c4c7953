/// Looks over a page before it is parsed: libxml2 compares each attribute of a tag with all before it, so a tag of a
/// million attributes takes hours.
enum HTMLTagScan {
  /// Attributes of one tag.
  static let maximumAttributes = 256

  /// The line of the first tag that has too many attributes; nil when all is well. One pass.
  static func lineOfTagWithTooManyAttributes(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else {
        index += 1
        continue
      }
      if starts(with: "<!--", bytes, at: index) {
        index = end(of: "-->", bytes, from: index + 4)
      } else if isLetter(bytes[index + 1]) {
        let start = index
        let (end, attributes) = tag(bytes, at: index)
        index = end
        if attributes > maximumAttributes {
          return bytes[..<start].count { $0 == 0x0A } + 1
        }
        if starts(with: "<script", bytes, at: start) { index = self.end(of: "</script", bytes, from: end) }
        if starts(with: "<style", bytes, at: start) { index = self.end(of: "</style", bytes, from: end) }
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The place after a tag, and how many words stand in it besides its name and what is quoted.
  private static func tag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (end: Int, attributes: Int) {
    var index = start + 1
    var attributes = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ">"): return (index + 1, attributes)
      case UInt8(ascii: "="):
        index += 1
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
          continue
        }
        let quote = bytes[index]
        index += 1
        while index < bytes.count, bytes[index] != quote { index += 1 }
        // What follows a closing quote is the next attribute, white space or not.
        if index + 1 < bytes.count, bytes[index + 1] > 0x20 { attributes += 1 }
      case 0...0x20:
        if index + 1 < bytes.count, bytes[index + 1] > 0x20 { attributes += 1 }
      default: break
      }
      index += 1
    }
    return (index, attributes)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func starts(with text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount {
      let (expected, byte) = (text.utf8Start[offset], bytes[index + offset])
      guard byte == expected || isLetter(byte) && byte | 0x20 == expected else { return false }
    }
    return true
  }

  private static func end(of text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, !starts(with: text, bytes, at: index) { index += 1 }
    return index
  }
}
