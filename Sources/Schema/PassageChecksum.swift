import Debates
public import Xapian

/// What tells whether a passage is in the index as it was put there: its data, its values, and its terms with their
/// frequencies and positions. Xapian's files have no checksums.
///
/// Terms count as a sum of hashes, so that it does not matter whether they are met in the order of a document or, all
/// documents at once, in that of the index.
public enum PassageChecksum {
  /// Puts the checksum of a document into its slot. Nothing may be added to the document after it.
  public static func seal(_ document: inout DocumentBuffer) {
    let terms = document.withFlatTerms { bytes, terms, positions in
      ShortHash.sum(ofTerms: terms, bytes: bytes, positions: positions)
    }
    document.addValue(slot: Slot.checksum.rawValue, of(document, terms: terms))
  }

  /// The checksum of a document whose terms come to the given sum of ``posting(of:_:_:)``.
  public static func of(_ document: borrowing DocumentBuffer, terms: UInt64) -> [UInt8] {
    var values: UInt64 = 0
    document.forEachValue { slot, value in
      guard slot != Slot.checksum.rawValue, !value.isEmpty else { return }
      values &+= ShortHash.of(UnsafeRawBufferPointer(value), seed: UInt64(slot) + 1)
    }
    let data = document.data.withUnsafeBytes { ShortHash.of($0, seed: 0) }
    var parts = (data.littleEndian, values.littleEndian, terms.littleEndian)
    let whole = withUnsafeBytes(of: &parts) { ShortHash.of($0, seed: 0) }
    return withUnsafeBytes(of: whole.littleEndian) { Array($0) }
  }

  /// What ``posting(of:_:_:)`` knows a term by.
  public static func hash(ofTerm term: UnsafeBufferPointer<UInt8>) -> UInt64 {
    ShortHash.of(UnsafeRawBufferPointer(term), seed: 0)
  }

  /// A term's part in the sum of its document.
  public static func posting(
    of term: UInt64, _ withinDocumentFrequency: UInt32, _ positions: UnsafeBufferPointer<UInt32>
  ) -> UInt64 {
    ShortHash.posting(of: term, withinDocumentFrequency, positions)
  }
}
