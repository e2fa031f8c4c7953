import Analysis
import Lexicon
import Schema
import Xapian

/// All terms of an index that may stand for a word of a query, each with how much it stands for it.
///
/// The word's own stems stand for it in full, its translations and the stems that stand in the same company by what the
/// lexicon tells. The frequencies of all are added by these weights before they are weighed (probabilistic structured
/// queries, Darwish and Oard 2003).
struct WordTerms {
  /// A term that the index has.
  struct Term: Equatable {
    var term: String
    var weight: Double
    /// In how many passages.
    var frequency: Double
  }

  /// The word's stems in both languages.
  var own: [Term]
  /// What translates them.
  var translations: [Term] = []
  /// What means nearly the same.
  var neighbours: [Term] = []
  /// In what share of any debate's passages the word is expected.
  var share: Double
  /// Where phrases stand that stand for it.
  var phrases: [PhrasePostings] = []

  var all: [Term] { own + translations + neighbours }

  /// In how many passages the word is found: those of its terms, by their weights.
  var frequency: Double {
    all.reduce(0) { $0 + $1.weight * $1.frequency } + phrases.reduce(0) { $0 + Double($1.documents.count) }
  }
}

/// The passages that have a phrase, ascending, and how often each has it.
struct PhrasePostings: Equatable {
  var words: [String]
  var documents: [UInt32]
  var counts: [UInt32]
}

/// Finds the terms of words, in the index that is open.
struct WordExpander {
  let parameters: RankingParameters
  let analyzer: Analyzer
  /// The languages that the index has passages of.
  let languages: Set<Language>
  /// The number of passages that hold a term; 0 for none.
  let frequency: (String) throws -> UInt32
  /// Where a phrase stands.
  var phrase: ([String]) throws -> PhrasePostings = { PhrasePostings(words: $0, documents: [], counts: []) }

  /// The terms of each word of a query. The more words it has, the less their neighbours count: a long query says in many
  /// ways what it means.
  func expand(_ words: [QueryWord]) throws -> [WordTerms] {
    let neighbourWeight = parameters.neighbourWeight * 30 / (30 + Double(words.count))
    return try words.map { try expand($0, neighbourWeight: neighbourWeight) }
  }

  private func expand(_ word: QueryWord, neighbourWeight: Double) throws -> WordTerms {
    var taken: Set<String> = []
    let wanted = QueryCompiler.terms(of: word) + word.synonyms.filter { $0.count == 1 }.flatMap { synonym($0[0]) }
    let own = try known(wanted.filter { taken.insert($0).inserted }.map { ($0, 1) })
    var terms = WordTerms(own: own, share: 0)
    terms.phrases = try word.synonyms.filter { $0.count > 1 }.map(phrase).filter { !$0.documents.isEmpty }
    guard !word.isStopWord, !word.isWhole else { return terms }
    for language in word.language.map({ [$0] }) ?? Language.allCases {
      let side: Lexicon.Side = language == .french ? .french : .english
      let stem = language == .french ? word.frenchStem : word.englishStem
      terms.share = max(terms.share, Lexicon.share(of: stem, in: side))
      let other: Language = language == .french ? .english : .french
      if languages.contains(other), parameters.translationWeight > 0 {
        let best = Lexicon.translations(of: stem, from: side).filter { $0.weight >= parameters.leastTranslation }
        terms.translations += try known(
          best.prefix(parameters.translations).flatMap { found in
            stemTerms(found.stem, in: other).map { ($0, found.weight * parameters.translationWeight) }
          }.filter { taken.insert($0.0).inserted })
      }
      if languages.contains(language), neighbourWeight > 0 {
        terms.neighbours += try known(
          Lexicon.neighbours(of: stem, in: side).flatMap { found in
            stemTerms(found.stem, in: language).map { ($0, found.weight * neighbourWeight) }
          }.filter { taken.insert($0.0).inserted })
      }
    }
    return terms
  }

  /// The terms of a word that stands for another.
  private func synonym(_ surface: String) -> [String] {
    QueryParser(analyzer: analyzer).parse(surface).tree.words.flatMap(QueryCompiler.terms)
  }

  /// The terms that translate a stem, whichever language it is of; none in an index of one language.
  func translations(of stem: String) throws -> [(term: String, weight: Double)] {
    guard languages.count > 1 else { return [] }
    var terms: [(String, Double)] = []
    for (side, other) in [(Lexicon.Side.french, Language.english), (.english, .french)] {
      for found in Lexicon.translations(of: stem, from: side).prefix(parameters.keyTranslations)
      where found.weight >= parameters.leastTranslation {
        let weight = found.weight * parameters.translationWeight * parameters.otherLanguageWeight
        terms += stemTerms(found.stem, in: other).map { ($0, weight) }
      }
    }
    return try known(terms).map { ($0.term, $0.weight) }
  }

  /// The terms under which passages of a language have a stem.
  private func stemTerms(_ stem: String, in language: Language) -> [String] {
    let prefix: TermPrefix = language == .french ? .frenchStem : .englishStem
    let prefixed = prefix.rawValue + stem
    return analyzer.isOwnStem(stem, in: language) ? [prefixed, stem] : [prefixed]
  }

  private func known(_ terms: [(String, Double)]) throws -> [WordTerms.Term] {
    try terms.compactMap { term, weight in
      let frequency = try frequency(term)
      return frequency > 0 ? WordTerms.Term(term: term, weight: weight, frequency: Double(frequency)) : nil
    }
  }
}

extension Analyzer {
  /// Whether a surface in the index stands for its stem in a language too (see `Terms.isImplied`).
  func isOwnStem(_ surface: String, in language: Language) -> Bool {
    guard let token = tokens(of: surface).first, vocabulary.surface(of: token.word) == surface else { return false }
    return Terms.isImplied(stem: vocabulary.stem(of: token.word, in: language), by: token.word, in: vocabulary)
  }
}
