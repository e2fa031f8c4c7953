import Xapian

extension SearchIndex {
  /// The passages that have all of some terms.
  ///
  /// - Parameter size: one more than the last document number.
  func passages(havingAll terms: [String], size: Int) throws -> DocumentSet {
    // The rarest first: where it is nowhere, the others need not be read.
    let ordered = try Set(terms).map { (term: $0, frequency: try frequency(ofTerm: $0)) }.sorted {
      ($0.frequency, $0.term) < ($1.frequency, $1.term)
    }
    guard let rarest = ordered.first else { return DocumentSet(size: size) }
    var all = try reader.handle.documents(withAnyOf: [rarest.term], size: size)
    for (term, _) in ordered.dropFirst() where !all.isEmpty {
      all.formIntersection(try reader.handle.documents(withAnyOf: [term], size: size))
    }
    return all
  }

  /// Where a phrase stands; of one whose words are too common, where it stands in the first passages that have them.
  func postings(ofPhrase words: [String]) throws -> PhrasePostings {
    let candidates = try passages(havingAll: words, size: documentLengths().count).documents
    let looked = Array(candidates.prefix(parameters.phraseLookUps))
    let counts = try reader.handle.windows(of: words, within: nil, in: looked)
    let found = zip(looked, counts).filter { $1 > 0 }
    return PhrasePostings(words: words, documents: found.map(\.0), counts: found.map(\.1))
  }
}
