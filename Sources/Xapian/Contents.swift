import CXapian

/// What an index keeps of a document.
public struct DocumentContents: Sendable {
  /// Its data, values and terms, without positions (``Reader/postings(after:limit:)`` has them).
  public var document: DocumentBuffer
  /// Its length, as it is kept for ranking: the sum of its terms' within-document frequencies.
  public var length: UInt32
  /// How many terms it is said to have; no more than its length, whatever filters it has.
  public var uniqueTerms: UInt32
}

/// What an index keeps of the lengths of all documents.
public struct DocumentLengths: Sendable, Equatable {
  /// Their sum.
  public var total: UInt64
  /// No document with any term is shorter.
  public var lowerBound: UInt32
  /// No document is longer.
  public var upperBound: UInt32
}

/// What an index keeps of the values in a slot.
public struct ValueBounds: Sendable, Equatable {
  /// How many documents have one.
  public var count: UInt32
  /// No value is below it.
  public var lowerBound: [UInt8]
  /// No value is above it.
  public var upperBound: [UInt8]

  /// These bounds.
  public init(count: UInt32, lowerBound: [UInt8], upperBound: [UInt8]) {
    self.count = count
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }
}

extension Reader {
  /// All that is kept of a document besides its positions.
  ///
  /// - Throws: ``XapianError``: `notFound`, `invalidArgument` for document 0; `corrupt`, `modified`, `io`.
  public func contents(of document: UInt32) throws(XapianError) -> DocumentContents {
    var contents = cxapian_contents()
    try crossing { cxapian_reader_contents(handle, document, &contents, $0) }
    defer { cxapian_contents_free(&contents) }
    var buffer = DocumentBuffer()
    buffer.data = Array(UnsafeBufferPointer(start: contents.data, count: contents.data_size))
    buffer.bytes = Array(UnsafeBufferPointer(start: contents.bytes, count: contents.size))
    buffer.values = Array(UnsafeBufferPointer(start: contents.values, count: contents.value_count))
    buffer.terms = Array(UnsafeBufferPointer(start: contents.terms, count: contents.term_count))
    return DocumentContents(document: buffer, length: contents.length, uniqueTerms: contents.unique_terms)
  }

  /// What is kept of the lengths of documents.
  ///
  /// - Throws: ``XapianError``: `modified`, `io`.
  public var lengths: DocumentLengths {
    get throws(XapianError) {
      var lengths = cxapian_lengths()
      try crossing { cxapian_reader_lengths(handle, &lengths, $0) }
      return DocumentLengths(total: lengths.total, lowerBound: lengths.lower_bound, upperBound: lengths.upper_bound)
    }
  }

  /// What is kept of the values in a slot.
  ///
  /// - Throws: ``XapianError``: `modified`, `io`.
  public func bounds(ofSlot slot: UInt32) throws(XapianError) -> ValueBounds {
    var count: UInt32 = 0
    let bounds = try ByteStrings.crossing { cxapian_reader_value_bounds(handle, slot, &count, $0, $1) }
    return ValueBounds(count: count, lowerBound: Array(bounds[0]), upperBound: Array(bounds[1]))
  }
}
