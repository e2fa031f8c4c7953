/// What matches say together: a word of the query counts once in full, by the best that stands for it, then a tenth.
struct WindowWorth {
  private(set) var total = 0.0
  /// How much the words say that are there as the query asked for them, each once.
  private(set) var asked = 0.0
  /// Few words are in one window: a list is faster than a table.
  private var words: [(word: Int, best: Double, asked: Double)] = []

  private static let repetition = 0.1

  mutating func add(_ sign: SoughtWords.Sign) {
    guard let known = words.firstIndex(where: { $0.word == sign.word }) else {
      words.append((sign.word, sign.worth, sign.isAsked ? sign.worth : 0))
      total += sign.worth
      if sign.isAsked { asked += sign.worth }
      return
    }
    let more = max(0, sign.worth - words[known].best)
    words[known].best += more
    total += more + (sign.worth - more) * WindowWorth.repetition
    guard sign.isAsked, sign.worth > words[known].asked else { return }
    asked += sign.worth - words[known].asked
    words[known].asked = sign.worth
  }

  /// As new, in the same memory.
  mutating func clear() {
    total = 0
    asked = 0
    words.removeAll(keepingCapacity: true)
  }
}
