import CXapian

/// A word to score documents by: the terms that stand for it, and what it weighs.
public struct RankedWord: Sendable {
  /// A term of the word.
  public struct Term: Sendable {
    /// The term's bytes.
    public var term: String
    /// How much it stands for the word.
    public var weight: Double
    /// Whether a document that has it is found; other terms only add to its score.
    public var finds: Bool
    /// Postings that stand for those of the index: documents, ascending, and how often each has it.
    public var given: (documents: [UInt32], counts: [UInt32])?

    /// A term of a word.
    public init(term: String, weight: Double, finds: Bool, given: (documents: [UInt32], counts: [UInt32])? = nil) {
      self.term = term
      self.weight = weight
      self.finds = finds
      self.given = given
    }
  }

  /// The terms that stand for the word; their frequencies in a document are added by their weights.
  public var terms: [Term]
  /// What the word weighs.
  public var weight: Double

  /// A word.
  public init(terms: [Term], weight: Double) {
    self.terms = terms
    self.weight = weight
  }
}

/// What words score in every document.
public struct DocumentScores: Sendable {
  /// By document number.
  public var scores: [Float]
  /// The documents that have a finding term.
  public var found: DocumentSet
  /// The time was over before the last term.
  public var isStopped: Bool
}

extension Reader {
  /// BM25 of every document over weighted words.
  ///
  /// It reads the postings of every term once, from first to last. For words that many documents have, that is faster
  /// than a search, which goes through the terms document by document.
  ///
  /// - Parameters:
  ///   - lengths: of every document by its number, as ``documentLengths()`` gives them.
  ///   - options: its BM25 constants count.
  ///   - nanoseconds: how long it may take; nil for no end.
  /// - Throws: ``XapianError``: `invalidArgument` for a constant that is no number or negative; `modified`, `io`.
  public func scores(
    of words: [RankedWord], lengths: [UInt32], _ options: SearchOptions, nanoseconds: UInt64? = nil
  ) throws(XapianError) -> DocumentScores {
    var names = ByteStrings()
    var terms: [cxapian_ranked_term] = []
    var given: (documents: [UInt32], counts: [UInt32]) = ([], [])
    for (index, word) in words.enumerated() {
      for term in word.terms {
        names.append(term.term)
        terms.append(
          cxapian_ranked_term(
            word: UInt32(index), weight: Float(term.weight), word_weight: word.weight, finds: term.finds,
            given_start: UInt32(given.documents.count), given_count: UInt32(term.given?.documents.count ?? 0)))
        if let postings = term.given {
          given.documents += postings.documents
          given.counts += postings.counts
        }
      }
    }
    let average = try averageLength
    var scores = DocumentScores(
      scores: [Float](repeating: 0, count: lengths.count), found: DocumentSet(size: lengths.count), isStopped: false)
    try crossing { error in
      lengths.withUnsafeBufferPointer { lengths in
        given.documents.withUnsafeBufferPointer { documents in
          given.counts.withUnsafeBufferPointer { counts in
            var ranking = cxapian_ranking(
              k1: options.k1, b: options.b, minimum_length: options.minimumNormalisedLength, average_length: average,
              lengths: lengths.baseAddress, size: lengths.count, given_documents: documents.baseAddress,
              given_counts: counts.baseAddress, nanoseconds: nanoseconds ?? .max)
            return scores.found.words.withUnsafeMutableBufferPointer { found in
              cxapian_reader_score(
                handle, names.bytes, names.ends, terms, terms.count, &ranking, &scores.scores, found.baseAddress,
                &scores.isStopped, error)
            }
          }
        }
      }
    }
    return scores
  }
}
