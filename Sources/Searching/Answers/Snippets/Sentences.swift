/// The sentences of a text, without the white space around them, in UTF-16 code units.
enum Sentences {
  /// - Parameter ends: where sentences end by UAX #29, ascending.
  static func ranges(of units: [UInt16], ends: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(ends.count)
    var start = 0
    for end in ends where end == units.count || !endsInInitial(units[start..<end]) {
      let range = WhiteSpace.trimmed(start..<end, units)
      if !range.isEmpty { ranges.append(range) }
      start = end
    }
    return ranges
  }

  /// One capital and a point, "M. Dupont": the name goes on.
  private static func endsInInitial(_ sentence: ArraySlice<UInt16>) -> Bool {
    guard let point = sentence.lastIndex(where: { !WhiteSpace.isSpace($0) }), sentence[point] == 0x2E,
      let letter = sentence.index(point, offsetBy: -1, limitedBy: sentence.startIndex),
      Unicode.Scalar(sentence[letter])?.properties.isUppercase == true
    else { return false }
    return letter == sentence.startIndex || !isLetter(sentence[letter - 1])
  }

  private static func isLetter(_ unit: UInt16) -> Bool { Unicode.Scalar(unit)?.properties.isAlphabetic ?? true }
}
