public import Analysis

/// A query as it was understood, before it is put to an index. Prints as an expression, which tests compare.
public indirect enum QueryTree: Sendable, Equatable {
  /// Words that each passage should have, the more and the rarer the better.
  case words([QueryWord])
  /// Words that must follow each other exactly as written, accents and case apart.
  case phrase([String])
  /// All of these, each raising the score.
  case all([QueryTree])
  /// No word at all.
  case everything
}

/// One word of a query, ready to be asked for.
public struct QueryWord: Sendable, Equatable {
  /// The folded word.
  public var surface: String
  /// Its French Snowball stem.
  public var frenchStem: String
  /// Its English Snowball stem.
  public var englishStem: String
  /// The surface stands in the index for its French stem too (see `Terms.isImplied`).
  public var impliesFrench: Bool
  /// The English stem is its own surface in the index.
  public var impliesEnglish: Bool
  /// How often the query says it.
  public var count: Int
  /// The language of the sentence in which the query says it first; nil when unknown.
  public var language: Language?
  /// Where the query says it first, in words.
  public var position: Int
  /// A stop word, asked for because the query has nothing else.
  public var isStopWord: Bool
  /// A word that exists beside its parts: the joined form of a compound, a host, a mention.
  public var isWhole: Bool
}

extension QueryTree: CustomStringConvertible {
  /// An expression, such as `(words metiers~meti|metier)`.
  public var description: String {
    switch self {
    case .words(let words): "(words \(words.map(\.description).joined(separator: " ")))"
    case .phrase(let words): "(phrase \"\(words.joined(separator: " "))\")"
    case .all(let trees): "(all \(trees.map(\.description).joined(separator: " ")))"
    case .everything: "(everything)"
    }
  }

  /// The words of the tree, phrases apart, in order.
  public var words: [QueryWord] {
    switch self {
    case .words(let words): words
    case .all(let trees): trees.flatMap(\.words)
    case .phrase, .everything: []
    }
  }

  /// The words of the tree's phrases.
  public var phraseWords: [String] {
    switch self {
    case .phrase(let words): words
    case .all(let trees): trees.flatMap(\.phraseWords)
    case .words, .everything: []
    }
  }
}

extension QueryWord: CustomStringConvertible {
  /// The surface, its stems where they differ, and how often it is said.
  public var description: String {
    if isStopWord { return surface }
    let times = count > 1 ? "×\(count)" : ""
    let stems = frenchStem == englishStem ? frenchStem : "\(frenchStem)|\(englishStem)"
    return (stems == surface ? surface : "\(surface)~\(stems)") + times
  }
}
