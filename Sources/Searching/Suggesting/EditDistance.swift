/// How many edits lie between a word and others: a letter added, left out, or replaced by another, or two that changed
/// places (Damerau 1964, in the restricted form that edits no place twice).
struct EditDistance {
  private let word: [UInt8]
  private let limit: Int
  /// Three rows, one after another: of the letter before the last, of the last, and of this one.
  private var rows: [Int]

  init(from word: [UInt8], atMost limit: Int) {
    self.word = word
    self.limit = limit
    rows = [Int](repeating: 0, count: 3 * (word.count + 1))
  }

  /// The distance to another word; nil when it is above the limit.
  mutating func to(_ other: ArraySlice<UInt8>) -> Int? {
    let (width, limit) = (word.count + 1, limit)
    return word.withUnsafeBufferPointer { word in
      rows.withUnsafeMutableBufferPointer { rows in
        var (before, last, current) = (0, width, 2 * width)
        for column in 0..<width { rows[last + column] = column }
        var previous: UInt8 = 0
        for (line, letter) in other.enumerated() {
          rows[current] = line + 1
          var least = line + 1
          for column in 0..<(width - 1) {
            let same = word[column] == letter ? 0 : 1
            var best = min(min(rows[last + column + 1], rows[current + column]) + 1, rows[last + column] + same)
            if column > 0, line > 0, word[column] == previous, word[column - 1] == letter {
              best = min(best, rows[before + column - 1] + 1)
            }
            rows[current + column + 1] = best
            least = min(least, best)
          }
          if least > limit { return nil }
          previous = letter
          (before, last, current) = (last, current, before)
        }
        let distance = rows[last + width - 1]
        return distance <= limit ? distance : nil
      }
    }
  }
}
