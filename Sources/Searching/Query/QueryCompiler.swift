import Foundation
import Schema
import Xapian

/// From a tree to the Xapian query that finds the same passages, fields apart, by the terms that the index has.
struct QueryCompiler {
  let parameters: RankingParameters
  let passages: UInt32
  let expander: WordExpander

  /// The query, for those who read it and for tests: searches work on the sets themselves.
  ///
  /// - Parameter isExcluded: whether the tree says what to leave out: words, and not their translations.
  func compile(_ tree: QueryTree, isExcluded: Bool = false) throws -> Query {
    switch tree {
    case .everything: return .all
    case .phrase(let words): return phrase(words)
    case .words(let words) where isExcluded:
      return .or(try expander.expand(words).flatMap(\.own).map { .term($0.term) })
    case .words(let words):
      let words = try informative(words)
      let groups = zip(words, try expander.expand(words)).compactMap { group($0, $1) }
      return groups.isEmpty ? .nothing : .or(groups)
    case .near(let words, let window):
      return .near(words.map { Array($0.utf8) }, window: UInt32(clamping: window))
    case .prefix(let letters):
      return .wildcard(prefix: Array(letters.utf8), atMost: UInt32(clamping: SearchIndex.maximumPrefixTerms))
    case .field(.title(let tree)): return try compile(tree)
    case .field: return .all
    case .all(let trees): return try .and(trees.map { try compile($0, isExcluded: isExcluded) })
    case .any(let trees): return try .or(trees.map { try compile($0, isExcluded: isExcluded) })
    case .not(let tree): return try .butNot(.all, compile(tree, isExcluded: !isExcluded))
    case .raised(let tree, let words): return try .maybe(compile(tree, isExcluded: isExcluded), compile(words))
    }
  }

  private func phrase(_ words: [String]) -> Query {
    .phrase(words.map { Array($0.utf8) }, window: UInt32(words.count))
  }

  /// A word asks for its stems in both languages, and for its translations, as one term (Pirkola's structured query: the
  /// frequencies of synonyms are added before they are weighted). What it has found is weighed again, more finely.
  private func group(_ word: QueryWord, _ terms: WordTerms) -> Query? {
    let stems = (terms.own + terms.translations).map { Query.term($0.term) }
    guard !stems.isEmpty else { return nil }
    let group: Query = stems.count == 1 ? stems[0] : .synonym(stems)
    let weight = queryWeight(word)
    return weight == 1 ? group : .scaled(group, by: weight)
  }

  /// BM25's saturation of a term repeated in the query: (k3 + 1) q / (k3 + q).
  func queryWeight(_ word: QueryWord) -> Double {
    let count = Double(word.count)
    let repeated = (parameters.k3 + 1) * count / (parameters.k3 + count)
    return word.isWhole ? repeated * parameters.joinedWeight : repeated
  }

  /// The terms under which a word's stems are indexed.
  static func terms(of word: QueryWord) -> [String] { stems(of: word).map { $0.prefix.rawValue + $0.stem } }

  /// The terms under which a word is indexed where a title has it.
  static func titleTerms(of word: QueryWord) -> [String] {
    Set([word.frenchStem, word.englishStem]).sorted().map { TermPrefix.title.rawValue + $0 }
  }

  /// The same, each apart from its prefix.
  static func stems(of word: QueryWord) -> [(prefix: TermPrefix, stem: String)] {
    if word.isStopWord { return [(.surface, word.surface)] }
    var stems: [(TermPrefix, String)] = [(.frenchStem, word.frenchStem), (.englishStem, word.englishStem)]
    if word.isStopWordSomewhere { stems.append((.surface, word.surface)) }
    if word.impliesFrench { stems.append((.surface, word.frenchStem)) }
    if word.impliesEnglish, word.englishStem != word.frenchStem || !word.impliesFrench {
      stems.append((.surface, word.englishStem))
    }
    return stems
  }

  /// The words of a long query that say most: those with the highest query weight times inverse document frequency.
  /// A query of `maximumWords` or fewer keeps all that occur at all.
  func informative(_ words: [QueryWord]) throws -> [QueryWord] {
    guard words.count > parameters.maximumWords else { return words }
    let scored = try words.enumerated().map { index, word in
      let frequency = try QueryCompiler.terms(of: word).map { try expander.frequency($0) }.max() ?? 0
      let inverse = frequency == 0 ? 0 : log((Double(passages) + 1) / (Double(frequency) + 0.5))
      return (index: index, word: word, score: queryWeight(word) * inverse)
    }
    return
      scored.sorted { ($0.score, $1.index) > ($1.score, $0.index) }.prefix(parameters.maximumWords)
      .sorted { $0.index < $1.index }.map(\.word)
  }
}
