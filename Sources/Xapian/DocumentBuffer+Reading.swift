import CXapian

extension DocumentBuffer {
  /// Calls `body` with each value, in the order in which they were added.
  ///
  /// Those past 4 GiB are passed over: the writer refuses the document.
  public func forEachValue(_ body: (_ slot: UInt32, _ value: UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      for value in values where Int(value.start) + Int(value.length) <= bytes.count {
        body(value.slot, UnsafeBufferPointer(rebasing: bytes[Int(value.start)...].prefix(Int(value.length))))
      }
    }
  }

  /// All terms as they lie in memory: the bytes of terms and values; four 32-bit numbers for each term (where its bytes
  /// begin, how many they are, how often it occurs, where its positions end); the positions of all.
  public func withFlatTerms<Result>(
    _ body: (
      _ bytes: UnsafeBufferPointer<UInt8>, _ terms: UnsafeRawBufferPointer, _ positions: UnsafeBufferPointer<UInt32>
    ) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      terms.withUnsafeBytes { terms in positions.withUnsafeBufferPointer { body(bytes, terms, $0) } }
    }
  }

  /// Calls `body` with each term, in the order in which they were added, how often it occurs, and its positions.
  ///
  /// Those past 4 GiB are passed over: the writer refuses the document.
  public func forEachTerm(
    _ body: (
      _ term: UnsafeBufferPointer<UInt8>, _ withinDocumentFrequency: UInt32, _ positions: UnsafeBufferPointer<UInt32>
    ) -> Void
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      positions.withUnsafeBufferPointer { positions in
        var first = 0
        for term in terms where Int(term.start) + Int(term.length) <= bytes.count {
          let end = Int(term.positions_end)
          body(
            UnsafeBufferPointer(rebasing: bytes[Int(term.start)...].prefix(Int(term.length))),
            term.within_document_frequency, UnsafeBufferPointer(rebasing: positions[first..<end]))
          first = end
        }
      }
    }
  }
}
