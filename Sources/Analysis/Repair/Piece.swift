/// A stretch of the text that becomes one term, before folding. Offsets are UTF-16 code units of the text.
struct Piece {
  var start: Int
  var end: Int
  var form: Token.Form
}

/// What the rules of repair see: the text, and the pieces found so far.
struct RepairContext {
  let text: UnsafeBufferPointer<UInt16>
  var pieces: [Piece]

  mutating func emit(_ start: Int, _ end: Int, _ form: Token.Form) {
    if start < end { pieces.append(Piece(start: start, end: end, form: form)) }
  }

  /// Is the text from `start` the given ASCII word, in either case, and no longer than it up to `end`?
  func isWord(_ start: Int, _ end: Int, oneOf words: Set<[UInt8]>, longest: Int) -> Bool {
    guard end - start <= longest, end > start else { return false }
    var folded: [UInt8] = []
    for i in start..<end {
      let unit = text[i]
      switch unit {
      case 0x41...0x5A: folded.append(UInt8(unit) + 0x20)
      case 0x61...0x7A: folded.append(UInt8(unit))
      case 0xC0, 0xE0: folded.append(0x61)
      case 0xCA, 0xEA, 0xC8, 0xE8, 0xC9, 0xE9: folded.append(0x65)
      case _ where isCombining(unit): continue
      default: return false
      }
    }
    return words.contains(folded)
  }
}

/// ASCII words as bytes, for rules that look a word up.
func wordSet(_ words: String) -> Set<[UInt8]> { Set(words.split(separator: " ").map { Array($0.utf8) }) }
