/// Apostrophes: French elision (`l'homme` is `l` and `homme`), English clitics (`Burberry's` is `burberry` and `s`),
/// and names that keep theirs (`O'Brien`, `aujourd'hui`), which become one term without it.
enum Elision {
  /// What French elides before a vowel. `aujourd'hui` is not here: its apostrophe belongs to the word.
  private static let elided = ShortWords("l m t qu n s j d c jusqu quoiqu lorsqu puisqu presqu quelqu entr")
  /// Elided forms that make one word with what follows: `presqu'île`, `entr'acte` (`entracte` since 1990).
  private static let prefixes = ShortWords("presqu entr")
  private static let shortestPrefixed = 3

  /// English clitics. `t` is not here: `don't` and `dont` are one word to people who type.
  private static let clitics = ShortWords("s ll ve re m d")

  /// Emits what is elided at the start of a word; returns where the rest starts.
  static func peel(_ start: Int, _ end: Int, in context: inout RepairContext) -> Int {
    var start = start
    while let mark = firstApostrophe(start, end, context.text), mark + 1 < end,
      elided.contains(context.text, start, mark)
    {
      if end - mark > shortestPrefixed, prefixes.contains(context.text, start, mark) {
        context.emit(start, wordEnd(from: mark + 1, end, context.text), .whole)
      }
      context.emit(start, mark, .clitic)
      start = mark + 1
    }
    return start
  }

  /// Emits the pieces of a word that has an apostrophe inside.
  static func split(_ start: Int, _ wholeEnd: Int, in context: inout RepairContext) {
    let start = peel(start, wholeEnd, in: &context)
    var end = wholeEnd
    while let mark = lastApostrophe(start, end, context.text), mark > start,
      clitics.contains(context.text, mark + 1, end)
    {
      end = mark
    }
    splitMiddle(start, end, in: &context)
    while end < wholeEnd {
      let next = firstApostrophe(end + 1, wholeEnd, context.text) ?? wholeEnd
      context.emit(end + 1, next, .clitic)
      end = next
    }
  }

  private static func splitMiddle(_ start: Int, _ end: Int, in context: inout RepairContext) {
    guard let mark = firstApostrophe(start, end, context.text) else {
      GluedWords.split(start, end, in: &context)
      return
    }
    guard mark - start >= longNamePart, end - mark - 1 >= longNamePart, !wholeStarts.contains(context.text, start, mark)
    else {
      context.emit(start, end, .word)
      return
    }
    // Two words that an old spelling (`grand'mère`) or a quotation mark has glued.
    context.emit(start, end, .whole)
    var partStart = start
    while partStart < end {
      let partEnd = firstApostrophe(partStart, end, context.text) ?? end
      if partEnd < end, elided.contains(context.text, partStart, partEnd) {
        context.emit(partStart, partEnd, .clitic)
      } else {
        GluedWords.split(partStart, partEnd, in: &context)
      }
      partStart = partEnd + 1
    }
  }

  private static let longNamePart = 4

  /// What stands before the apostrophe of words that are never two.
  private static let wholeStarts = ShortWords("aujourd prud")

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

  private static func wordEnd(from start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt16>) -> Int {
    firstApostrophe(start, end, text) ?? end
  }
}
