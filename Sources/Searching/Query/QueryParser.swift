public import Analysis
import Schema

/// From the text of a query to a tree. Never fails: whatever was typed means something.
public struct QueryParser {
  /// Bytes of a query that are read; the rest is ignored. A contribution pasted whole is a query too.
  static let maximumBytes = 16 << 10

  /// Phrases of a query, and words of a phrase; what is more is read as loose words.
  static let maximumPhrases = 8
  static let maximumPhraseWords = 32

  /// Words beside the phrases of a query. In prose of more words, quotation marks quote; they do not ask for anything.
  static let maximumWordsBesidePhrases = 10

  private let analyzer: Analyzer

  /// A parser that cuts text as this analyzer does.
  public init(analyzer: Analyzer) { self.analyzer = analyzer }

  /// Words in quotation marks (`"`, `“ ”`, `« »`) are phrases; an unclosed mark is no mark, and neither are those of a
  /// text that somebody quotes in.
  public func parse(_ text: String) -> QueryTree {
    let text = QueryParser.bounded(text)
    var trees: [QueryTree] = []
    var loose = ""
    for piece in QueryParser.pieces(of: text) {
      switch piece {
      case .loose(let text): loose += text + " "
      case .quoted(let text):
        let words = surfaces(of: text)
        if (2...QueryParser.maximumPhraseWords).contains(words.count), trees.count < QueryParser.maximumPhrases {
          trees.append(.phrase(words))
        } else {
          loose += text + " "
        }
      }
    }
    var words = words(of: loose, isAlone: trees.isEmpty)
    if !trees.isEmpty, words.count > QueryParser.maximumWordsBesidePhrases {
      trees = []
      words = self.words(of: text, isAlone: true)
    }
    guard let first = trees.first else { return words.isEmpty ? .everything : .words(words) }
    let required = trees.count == 1 ? first : .all(trees)
    return words.isEmpty ? required : .raised(required, by: .words(words))
  }

  // MARK: Words

  private func words(of text: String, isAlone: Bool) -> [QueryWord] {
    let vocabulary = analyzer.vocabulary
    let tokens = analyzer.tokens(of: text)
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
      let french = vocabulary.stem(of: token.word, in: .french)
      let english = vocabulary.stem(of: token.word, in: .english)
      words.append(
        QueryWord(
          surface: vocabulary.surface(of: token.word), frenchStem: vocabulary.surface(of: french),
          englishStem: vocabulary.surface(of: english),
          impliesFrench: Terms.isImplied(stem: french, by: french, in: vocabulary),
          impliesEnglish: Terms.isImplied(stem: english, by: english, in: vocabulary),
          count: 1, language: token.language, position: token.position,
          isStopWordSomewhere: vocabulary.isStopWord(token.word, in: nil), isStopWord: onlyStopWords,
          isWhole: !token.takesPosition))
    }
    return words
  }

  private func surfaces(of text: String) -> [String] {
    analyzer.tokens(of: text).filter(\.takesPosition).map { analyzer.vocabulary.surface(of: $0.word) }
  }

  // MARK: Quotation marks

  private enum TextPiece {
    case loose(String)
    case quoted(String)
  }

  private static let closing: [Character: Character] = ["\"": "\"", "“": "”", "«": "»", "„": "“"]

  private static func pieces(of text: String) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { closing[$0] != nil }), let mark = closing[rest[open]] {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: mark) else {
        // An unclosed mark is no mark.
        pieces.append(.loose(String(rest[..<open])))
        rest = inside
        continue
      }
      if open > rest.startIndex { pieces.append(.loose(String(rest[..<open]))) }
      pieces.append(.quoted(String(inside[..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.loose(String(rest))) }
    return pieces
  }

  static func bounded(_ text: String) -> String {
    guard text.utf8.count > maximumBytes else { return text }
    return String(decoding: text.utf8.prefix(maximumBytes), as: UTF8.self)
  }
}
