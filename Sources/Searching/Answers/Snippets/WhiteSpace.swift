/// White space in UTF-16 code units.
enum WhiteSpace {
  static func isSpace(_ unit: UInt16) -> Bool {
    if unit < 0x80 { return unit == 0x20 || (0x09...0x0D).contains(unit) }
    return Unicode.Scalar(unit)?.properties.isWhitespace ?? false
  }

  /// Whether a line may be broken there: French sets "12 500" and "Quoi ?" with spaces that hold together.
  static func isBreak(_ unit: UInt16) -> Bool {
    switch unit {
    case 0xA0, 0x2007, 0x202F: false
    default: isSpace(unit)
    }
  }

  /// A range without the white space at its ends.
  static func trimmed(_ range: Range<Int>, _ units: [UInt16]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isSpace(units[start]) { start += 1 }
    while end > start, isSpace(units[end - 1]) { end -= 1 }
    return start..<end
  }
}
