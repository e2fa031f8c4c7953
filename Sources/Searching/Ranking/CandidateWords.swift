import Foundation
import Schema
import Xapian

/// The words of a query in its candidates: how often each passage has them, and which debates' titles.
struct CandidateWords {
  /// A word: the ordinals of its terms in `occurrences`, and its weight, BM25's of the query times its idf.
  struct Word {
    var terms: Range<Int>
    var titleTerms: Range<Int>
    var weight: Double
  }

  let words: [Word]
  let occurrences: Occurrences
  /// The ordinal of the term that marks the first passages of debates.
  let first: Int

  /// How often a candidate has a word.
  func count(_ word: Word, in candidate: Int) -> Double {
    var count = 0.0
    for term in word.terms { count += Double(occurrences[term, candidate]) }
    return count
  }

  func isInTitle(_ word: Word, of candidate: Int) -> Bool {
    word.titleTerms.contains { occurrences[$0, candidate] > 0 }
  }

  /// Whether the candidate is its debate's first passage.
  func isFirst(_ candidate: Int) -> Bool { occurrences[first, candidate] > 0 }

  /// How much of the words a debate says as a whole: Σ w·ln(1 + C / n), C being how often its candidates say the word
  /// and n the debate's length relative to the average one. It saturates more slowly than BM25: a long debate on a
  /// subject repeats its words.
  ///
  /// - Parameters:
  ///   - length: relative to the average debate's.
  func whole(_ candidates: [Int], length: Double) -> Double {
    words.reduce(0) { sum, word in
      var count = 0.0
      for candidate in candidates { count += self.count(word, in: candidate) }
      return count == 0 ? sum : sum + word.weight * log1p(count / length)
    }
  }
}

extension SearchIndex {
  /// Looks words up in the candidates.
  func words(_ asked: [QueryWord], in candidates: Candidates) throws -> CandidateWords {
    let compiler = try compiler()
    let passages = Double(try reader.handle.documentCount)
    var terms = ByteStrings()
    func append(_ wanted: [String], _ frequencies: inout Double) throws -> Range<Int> {
      let first = terms.count
      for term in wanted {
        let frequency = try reader.handle.frequency(ofTerm: term)
        if frequency > 0 { terms.append(term) }
        frequencies += Double(frequency)
      }
      return first..<terms.count
    }
    var words: [CandidateWords.Word] = []
    for word in asked {
      var frequency = 0.0
      var inTitles = 0.0
      let stems = try append(QueryCompiler.terms(of: word), &frequency)
      let titles = try append(QueryCompiler.titleTerms(of: word), &inTitles)
      let weight = SearchIndex.inverseFrequency(frequency, of: passages) * compiler.queryWeight(word)
      if !stems.isEmpty { words.append(.init(terms: stems, titleTerms: titles, weight: weight)) }
    }
    terms.append(TermPrefix.first.rawValue)
    return CandidateWords(
      words: words, occurrences: try reader.handle.occurrences(of: terms, in: candidates.documents),
      first: terms.count - 1)
  }
}
