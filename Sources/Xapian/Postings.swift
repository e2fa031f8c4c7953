import CXapian

/// The postings of some terms, each from the side of its term.
public struct Postings: Sendable {
  /// What an index keeps of a term beside its postings.
  public struct Statistics: Sendable, Equatable {
    /// How many documents have it.
    public var documents: UInt32
    /// How often it occurs in all of them.
    public var occurrences: UInt64
    /// It occurs in none of them more often than this.
    public var upperBound: UInt32

    /// These statistics; by default those of a term that is nowhere.
    public init(documents: UInt32 = 0, occurrences: UInt64 = 0, upperBound: UInt32 = 0) {
      self.documents = documents
      self.occurrences = occurrences
      self.upperBound = upperBound
    }
  }

  /// A term in a document.
  public struct Posting: Sendable, Equatable {
    /// The document's number.
    public var document: UInt32
    /// How often the term occurs in it.
    public var withinDocumentFrequency: UInt32
  }

  /// In the order of their bytes.
  public let terms: ByteStrings
  private let statistics: [cxapian_term_statistics]
  private let postings: [cxapian_posting]
  private let positions: [UInt32]

  init(taking found: inout cxapian_postings) {
    statistics = Array(UnsafeBufferPointer(start: found.statistics, count: found.terms.count))
    postings = Array(UnsafeBufferPointer(start: found.postings, count: found.posting_count))
    positions = Array(UnsafeBufferPointer(start: found.positions, count: found.position_count))
    terms = ByteStrings(taking: &found.terms)
    cxapian_postings_free(&found)
  }

  /// What the index keeps of a term.
  public func statistics(ofTerm term: Int) -> Statistics {
    let kept = statistics[term]
    return Statistics(documents: kept.documents, occurrences: kept.occurrences, upperBound: kept.upper_bound)
  }

  /// Calls `body` with each posting of a term, in the order of the documents, and its positions.
  public func forEachPosting(ofTerm term: Int, _ body: (Posting, UnsafeBufferPointer<UInt32>) throws -> Void) rethrows {
    let first = term == 0 ? 0 : Int(statistics[term - 1].postings_end)
    var start = first == 0 ? 0 : Int(postings[first - 1].positions_end)
    try positions.withUnsafeBufferPointer { positions in
      for posting in postings[first..<Int(statistics[term].postings_end)] {
        let end = Int(posting.positions_end)
        try body(
          Posting(document: posting.document, withinDocumentFrequency: posting.within_document_frequency),
          UnsafeBufferPointer(rebasing: positions[start..<end]))
        start = end
      }
    }
  }
}

extension Reader {
  /// The terms that follow `term` in the order of their bytes, the first ones for nil, each with all its postings.
  ///
  /// - Parameter limit: The answer ends with the term that brings it to this many postings and positions; it has one
  ///   term at least, unless there is none.
  /// - Throws: ``XapianError``: `rangeError` for 4 GiB or more; `corrupt`, `modified`, `io`.
  public func postings(after term: [UInt8]?, limit: Int) throws(XapianError) -> Postings {
    let term = term ?? []
    var found = cxapian_postings()
    try crossing { cxapian_reader_postings(handle, term, term.count, max(limit, 1), &found, $0) }
    return Postings(taking: &found)
  }
}
