import CXapian

/// One document in the flat form that crosses the C boundary in a single call.
///
/// A buffer is filled, given to ``Writer/add(_:)``, emptied with its memory kept, and filled again. Its limits (a term
/// of at most 245 bytes, data of at most 64 MiB) are checked by the writer, which names the culprit.
///
/// ```swift
/// var document = DocumentBuffer()
/// document.data = Array("Bonjour à tous".utf8)
/// document.addTerm("bonjour", withinDocumentFrequency: 1, positions: [1])
/// document.addTerm("tous", withinDocumentFrequency: 1, positions: [3])
/// document.addValue(slot: 0, Array("2024-05-01".utf8))
/// ```
public struct DocumentBuffer: Sendable {
  /// What is stored with the document and comes back as it is.
  public var data: [UInt8] = []
  var bytes: [UInt8] = []
  var values: [cxapian_value] = []
  var terms: [cxapian_term] = []
  var positions: [UInt32] = []

  /// An empty document.
  public init() {}

  /// How many times a term was added.
  public var termCount: Int { terms.count }

  /// Sets the value in a slot. An empty one is the same as none.
  public mutating func addValue(slot: UInt32, _ value: [UInt8]) {
    let (start, length) = value.withUnsafeBufferPointer { store($0) }
    values.append(cxapian_value(slot: slot, start: start, length: length))
  }

  /// Adds a term.
  ///
  /// - Parameters:
  ///   - prefix: What stands before the term's bytes.
  ///   - withinDocumentFrequency: How often it occurs; adds up if the term is there, and adds to the document's
  ///     length. 0 makes it a mere filter.
  ///   - positions: Where it occurs, ascending; may be empty.
  public mutating func addTerm(
    prefix: UInt8? = nil, _ term: UnsafeBufferPointer<UInt8>, withinDocumentFrequency: UInt32,
    positions: UnsafeBufferPointer<UInt32>
  ) {
    self.positions.append(contentsOf: positions)
    if let prefix { bytes.append(prefix) }
    let (start, length) = store(term)
    let before: UInt32 = prefix == nil ? 0 : 1
    terms.append(
      cxapian_term(
        start: start - before, length: length + before, within_document_frequency: withinDocumentFrequency,
        positions_end: UInt32(clamping: self.positions.count)))
  }

  /// Adds a term, from memory that need not be contiguous. Without positions it matches in no phrase.
  public mutating func addTerm(
    _ term: some Collection<UInt8>, withinDocumentFrequency: UInt32,
    positions: some Collection<UInt32> = EmptyCollection()
  ) {
    withContiguous(term) { term in
      withContiguous(positions) { positions in
        addTerm(term, withinDocumentFrequency: withinDocumentFrequency, positions: positions)
      }
    }
  }

  /// Adds the UTF-8 of a term. Without positions it matches in no phrase.
  public mutating func addTerm(
    _ term: String, withinDocumentFrequency: UInt32, positions: some Collection<UInt32> = EmptyCollection()
  ) {
    addTerm(term.utf8, withinDocumentFrequency: withinDocumentFrequency, positions: positions)
  }

  /// Makes room for about as many bytes, terms and positions.
  public mutating func reserve(bytes: Int, terms: Int, positions: Int) {
    self.bytes.reserveCapacity(bytes)
    self.terms.reserveCapacity(terms)
    self.positions.reserveCapacity(positions)
  }

  /// Empties the buffer.
  public mutating func removeAll(keepingCapacity: Bool = true) {
    data.removeAll(keepingCapacity: keepingCapacity)
    bytes.removeAll(keepingCapacity: keepingCapacity)
    values.removeAll(keepingCapacity: keepingCapacity)
    terms.removeAll(keepingCapacity: keepingCapacity)
    positions.removeAll(keepingCapacity: keepingCapacity)
  }

  /// Where the bytes went. Clamped: past 4 GiB the range lies outside the buffer, and the writer refuses it.
  private mutating func store(_ string: UnsafeBufferPointer<UInt8>) -> (start: UInt32, length: UInt32) {
    let start = bytes.count
    bytes.append(contentsOf: string)
    return (UInt32(clamping: start), UInt32(clamping: bytes.count - start))
  }
}

/// Unspecialised callers pay for one look at the collection, not for one at each element.
private func withContiguous<Element>(
  _ elements: some Collection<Element>, _ body: (UnsafeBufferPointer<Element>) -> Void
) {
  if elements.withContiguousStorageIfAvailable(body) == nil { Array(elements).withUnsafeBufferPointer(body) }
}
