/// How many edits lie between a word and others: a letter added, left out, or replaced by another, or two that changed
/// places (Damerau 1964, in the restricted form that edits no place twice).
struct EditDistance {
  private let word: [UInt8]
  private let limit: Int
  /// Three rows: of the letter before the last, of the last, and of this one.
  private var rows: [[Int]]

  init(from word: [UInt8], atMost limit: Int) {
    self.word = word
    self.limit = limit
    rows = [[Int]](repeating: [Int](repeating: 0, count: word.count + 1), count: 3)
  }

  /// The distance to another word; nil when it is above the limit.
  mutating func to(_ other: ArraySlice<UInt8>) -> Int? {
    for column in 0...word.count { rows[1][column] = column }
    var before: UInt8 = 0
    for (line, letter) in other.enumerated() {
      rows[2][0] = line + 1
      var least = line + 1
      for column in 1...max(1, word.count) where column <= word.count {
        var best = min(rows[1][column], rows[2][column - 1]) + 1
        best = min(best, rows[1][column - 1] + (word[column - 1] == letter ? 0 : 1))
        if column > 1, line > 0, word[column - 1] == before, word[column - 2] == letter {
          best = min(best, rows[0][column - 2] + 1)
        }
        rows[2][column] = best
        least = min(least, best)
      }
      if least > limit { return nil }
      before = letter
      rows.swapAt(0, 1)
      rows.swapAt(1, 2)
    }
    return rows[1][word.count] <= limit ? rows[1][word.count] : nil
  }
}
