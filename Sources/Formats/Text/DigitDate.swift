import Debates

/// Days written in digits alone, as in ids and file names.
enum DigitDate {
  /// The first `2009-11-25` in a text that is a day of the calendar.
  static func iso(in text: String) -> String? {
    let bytes = Array(text.utf8.prefix(maximumLength))
    for start in bytes.indices where bytes.count - start >= 10 {
      if start > 0, isDigit(bytes[start - 1]) { continue }
      if start + 10 < bytes.count, isDigit(bytes[start + 10]) { continue }
      let candidate = bytes[start..<(start + 10)]
      let hasShape = candidate.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : isDigit(byte)
      }
      if hasShape, let day = day(String(decoding: candidate, as: UTF8.self)) { return day }
    }
    return nil
  }

  /// The day that `20241106140000000` begins with.
  static func compact(_ text: String) -> String? {
    let digits = Array(text.utf8.prefix(8))
    guard digits.count == 8, digits.allSatisfy(isDigit) else { return nil }
    let part = { (range: Range<Int>) in String(decoding: digits[range], as: UTF8.self) }
    return day("\(part(0..<4))-\(part(4..<6))-\(part(6..<8))")
  }

  /// Dates stand near the beginning of what names something.
  private static let maximumLength = 1000

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func day(_ text: String) -> String? { (try? Moment(text))?.text }
}
