public import Analysis

/// A query as it was understood, before it is put to an index. Prints as an expression, which tests compare.
public indirect enum QueryTree: Sendable, Equatable {
  /// Any of these words: the more of them a passage has and the rarer they are, the better.
  case words([QueryWord])
  /// Words that follow each other exactly as written, accents and case apart.
  case phrase([String])
  /// Words in any order, all of them within `window` words of a passage.
  case near([String], window: Int)
  /// Any word that begins with these folded letters.
  case prefix(String)
  /// What a passage must be, or be of.
  case field(FieldQuery)
  /// All of these.
  case all([QueryTree])
  /// One of these or more.
  case any([QueryTree])
  /// Everything but this.
  case not(QueryTree)
  /// The first, which finds; the words of the second only raise the score.
  case raised(QueryTree, by: QueryTree)
  /// Every passage: nothing was asked for.
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
  /// A stop word of one of the languages: passages of that language have it as it is, without a stem.
  public var isStopWordSomewhere: Bool
  /// A stop word, asked for because the query has nothing else.
  public var isStopWord: Bool
  /// A word that exists beside its parts: the joined form of a compound, a host, a mention.
  public var isWhole: Bool
  /// What the site says that it also means, each as its words, folded.
  public var synonyms: [[String]] = []
}

extension QueryTree: CustomStringConvertible {
  /// An expression, such as `(all (words metiers~meti|metier) (not (phrase "brand community")))`.
  public var description: String {
    switch self {
    case .words(let words): "(words \(words.map(\.description).joined(separator: " ")))"
    case .phrase(let words): "(phrase \"\(words.joined(separator: " "))\")"
    case .near(let words, let window): "(near/\(window) \(words.joined(separator: " ")))"
    case .prefix(let letters): "(prefix \(letters))"
    case .field(let field): field.description
    case .all(let trees): "(all \(trees.map(\.description).joined(separator: " ")))"
    case .any(let trees): "(any \(trees.map(\.description).joined(separator: " ")))"
    case .not(let tree): "(not \(tree))"
    case .raised(let tree, let words): "(raised \(tree) \(words))"
    case .everything: "(everything)"
    }
  }
}

extension QueryTree {
  /// The words of the tree that speak for a passage, phrases apart, in order.
  public var words: [QueryWord] {
    switch self {
    case .words(let words): words
    case .field(.title(let tree)): tree.words
    case .all(let trees), .any(let trees): trees.flatMap(\.words)
    case .raised(let tree, let words): tree.words + words.words
    case .phrase, .near, .prefix, .field, .not, .everything: []
    }
  }

  /// Whether it has words only, of which none must be there.
  var isPlain: Bool {
    switch self {
    case .words, .everything: true
    default: false
    }
  }

  /// The beginnings of words that speak for a passage.
  var prefixes: [String] {
    switch self {
    case .prefix(let letters): [letters]
    case .field(.title(let tree)): tree.prefixes
    case .all(let trees), .any(let trees): trees.flatMap(\.prefixes)
    case .raised(let tree, let words): tree.prefixes + words.prefixes
    case .words, .phrase, .near, .field, .not, .everything: []
    }
  }

  /// The words of the tree's phrases and windows, as written.
  var phraseWords: [String] {
    switch self {
    case .phrase(let words), .near(let words, _): words
    case .field(.title(let tree)): tree.phraseWords
    case .all(let trees), .any(let trees): trees.flatMap(\.phraseWords)
    case .raised(let tree, let words): tree.phraseWords + words.phraseWords
    case .words, .prefix, .field, .not, .everything: []
    }
  }
}

extension QueryWord: CustomStringConvertible {
  /// The surface, its stems where they differ, and how often it is said.
  public var description: String {
    if isStopWord { return surface }
    let other = synonyms.isEmpty ? "" : "=" + synonyms.map { $0.joined(separator: "+") }.joined(separator: "=")
    let times = count > 1 ? "×\(count)" : ""
    let stems = frenchStem == englishStem ? frenchStem : "\(frenchStem)|\(englishStem)"
    return (stems == surface ? surface : "\(surface)~\(stems)") + other + times
  }
}
