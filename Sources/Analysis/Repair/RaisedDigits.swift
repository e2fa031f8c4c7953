/// Digits above or below the line: `m²` is `m2` and `m`, `CO₂` is `co2` and `co`. UAX #29 cuts before them.
enum RaisedDigits {
  /// Where the digits after a word end; nil when there are none.
  static func end(after word: Int, _ text: UnsafeBufferPointer<UInt16>) -> Int? {
    var end = word
    while end < text.count, end - word < most, isRaised(text[end]) { end += 1 }
    return end > word ? end : nil
  }

  private static let most = 3

  private static func isRaised(_ unit: UInt16) -> Bool {
    unit == 0xB2 || unit == 0xB3 || unit == 0xB9 || unit >= 0x2070 && unit <= 0x2079 && unit != 0x2071
      || unit >= 0x2080 && unit <= 0x2089
  }
}
