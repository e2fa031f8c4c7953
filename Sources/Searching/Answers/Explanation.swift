public import Analysis
import Foundation
import Schema
import Xapian

/// Every stage of a query, printed: what it was cut into, how it was understood, what Xapian was asked, who voted.
public struct Explanation: Sendable {
  /// A token of the text, with all that it can be found by.
  public struct Word: Sendable {
    /// The text of the token, as written.
    public var written: String
    /// Its folded form.
    public var surface: String
    /// Its French stem.
    public var frenchStem: String
    /// Its English stem.
    public var englishStem: String
    /// Where it begins, in UTF-16 code units of the text.
    public var start: Int
    /// Where it ends, in UTF-16 code units of the text.
    public var end: Int
    /// Its place among the words of the text, from 0.
    public var position: Int
    /// Where it comes from.
    public var form: Token.Form
    /// The language of its sentence; nil when unknown.
    public var language: Language?
    /// Whether it is left out beside other words.
    public var isStopWord: Bool
  }

  /// The text's words, in order.
  public static func words(of text: String, with analyzer: Analyzer) -> [Word] {
    let units = Array(text.utf16)
    let vocabulary = analyzer.vocabulary
    return analyzer.tokens(of: text).map { token in
      Word(
        written: String(decoding: units[token.start..<token.end], as: UTF16.self),
        surface: vocabulary.surface(of: token.word),
        frenchStem: vocabulary.surface(of: vocabulary.stem(of: token.word, in: .french)),
        englishStem: vocabulary.surface(of: vocabulary.stem(of: token.word, in: .english)),
        start: token.start, end: token.end, position: token.position, form: token.form, language: token.language,
        isStopWord: vocabulary.isStopWord(token))
    }
  }
}

extension SearchIndex {
  /// Xapian's own description of what it is asked.
  public func xapianDescription(of query: String) throws -> String {
    let tree = parse(query)
    return try inOneRevision { try reader.handle.describe(compile(tree, Filters())) }
  }
}
