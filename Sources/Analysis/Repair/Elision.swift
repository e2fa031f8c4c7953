/// Apostrophes: French elision (`l'homme` is `l` and `homme`), English clitics (`Burberry's` is `burberry` and `s`),
/// and names that keep theirs (`O'Brien`, `aujourd'hui`), which become one term without it.
enum Elision {
  /// What French elides before a vowel. `aujourd'hui` is not here: its apostrophe belongs to the word.
  private static let elided = wordSet("l m t qu n s j d c jusqu quoiqu lorsqu puisqu presqu quelqu entr")
  private static let longestElided = 6

  /// English clitics. `t` is not here: `don't` and `dont` are one word to people who type.
  private static let clitics = wordSet("s ll ve re m d")
  private static let longestClitic = 2

  /// Emits the pieces of a word that has an apostrophe inside, calling `word` for each part that is a word itself.
  static func split(
    _ start: Int, _ end: Int, in context: inout RepairContext,
    word: (_ start: Int, _ end: Int, inout RepairContext) -> Void
  ) {
    var start = start
    while let mark = firstApostrophe(start, end, context.text) {
      guard mark + 1 < end, context.isWord(start, mark, oneOf: elided, longest: longestElided) else { break }
      context.emit(start, mark, .clitic)
      start = mark + 1
    }
    guard let mark = firstApostrophe(start, end, context.text) else {
      word(start, end, &context)
      return
    }
    let last = lastApostrophe(start, end, context.text) ?? mark
    if context.isWord(last + 1, end, oneOf: clitics, longest: longestClitic) {
      split(start, last, in: &context, word: word)
      context.emit(last + 1, end, .clitic)
    } else if mark - start >= longNamePart, end - mark - 1 >= longNamePart, !keepsApostrophe(start, end, context) {
      // Two words that a quotation mark has glued.
      context.emit(start, end, .whole)
      word(start, mark, &context)
      split(mark + 1, end, in: &context, word: word)
    } else {
      context.emit(start, end, .word)
    }
  }

  private static let longNamePart = 4

  private static func keepsApostrophe(_ start: Int, _ end: Int, _ context: RepairContext) -> Bool {
    guard let mark = firstApostrophe(start, end, context.text) else { return false }
    return context.isWord(start, mark, oneOf: wholeStarts, longest: 7)
  }

  /// What stands before the apostrophe of words that are never two.
  private static let wholeStarts = wordSet("aujourd prud")

  private static func firstApostrophe(_ start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt16>) -> Int? {
    var i = start
    while i < end {
      if isApostrophe(text[i]) { return i }
      i += 1
    }
    return nil
  }

  private static func lastApostrophe(_ start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt16>) -> Int? {
    var i = end - 1
    while i >= start {
      if isApostrophe(text[i]) { return i }
      i -= 1
    }
    return nil
  }
}
