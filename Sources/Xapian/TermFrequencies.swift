import CXapian

/// Terms and how many documents have each, as they cross the C boundary: without a string for each.
public struct TermFrequencies: Sendable, Equatable {
  /// In the order of their bytes.
  public let terms: ByteStrings
  /// By the index of a term.
  public let frequencies: [UInt32]
}

extension Reader {
  /// At most `limit` terms that begin with `prefix`, in the order of their bytes, and how many documents have each.
  ///
  /// - Throws: ``XapianError``: `modified`, `io`.
  public func termFrequencies(prefix: String, limit: Int) throws(XapianError) -> TermFrequencies {
    let prefix = Array(prefix.utf8)
    var found = cxapian_strings()
    var counts = cxapian_numbers()
    try crossing { cxapian_reader_terms(handle, prefix, prefix.count, max(limit, 0), &found, &counts, $0) }
    return TermFrequencies(terms: ByteStrings(taking: &found), frequencies: [UInt32](taking: &counts))
  }
}
