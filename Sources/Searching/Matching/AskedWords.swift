import Schema
import Xapian

/// What a query asks for, as it is scored: a word with all that stands for it, a word of a phrase, or a beginning of
/// words.
struct AskedWord {
  /// As the query has it, folded: a word, or a beginning with its star.
  var name: String
  var terms: WordTerms
  /// The term of the word as it was typed, where that counts beside its stems.
  var surface: String?
  /// Its stems in titles.
  var titleTerms: [String] = []
  /// How much the query says it.
  var queryWeight = 1.0
  /// What it weighs by how rare it is, apart from the query's weight.
  var inverseFrequency: Double
}

extension SearchIndex {
  /// All that a query asks for, the most informative words of a long one.
  func askedWords(_ tree: QueryTree) throws -> [AskedWord] {
    let compiler = try compiler()
    let passages = Double(try reader.handle.documentCount)
    let words = try compiler.informative(tree.words)
    var asked = zip(words, try compiler.expander.expand(words)).map { word, terms in
      AskedWord(
        name: word.surface, terms: terms, surface: word.surface, titleTerms: QueryCompiler.titleTerms(of: word),
        queryWeight: compiler.queryWeight(word), inverseFrequency: inverseFrequency(terms, of: passages))
    }
    for word in tree.phraseWords {
      let frequency = Double(try frequency(ofTerm: word))
      asked.append(
        AskedWord(
          name: word, terms: WordTerms(own: [.init(term: word, weight: 1, frequency: frequency)], share: 0),
          inverseFrequency: SearchIndex.inverseFrequency(frequency, of: passages)))
    }
    for letters in tree.prefixes {
      let terms = WordTerms(own: try terms(withPrefix: letters), share: 0)
      asked.append(
        AskedWord(
          name: letters + "*", terms: terms,
          inverseFrequency: SearchIndex.inverseFrequency(min(terms.frequency, passages), of: passages)))
    }
    return asked.filter { !$0.terms.all.isEmpty || !$0.terms.phrases.isEmpty }
  }

  /// The words that begin with these letters, with their frequencies.
  func allTerms(withPrefix letters: String) throws -> [(term: String, frequency: UInt32)] {
    try reader.handle.terms(prefix: letters, limit: SearchIndex.maximumPrefixTerms)
  }

  /// The most frequent words that begin with these letters: those that score.
  func terms(withPrefix letters: String) throws -> [WordTerms.Term] {
    try allTerms(withPrefix: letters).sorted { ($0.frequency, $1.term) > ($1.frequency, $0.term) }.prefix(
      parameters.prefixTerms
    ).map {
      WordTerms.Term(term: $0.term, weight: 1, frequency: Double($0.frequency))
    }
  }

  /// What the index is asked, to score every passage. In a large index, stems that stand in the same company only weigh
  /// what is found without them.
  func rankedWords(_ asked: [AskedWord]) throws -> [RankedWord] {
    let isWide = try reader.handle.documentCount < UInt32(clamping: parameters.widePassages)
    return asked.map { word in
      let near = (isWide ? word.terms.neighbours : []).map {
        RankedWord.Term(term: $0.term, weight: $0.weight, finds: false)
      }
      let terms = (word.terms.own + word.terms.translations).map {
        RankedWord.Term(term: $0.term, weight: $0.weight, finds: true)
      }
      let phrases = word.terms.phrases.map {
        RankedWord.Term(term: "", weight: 1, finds: true, given: (documents: $0.documents, counts: $0.counts))
      }
      return RankedWord(terms: terms + phrases + near, weight: word.queryWeight * word.inverseFrequency)
    }
  }

  /// Words of one prefix that are looked at.
  static let maximumPrefixTerms = 20_000
}
