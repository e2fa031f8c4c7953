public import Analysis

/// What words mean on one site: those that mean the same there, and those that say nothing.
public struct SiteWords: Sendable, Equatable {
  /// A way to write a thing.
  struct Spelling: Sendable, Equatable {
    /// Folded.
    var words: [String]
    /// Of each word, whether queries are searched for it: stop words are not.
    var isAsked: [Bool]
  }

  /// A spelling by its line and its place there.
  struct Place: Sendable, Equatable {
    var line: Int
    var spelling: Int
  }

  /// Spellings of one thing; any of them stands for all.
  private(set) var synonyms: [[Spelling]] = []
  /// By the first word that a query is searched for: the spellings that begin so.
  private(set) var beginnings: [String: [Place]] = [:]
  /// Words that are not searched for beside others, folded.
  private(set) var stopWords: Set<String> = []

  /// None.
  public init() {}

  /// Lines of synonyms, as `CM = community manager = animateur de communauté`, and lines of stop words, one or more each.
  /// A line that begins with `#` is a comment.
  ///
  /// - Throws: `SiteWordsError` for the first line that says nothing.
  public init(synonyms: String = "", stopWords: String = "", analyzer: Analyzer) throws(SiteWordsError) {
    for (number, line) in SiteWords.lines(of: synonyms) {
      let spellings = line.split(separator: "=", omittingEmptySubsequences: false).map {
        SiteWords.spelling(of: String($0), analyzer)
      }
      guard spellings.count > 1 else {
        throw SiteWordsError(list: .synonyms, line: number, reason: "no equals sign; write CM = community manager")
      }
      guard spellings.allSatisfy({ !$0.words.isEmpty }) else {
        throw SiteWordsError(list: .synonyms, line: number, reason: "no word on one side of an equals sign")
      }
      if let long = spellings.first(where: { $0.words.count > SiteWords.maximumWords }) {
        throw SiteWordsError(
          list: .synonyms, line: number,
          reason: "\"\(long.words.joined(separator: " "))\" has more than \(SiteWords.maximumWords) words")
      }
      guard self.synonyms.count < SiteWords.maximumSynonyms else {
        throw SiteWordsError(
          list: .synonyms, line: number, reason: "more than \(SiteWords.maximumSynonyms) lines of synonyms")
      }
      for (place, spelling) in spellings.enumerated() {
        guard let first = spelling.isAsked.firstIndex(of: true) else { continue }
        beginnings[spelling.words[first], default: []].append(Place(line: self.synonyms.count, spelling: place))
      }
      self.synonyms.append(spellings)
    }
    for (number, line) in SiteWords.lines(of: stopWords) {
      let words = SiteWords.spelling(of: line, analyzer).words
      guard !words.isEmpty else { throw SiteWordsError(list: .stopWords, line: number, reason: "no word") }
      self.stopWords.formUnion(words)
    }
  }

  /// Whether there are none.
  public var isEmpty: Bool { synonyms.isEmpty && stopWords.isEmpty }

  private static func lines(of text: String) -> [(number: Int, line: String)] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap { index, line in
      let isSaid = line.contains { !$0.isWhitespace } && line.first { !$0.isWhitespace } != "#"
      return isSaid ? (index + 1, String(line)) : nil
    }
  }

  private static func spelling(of text: String, _ analyzer: Analyzer) -> Spelling {
    let tokens = analyzer.tokens(of: text).filter(\.takesPosition)
    let isAsked = tokens.map { !analyzer.vocabulary.isStopWord($0) }
    return Spelling(
      words: tokens.map { analyzer.vocabulary.surface(of: $0.word) },
      isAsked: isAsked.contains(true) ? isAsked : isAsked.map { _ in true })
  }

  static let maximumWords = 8
  static let maximumSynonyms = 10_000
}

/// Why a list of a site's words cannot be used.
public struct SiteWordsError: Error, Sendable, Equatable {
  /// Which list.
  public enum List: String, Sendable {
    case synonyms
    case stopWords = "stop words"
  }

  /// Which list.
  public var list: List
  /// From 1.
  public var line: Int
  /// What is wrong, with the way out.
  public var reason: String
}
