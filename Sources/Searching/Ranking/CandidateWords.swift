import Analysis
import Foundation
import Schema
import Xapian

/// The words of a query in its candidates: how often each passage has them, and which debates' titles.
struct CandidateWords {
  /// A word of the query.
  struct Word {
    /// The terms that stand for it, by their ordinals in `occurrences`, and how much each does.
    var terms: [(ordinal: Int, weight: Double)]
    /// By candidate: how often it has a phrase that stands for the word; empty without any.
    var phrases: [UInt32] = []
    /// The word as it was typed.
    var surface: Int?
    /// Its stems in titles.
    var titleTerms: Range<Int>
    /// What it weighs in the query times its inverse frequency: as a stem, as it was typed, and in a title.
    var weight: Double
    var surfaceWeight: Double
    var titleWeight: Double
  }

  private(set) var words: [Word]
  /// The terms of `occurrences` that stand for words.
  let terms: [String]
  /// For each candidate in its order.
  private(set) var occurrences: Occurrences
  /// The ordinal of the term that marks the first passages of debates.
  let first: Int
  /// The mean length of a passage.
  let averageLength: Double

  /// How often a candidate has a word, in one way or another.
  func count(_ word: Word, in candidate: Int) -> Double {
    var count = 0.0
    for (term, weight) in word.terms { count += weight * Double(occurrences[term, candidate]) }
    return word.phrases.isEmpty ? count : count + Double(word.phrases[candidate])
  }

  /// Puts the candidates in another order, each by its place in this one.
  mutating func reorder(_ order: [Int]) {
    occurrences = occurrences.reordered(order)
    for index in words.indices where !words[index].phrases.isEmpty {
      let phrases = words[index].phrases
      words[index].phrases = order.map { phrases[$0] }
    }
  }

  func isInTitle(_ word: Word, of candidate: Int) -> Bool {
    word.titleTerms.contains { occurrences[$0, candidate] > 0 }
  }

  /// Whether the candidate is its debate's first passage.
  func isFirst(_ candidate: Int) -> Bool { occurrences[first, candidate] > 0 }

  /// A candidate's score by BM25 (Robertson and Zaragoza 2009, equation 3.15), with Xapian's least length.
  func score(_ candidate: Int, _ parameters: RankingParameters) -> Double {
    let length = max(Double(occurrences.length(of: candidate)) / averageLength, 0.5)
    let norm = parameters.k1 * (1 - parameters.b + parameters.b * length)
    var score = 0.0
    for word in words {
      let count = count(word, in: candidate)
      if count > 0 { score += word.weight * (parameters.k1 + 1) * count / (norm + count) }
      guard let surface = word.surface else { continue }
      let typed = Double(occurrences[surface, candidate])
      if typed > 0 { score += word.surfaceWeight * (parameters.k1 + 1) * typed / (norm + typed) }
    }
    return score
  }

  /// How much of the words a debate says as a whole: Σ w·ln(1 + C / n), C being how often its candidates say the word,
  /// each by the weight of its kind, and n the debate's length relative to the average one. It saturates more slowly than BM25: a long debate on a
  /// subject repeats its words.
  ///
  /// - Parameters:
  ///   - weights: of every candidate of the query.
  ///   - length: relative to the average debate's.
  func whole(_ candidates: [Int], _ weights: [Double], length: Double) -> Double {
    words.reduce(0) { sum, word in
      var count = 0.0
      for candidate in candidates { count += weights[candidate] * self.count(word, in: candidate) }
      return count == 0 ? sum : sum + word.weight * log1p(count / length)
    }
  }
}

extension SearchIndex {
  /// Looks the words of a query up in passages.
  func words(_ asked: [AskedWord], in documents: [UInt32]) throws -> CandidateWords {
    let passages = Double(try reader.handle.documentCount)
    var terms = ByteStrings()
    func append(_ term: String) -> Int {
      terms.append(term)
      return terms.count - 1
    }
    let words = try asked.map { word in
      let titles = terms.count
      for term in word.titleTerms where try frequency(ofTerm: term) > 0 { _ = append(term) }
      var found = CandidateWords.Word(
        terms: [], surface: nil, titleTerms: titles..<terms.count, weight: word.queryWeight * word.inverseFrequency,
        surfaceWeight: 0,
        titleWeight: word.queryWeight * parameters.titleWeight
          * SearchIndex.inverseFrequency(word.terms.frequency, of: passages))
      found.terms = word.terms.all.map { (append($0.term), $0.weight) }
      for phrase in word.terms.phrases {
        let counts = Dictionary(zip(phrase.documents, phrase.counts)) { first, _ in first }
        if found.phrases.isEmpty { found.phrases = [UInt32](repeating: 0, count: documents.count) }
        for (place, document) in documents.enumerated() { found.phrases[place] += counts[document] ?? 0 }
      }
      if let surface = word.surface {
        let typed = Double(try frequency(ofTerm: surface))
        found.surfaceWeight =
          word.queryWeight * parameters.surfaceWeight * SearchIndex.inverseFrequency(typed, of: passages)
        if typed > 0 { found.surface = append(surface) }
      }
      return found
    }
    let first = append(TermPrefix.first.rawValue)
    return CandidateWords(
      words: words, terms: (0..<first).map(terms.string(at:)),
      occurrences: try reader.handle.occurrences(of: terms, in: documents), first: first,
      averageLength: max(1, try reader.handle.averageLength))
  }

  /// The weight of a word by how rare it is, here and in debates of any kind: what few passages tell of it counts less
  /// than what many do.
  func inverseFrequency(_ terms: WordTerms, of passages: Double) -> Double {
    let prior = parameters.backgroundPassages
    return SearchIndex.inverseFrequency(terms.frequency + prior * terms.share, of: passages + prior)
  }
}
