import Analysis

/// The words of a query that may have been misspelt: of the letters from a to z, in what is searched as words.
struct TypedWords {
  /// A word where it stands.
  struct Word {
    /// Folded.
    var surface: String
    /// As typed.
    var typed: String
    /// In UTF-16 code units of the query.
    var range: Range<Int>
    /// Its stems, French and English.
    var stems: [String]
    /// Whether it says nothing by itself, or is elided.
    var isStopWord: Bool
    /// Whether it is the value of a field that holds names.
    var isName: Bool
    /// Whether it begins with a capital, and the query does not begin with it.
    var hasCapital: Bool
    /// Whether it is short and all capitals, and the query is not.
    var isAcronym: Bool
    /// Whether nothing but spaces, a hyphen or an apostrophe is between it and the word before.
    var followsWord: Bool
  }

  /// In the order of the text.
  let words: [Word]

  /// - Parameter query: as it was typed.
  init(_ query: String, _ analyzer: Analyzer) {
    let units = Array(query.utf16)
    let parts = QueryParts(units)
    let vocabulary = analyzer.vocabulary
    let tokens = analyzer.tokens(of: String(decoding: parts.searched, as: UTF16.self))
    // What the analyzer takes for an address, a host or a mention is no word.
    let other = tokens.filter { [.host, .address, .mention].contains($0.form) }.map { $0.start..<$0.end }
    let isShouted = query == query.uppercased() && tokens.count > 1
    var words: [Word] = []
    for token in tokens where token.form == .word || token.form == .clitic {
      let range = token.start..<token.end
      let surface = vocabulary.surface(of: token.word)
      guard SpellingDictionary.isSpelt(surface.utf8), !other.contains(where: { $0.overlaps(range) }) else { continue }
      let between = min(words.last?.range.upperBound ?? 0, range.lowerBound)..<range.lowerBound
      let typed = String(decoding: units[range], as: UTF16.self)
      words.append(
        Word(
          surface: surface, typed: typed, range: range,
          stems: [Language.french, .english].map { vocabulary.surface(of: vocabulary.stem(of: token.word, in: $0)) },
          isStopWord: vocabulary.isStopWord(token.word, in: nil) || token.form == .clitic,
          isName: parts.isName(at: token.start),
          hasCapital: !words.isEmpty && typed.first?.isUppercase == true && !isShouted,
          isAcronym: typed.count <= TypedWords.longestAcronym && typed.allSatisfy(\.isUppercase) && !isShouted,
          followsWord: !words.isEmpty && between.allSatisfy { TypedWords.joining.contains(units[$0]) }))
    }
    self.words = words
  }

  private static let longestAcronym = 6
  private static let joining: Set<UInt16> = [0x20, 0x2D, 0x2010, 0x2011, 0x27, 0x2019]
}
