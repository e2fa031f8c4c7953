import CXapian

/// All that one document is found by.
public struct Postings: Sendable, Equatable {
  /// In the order of their bytes.
  public let terms: ByteStrings
  /// For each term its frequency in the document, the number of its positions, and these.
  public let numbers: [UInt32]
}

extension Reader {
  /// The terms of a document with their frequencies and positions.
  ///
  /// - Throws: ``XapianError``: `notFound` if the document is not there; `invalidArgument` for document 0; `modified`,
  ///   `io`.
  public func postings(of document: UInt32) throws(XapianError) -> Postings {
    var terms = cxapian_strings()
    var numbers = cxapian_numbers()
    try crossing { cxapian_reader_postings(handle, document, &terms, &numbers, $0) }
    return Postings(terms: ByteStrings(taking: &terms), numbers: [UInt32](taking: &numbers))
  }
}
