import CXapian

/// A whole value slot in memory: of every document, which of the slot's distinct values it has.
public struct ValueColumn: Sendable {
  /// By document number; 0 for a document without a value, and for a number that no document has.
  public let ordinals: [UInt32]
  /// The distinct values, by ordinal; the first is the empty one.
  public let values: ByteStrings
}

extension Reader {
  /// A value slot of all documents.
  ///
  /// - Throws: ``XapianError``: `rangeError` for 4 GiB or more of distinct values; `modified`, `io`.
  public func column(slot: UInt32) throws(XapianError) -> ValueColumn {
    var ordinals = cxapian_numbers()
    var values = cxapian_strings()
    try crossing { cxapian_reader_column(handle, slot, &ordinals, &values, $0) }
    return ValueColumn(ordinals: [UInt32](taking: &ordinals), values: ByteStrings(taking: &values))
  }
}
