import Analysis
import Schema

/// The words of a query's texts, as the one analyzer cuts them.
struct QueryWords {
  private let analyzer: Analyzer
  /// The language of the whole query: one word alone does not tell its own.
  private var language: Language?
  /// Words of the query that were counted; those of the next text come after them.
  private var position = 0

  init(analyzer: Analyzer) { self.analyzer = analyzer }

  /// The same, with the language of a text as a hint for its pieces.
  init(analyzer: Analyzer, of text: String) {
    self.analyzer = analyzer
    var tokens: [Token] = []
    language = analyzer.analyze(text, into: &tokens)
  }

  /// The words of a text that say something; when none does and it stands alone, all of them.
  mutating func loose(_ text: String, isAlone: Bool) -> [QueryWord] {
    let vocabulary = analyzer.vocabulary
    let tokens = analyzer.tokens(of: text, hint: language)
    var says = tokens.filter { !vocabulary.isStopWord($0) }
    // A whole whose parts are all stop words (`peut-être`) is asked for by its parts too.
    let onlyStopWords = isAlone && !says.contains(where: \.takesPosition)
    if onlyStopWords { says = tokens }
    var words: [QueryWord] = []
    var indexes: [WordID: Int] = [:]
    for token in says {
      if let index = indexes[token.word] {
        words[index].count += 1
        continue
      }
      indexes[token.word] = words.count
      words.append(word(token, isStopWord: onlyStopWords))
    }
    position += (tokens.last?.position ?? -1) + 1
    return words
  }

  private func word(_ token: Token, isStopWord: Bool) -> QueryWord {
    let vocabulary = analyzer.vocabulary
    let french = vocabulary.stem(of: token.word, in: .french)
    let english = vocabulary.stem(of: token.word, in: .english)
    return QueryWord(
      surface: vocabulary.surface(of: token.word), frenchStem: vocabulary.surface(of: french),
      englishStem: vocabulary.surface(of: english),
      impliesFrench: Terms.isImplied(stem: french, by: french, in: vocabulary),
      impliesEnglish: Terms.isImplied(stem: english, by: english, in: vocabulary),
      count: 1, language: token.language, position: position + token.position,
      isStopWordSomewhere: vocabulary.isStopWord(token.word, in: nil), isStopWord: isStopWord,
      isWhole: !token.takesPosition)
  }

  /// The words of a phrase, as they are.
  func surfaces(of text: String) -> [String] {
    analyzer.surfaces(of: text, hint: language)
  }

  /// Whether a text says anything by itself: not so `t-il`, `le`.
  func says(_ text: String) -> Bool {
    analyzer.tokens(of: text, hint: language).contains { $0.takesPosition && !isStopWord($0) }
  }

  /// How many words of a text say nothing by themselves.
  func stopWords(in text: String) -> Int {
    analyzer.tokens(of: text, hint: language).count { $0.takesPosition && isStopWord($0) }
  }

  /// How many different words of a text say something.
  func sayingWords(in text: String) -> Int {
    Set(analyzer.tokens(of: text, hint: language).filter { $0.takesPosition && !isStopWord($0) }.map(\.word)).count
  }

  /// Whether a text is one word, clitics apart.
  func isOneWord(_ text: String) -> Bool {
    analyzer.tokens(of: text, hint: language).count { $0.takesPosition && $0.form != .clitic } == 1
  }

  /// What is written as one word and asked for, or excluded, as such: a compound is its parts in a row, since one of
  /// them alone is another word.
  mutating func one(_ text: String) -> QueryTree? {
    let tokens = analyzer.tokens(of: text, hint: language).filter(\.takesPosition)
    let isSaying = tokens.map { !isStopWord($0) }
    if let first = isSaying.firstIndex(of: true), let last = isSaying.lastIndex(of: true), last > first {
      let parts = tokens[first...last].prefix(QueryBounds.maximumPhraseWords)
      return .phrase(parts.map { analyzer.vocabulary.surface(of: $0.word) })
    }
    let words = loose(text, isAlone: true)
    return words.isEmpty ? nil : .words(words)
  }

  /// The folded letters before a star; nil when they are not of one word.
  func prefix(_ text: String) -> String? {
    let tokens = analyzer.tokens(of: text, hint: language).filter(\.takesPosition)
    guard let last = tokens.last, tokens.dropLast().allSatisfy({ $0.form == .clitic }), last.form == .word else {
      return nil
    }
    return analyzer.vocabulary.surface(of: last.word)
  }

  private func isStopWord(_ token: Token) -> Bool {
    token.form == .clitic || analyzer.vocabulary.isStopWord(token.word, in: language)
  }
}
