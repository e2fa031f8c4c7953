/// The phrases and beginnings of words that a query asks for, as many as it may.
struct QueryItems {
  let text: QueryText
  let words: QueryWords
  private var phrases = 0
  private var prefixes = 0

  init(text: QueryText, words: QueryWords) {
    self.text = text
    self.words = words
  }

  /// Words between quotation marks; nil when they can only be read as loose words.
  mutating func phrase(_ inside: Range<Int>, _ distance: Int?, of lexeme: QueryLexeme, _ notes: inout QueryNotes)
    -> QueryTree?
  {
    func note(_ message: String) { notes.add(lexeme.range, message) }
    let said = words.surfaces(of: text.string(inside))
    guard !said.isEmpty else {
      note("nothing to search for stands between these quotation marks; they are passed over")
      return nil
    }
    guard said.count <= QueryBounds.maximumPhraseWords else {
      note("a phrase has at most \(QueryBounds.maximumPhraseWords) words; these are read as loose words")
      return nil
    }
    guard phrases < QueryBounds.maximumPhrases else {
      note("a query takes \(QueryBounds.maximumPhrases) phrases; this one is read as loose words")
      return nil
    }
    phrases += 1
    guard let distance, said.count > 1 else { return .phrase(said) }
    if distance > QueryBounds.maximumDistance {
      note("words may stand at most \(QueryBounds.maximumDistance) words apart; that is what is searched for")
    }
    return .near(said, window: said.count + min(distance, QueryBounds.maximumDistance))
  }

  /// The beginning of words; nil when it can only be read as a word.
  mutating func prefix(_ letters: Range<Int>, of lexeme: QueryLexeme, _ notes: inout QueryNotes) -> QueryTree? {
    func note(_ message: String) { notes.add(lexeme.range, message) }
    guard let folded = words.prefix(text.string(letters)) else {
      note("a star ends one word of letters; this is read without it")
      return nil
    }
    guard folded.count >= QueryBounds.minimumPrefixLetters else {
      note("a star needs \(QueryBounds.minimumPrefixLetters) letters before it; this is read as a word")
      return nil
    }
    guard prefixes < QueryBounds.maximumPrefixes else {
      note("a query takes \(QueryBounds.maximumPrefixes) words with a star; this one is read without it")
      return nil
    }
    prefixes += 1
    return .prefix(folded)
  }
}
