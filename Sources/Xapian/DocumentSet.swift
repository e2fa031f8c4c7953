import CXapian

/// A set of documents of one revision: a bit for each document number.
public struct DocumentSet: Sendable, Equatable {
  /// Document numbers are below this.
  public let size: Int
  var words: [UInt64]

  /// No document.
  /// - Parameter size: one more than the last document number.
  public init(size: Int) {
    self.size = size
    words = [UInt64](repeating: 0, count: (size + 63) / 64)
  }

  /// Some documents; numbers of `size` or more are left out.
  public init(size: Int, _ documents: some Sequence<UInt32>) {
    self.init(size: size)
    for document in documents { insert(document) }
  }

  /// Adds a document.
  @inline(__always)
  public mutating func insert(_ document: UInt32) {
    if Int(document) < size { words[Int(document) >> 6] |= 1 << UInt64(document & 63) }
  }

  /// Takes a document out.
  public mutating func remove(_ document: UInt32) {
    if Int(document) < size { words[Int(document) >> 6] &= ~(1 << UInt64(document & 63)) }
  }

  /// Whether the document is in the set.
  @inline(__always)
  public func contains(_ document: UInt32) -> Bool {
    Int(document) < size && words[Int(document) >> 6] & (1 << UInt64(document & 63)) != 0
  }

  /// How many documents there are.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether there is no document.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The documents, ascending.
  public var documents: [UInt32] {
    var documents: [UInt32] = []
    forEach { documents.append($0) }
    return documents
  }

  /// Calls `body` with each document, ascending.
  @inlinable
  public func forEach(_ body: (UInt32) -> Void) {
    for index in 0..<wordCount {
      var bits = word(index)
      while bits != 0 {
        body(UInt32(index * 64 + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
  }

  @usableFromInline var wordCount: Int { words.count }
  @usableFromInline func word(_ index: Int) -> UInt64 { words[index] }

  /// Keeps what is in the other set too. Both are of one size.
  public mutating func formIntersection(_ other: DocumentSet) {
    for index in words.indices { words[index] &= index < other.words.count ? other.words[index] : 0 }
  }

  /// Adds what is in the other set. Both are of one size.
  public mutating func formUnion(_ other: DocumentSet) {
    for index in words.indices where index < other.words.count { words[index] |= other.words[index] }
  }

  /// Takes out what is in the other set. Both are of one size.
  public mutating func subtract(_ other: DocumentSet) {
    for index in words.indices where index < other.words.count { words[index] &= ~other.words[index] }
  }

  /// What is in both. Both are of one size.
  public func intersection(_ other: DocumentSet) -> DocumentSet {
    var set = self
    set.formIntersection(other)
    return set
  }

  /// What is in this one only. Both are of one size.
  public func subtracting(_ other: DocumentSet) -> DocumentSet {
    var set = self
    set.subtract(other)
    return set
  }

  /// The documents of the set with the highest scores, best first, among equals in the order of their numbers.
  ///
  /// - Parameter scores: by document number, as many as ``size``.
  /// - Throws: ``XapianError``: `outOfMemory`.
  public func best(by scores: [Float], limit: Int) throws(XapianError) -> [UInt32] {
    precondition(scores.count >= size)
    var best = cxapian_numbers()
    try crossing { cxapian_best(scores, words, size, limit, &best, $0) }
    return [UInt32](taking: &best)
  }
}

extension Reader {
  /// The documents that have one of the terms.
  ///
  /// - Parameter size: one more than the last document number.
  /// - Throws: ``XapianError``: `modified`, `io`.
  public func documents(withAnyOf terms: [String], size: Int) throws(XapianError) -> DocumentSet {
    var set = DocumentSet(size: size)
    let names = ByteStrings(terms)
    try crossing { error in
      set.words.withUnsafeMutableBufferPointer {
        cxapian_reader_mark(handle, names.bytes, names.ends, names.count, $0.baseAddress, size, error)
      }
    }
    return set
  }

  /// How often each document has all terms within a window of positions, in any order; or one after another in this
  /// order without a window. Documents lack none of the terms, or have 0.
  ///
  /// - Parameter nanoseconds: how long it may take; nil for no end.
  /// - Returns: one number for each document, or for the first of them when the time was over.
  /// - Throws: ``XapianError``: `invalidArgument` without a term; `modified`, `io`.
  public func windows(
    of terms: [String], within window: Int?, in documents: [UInt32], nanoseconds: UInt64? = nil
  ) throws(XapianError) -> [UInt32] {
    let names = ByteStrings(terms)
    var counts = cxapian_numbers()
    try crossing {
      cxapian_reader_windows(
        handle, names.bytes, names.ends, names.count, window.map { UInt32(clamping: max(1, $0)) } ?? 0, documents,
        documents.count, nanoseconds ?? .max, &counts, $0)
    }
    return [UInt32](taking: &counts)
  }
}
