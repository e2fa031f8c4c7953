import Schema

/// What a snippet looks for in a text: the words that a query asks for, in all the ways in which a text may say them.
struct SoughtWords {
  /// What a term tells when a text has it.
  struct Sign: Equatable {
    /// The word of the query, by its ordinal: what says it twice says it once.
    var word: Int
    /// How much it speaks for a window.
    var worth: Double
    /// Whether the query asked for the term itself. Others, such as what means nearly the same, help to choose a window
    /// and are not marked.
    var isAsked: Bool
  }

  /// Words that count only where they stand together.
  struct Group: Equatable {
    /// Folded, in order.
    var words: [String]
    /// Within how many words of each other, in any order; nil when they follow each other as they are.
    var window: Int?
    /// For each of `words`.
    var signs: [Sign]
  }

  /// By the prefix of the index term, then the rest of it.
  private(set) var terms: [TermPrefix: [String: Sign]] = [:]
  private(set) var groups: [Group] = []
  /// Folded letters with which a word begins.
  private(set) var beginnings: [(letters: String, sign: Sign)] = []
  /// What each word of the query is worth as it was asked for.
  private var words: [Double] = []

  /// What all words of the query say together.
  var worth: Double { words.reduce(0, +) }

  /// Makes room for another word of the query.
  mutating func nextWord() -> Int {
    words.append(0)
    return words.count - 1
  }

  private mutating func note(_ sign: Sign) {
    if sign.isAsked { words[sign.word] = max(words[sign.word], sign.worth) }
  }

  /// Looks for a term; of two signs, what was asked for counts, and then the one that says more.
  mutating func add(_ prefix: TermPrefix, _ rest: String, _ sign: Sign) {
    note(sign)
    if let known = terms[prefix]?[rest], !known.isLess(than: sign) { return }
    terms[prefix, default: [:]][rest] = sign
  }

  mutating func add(_ group: Group) {
    group.signs.forEach { note($0) }
    groups.append(group)
  }

  mutating func add(beginning letters: String, _ sign: Sign) {
    note(sign)
    beginnings.append((letters, sign))
  }
}

extension SoughtWords.Sign {
  func isLess(than other: Self) -> Bool {
    isAsked == other.isAsked ? worth < other.worth : other.isAsked
  }
}
