import CXapian

/// A word to rank documents by: the terms that stand for it, and what it weighs.
public struct RankedWord: Sendable {
  /// A term of the word.
  public struct Term: Sendable {
    /// The term's bytes.
    public var term: String
    /// How much it stands for the word.
    public var weight: Double
    /// Whether a document that has it is found; other terms only add to its score.
    public var finds: Bool

    /// A term of a word.
    public init(term: String, weight: Double, finds: Bool) {
      self.term = term
      self.weight = weight
      self.finds = finds
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

extension Reader {
  /// The best documents by BM25 over weighted words, best first, and how many are found.
  ///
  /// It reads the postings of every term once, from first to last. For words that many documents have, that is faster
  /// than a search, which goes through the terms document by document.
  ///
  /// - Parameters:
  ///   - lengths: of every document by its number, as ``documentLengths()`` gives them.
  /// - Throws: ``XapianError``: `invalidArgument` for a constant that is no number or negative; `modified`, `io`.
  public func rank(
    _ words: [RankedWord], lengths: [UInt32], _ options: SearchOptions
  ) throws(XapianError) -> (documents: [UInt32], found: Int) {
    var names = ByteStrings()
    var terms: [cxapian_ranked_term] = []
    for (index, word) in words.enumerated() {
      for term in word.terms {
        names.append(term.term)
        terms.append(
          cxapian_ranked_term(
            word: UInt32(index), weight: Float(term.weight), word_weight: word.weight, finds: term.finds))
      }
    }
    let average = try averageLength
    var documents = cxapian_numbers()
    var found: UInt32 = 0
    try crossing { error in
      lengths.withUnsafeBufferPointer { lengths in
        var ranking = cxapian_ranking(
          k1: options.k1, b: options.b, minimum_length: options.minimumNormalisedLength, average_length: average,
          lengths: lengths.baseAddress, size: lengths.count, limit: Int(options.limit))
        return cxapian_reader_rank(
          handle, names.bytes, names.ends, terms, terms.count, &ranking, &documents, &found, error)
      }
    }
    return ([UInt32](taking: &documents), Int(found))
  }
}
