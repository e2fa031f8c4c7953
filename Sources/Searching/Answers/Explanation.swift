public import Analysis
import Debates
import Foundation
import Schema
import Xapian

/// Every stage of a query, printed: what it was cut into, how it was understood, the Xapian query that finds the same,
/// who voted.
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

/// A word of a query as the index is asked for it.
public struct ExplainedWord: Sendable {
  /// The word, folded.
  public var word: String
  /// The terms that stand for it, how much each does, and in how many passages it is.
  public var terms: [(term: String, weight: Double, passages: Int)]
  /// What the word weighs where it is found: its weight in the query times its inverse frequency.
  public var weight: Double
}

/// How a result's score came about: the sum of its parts.
public struct ExplainedResult: Sendable {
  /// The result with the parts of its score.
  public var result: RankedResult
  /// A debate's title, a person's name; nothing where the id says it.
  public var name: String
  /// The passages that voted, best first: id, score, and the weight of the vote.
  public var passages: [(id: String, score: Double, weight: Double)]
}

extension SearchIndex {
  /// Xapian's own description of the query that finds the same passages, fields apart.
  /// - Throws: `IndexError`.
  public func xapianDescription(of query: String) throws -> String {
    let tree = parse(query)
    return try inOneRevision { try reader.handle.describe(compiler().compile(tree)) }
  }

  /// What the index is asked for each word of a query.
  /// - Throws: `IndexError`.
  public func explainedWords(_ query: String) throws -> [ExplainedWord] {
    let tree = parse(query)
    return try inOneRevision {
      try askedWords(tree).map { word in
        let phrases = word.terms.phrases.map { phrase in
          (term: "\"\(phrase.words.joined(separator: " "))\"", weight: 1.0, passages: phrase.documents.count)
        }
        return ExplainedWord(
          word: word.name, terms: word.terms.all.map { ($0.term, $0.weight, Int($0.frequency)) } + phrases,
          weight: word.queryWeight * word.inverseFrequency)
      }
    }
  }

  /// The first results for a query, each with the parts of its score and the first of its votes.
  /// - Throws: `IndexError`.
  public func explained(
    _ query: String, by rank: SearchRequest.Rank, limit: Int, votes: Int = 5
  ) throws -> [ExplainedResult] {
    let tree = parse(query)
    return try inOneRevision {
      let candidates = try candidates(tree, limit: rank.candidates(parameters))
      func explained(_ result: RankedResult, _ name: String, _ ballots: [Ballot]) throws -> ExplainedResult {
        let shown = ballots.prefix(votes)
        let ids = try passageIds(shown.map { candidates.documents[$0.candidate] })
        return ExplainedResult(
          result: result, name: name, passages: zip(ids, shown).map { ($0, $1.score, $1.weight) })
      }
      switch rank {
      case .debates:
        return try rankedDebates(candidates).prefix(limit).map {
          try explained($0.result, try stored($0.id)?.title ?? "", $0.ballots)
        }
      case .speakers:
        return try rankedPeople(query, tree, candidates, filters: []).prefix(limit).map {
          try explained($0.result, try columns().people.entries[$0.entry].person.name, $0.ballots)
        }
      case .expertises:
        return try rankedExpertises(tree, candidates, filters: []).prefix(limit).map {
          try explained($0.result, "", [])
        }
      case .passages:
        return try candidates.documents.indices.prefix(limit).map { candidate in
          let id = try passageIds([candidates.documents[candidate]])[0]
          let part = RankedResult.Part(name: "words", value: candidates.scores[candidate], weight: 1)
          return ExplainedResult(result: RankedResult(id: id, parts: [part]), name: "", passages: [])
        }
      }
    }
  }
}
