import Analysis

/// Marks the letters of a text that were typed.
struct PrefixMarks {
  let analyzer: Analyzer

  /// - Parameter typed: which words of the text were begun, in order, and how many bytes of each, folded.
  func highlights(of text: String, _ typed: [(place: Int, bytes: Int)]) -> Highlights {
    let tokens = analyzer.tokens(of: text).filter(\.takesPosition)
    let units = Array(text.utf16)
    var runs: [Highlights.Run] = []
    var at = 0
    func add(_ end: Int, isMatch: Bool) {
      guard at < end else { return }
      runs.append(.init(text: String(decoding: units[at..<end], as: UTF16.self), isMatch: isMatch))
      at = end
    }
    for (place, bytes) in typed where place < tokens.count && tokens[place].start >= at {
      add(tokens[place].start, isMatch: false)
      add(
        tokens[place].start + PrefixMarks.typed(bytes, of: units[tokens[place].start..<tokens[place].end]),
        isMatch: true)
    }
    add(units.count, isMatch: false)
    return Highlights(runs: runs, isCutBefore: false, isCutAfter: false)
  }

  /// How many units of a word are as many bytes when it is folded: whole characters.
  private static func typed(_ bytes: Int, of word: ArraySlice<UInt16>) -> Int {
    var units = 0
    var folded = ""
    for character in String(decoding: word, as: UTF16.self) {
      if FoldedKey.of(folded).utf8.count >= bytes { break }
      folded.append(character)
      units += character.utf16.count
    }
    return units
  }
}
