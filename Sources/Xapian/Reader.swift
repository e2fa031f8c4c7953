import CXapian

/// An index open for reading, or several as one. It shows the commit that was the latest when it was opened or
/// reopened.
///
/// One thread at a time. While a writer goes on, any call but ``reopen()`` may throw
/// ``XapianError/Code/modified``: reopen, and repeat.
public struct Reader: ~Copyable {
  let handle: OpaquePointer

  /// Opens the index in the folder at `path`.
  ///
  /// - Throws: ``XapianError``: `notFound`, `opening` (not a folder, or unreadable), `corrupt`, `version`,
  ///   `invalidArgument` (an empty path, or one that holds a NUL).
  public init(path: String) throws(XapianError) {
    try self.init(paths: [path])
  }

  /// Opens several indexes as one. Their documents are numbered in turn: document d of index i of n is
  /// (d - 1) · n + i + 1, so that a number is good only for these paths in this order.
  ///
  /// - Throws: As ``init(path:)``; `invalidArgument` for no path at all.
  public init(paths: [String]) throws(XapianError) {
    var names = ByteStrings()
    for path in paths { names.append(path) }
    var opened: OpaquePointer?
    try crossing { cxapian_reader_open(names.bytes, names.ends, names.count, &opened, $0) }
    guard let opened else { throw XapianError(code: .unknown, message: "no handle", context: "open") }
    self.handle = opened
  }

  deinit { cxapian_reader_close(handle) }

  /// Moves to the latest commit, and says whether there was a newer one. Of an index that nothing was ever committed to
  /// it always says so.
  ///
  /// - Throws: ``XapianError``: `notFound`, `opening`, `corrupt`, `io`.
  public func reopen() throws(XapianError) -> Bool {
    var moved = false
    try crossing { cxapian_reader_reopen(handle, &moved, $0) }
    return moved
  }

  /// How many documents there are.
  ///
  /// - Throws: ``XapianError``: `modified`, `io`.
  public var documentCount: UInt32 { get throws(XapianError) { try counts().documents } }

  /// The highest document number in use, now or earlier.
  ///
  /// - Throws: ``XapianError``: `modified`, `io`.
  public var lastDocumentID: UInt32 { get throws(XapianError) { try counts().last_document } }

  /// The mean length of a document: the sum of its terms' frequencies.
  ///
  /// - Throws: ``XapianError``: `modified`, `io`.
  public var averageLength: Double { get throws(XapianError) { try counts().average_length } }

  /// The number of the commit that this reader shows.
  ///
  /// - Throws: ``XapianError``: `invalidOperation` for several indexes; `io`.
  public var revision: UInt64 {
    get throws(XapianError) {
      var revision: UInt64 = 0
      try crossing { cxapian_reader_revision(handle, &revision, $0) }
      return revision
    }
  }

  /// What tells this index from any other; several are joined by colons.
  ///
  /// - Throws: ``XapianError``: `io`.
  public var uuid: String {
    get throws(XapianError) { try ByteStrings.crossing { cxapian_reader_uuid(handle, $0, $1) }.string(at: 0) }
  }

  /// How many documents have the term; all of them for the empty term.
  ///
  /// - Throws: ``XapianError``: `modified`, `io`.
  public func frequency(ofTerm term: [UInt8]) throws(XapianError) -> UInt32 {
    var frequency: UInt32 = 0
    try crossing { cxapian_reader_frequency(handle, term, term.count, &frequency, $0) }
    return frequency
  }

  /// How many documents have the term; all of them for the empty term.
  ///
  /// - Throws: ``XapianError``: `modified`, `io`.
  public func frequency(ofTerm term: String) throws(XapianError) -> UInt32 {
    try frequency(ofTerm: Array(term.utf8))
  }

  /// What is kept under `key`, nil if nothing is. Of several indexes, the first answers.
  ///
  /// - Throws: ``XapianError``: `invalidArgument` for a key that is empty or of more than 245 bytes; `modified`, `io`.
  public func metadata(_ key: String) throws(XapianError) -> [UInt8]? {
    let key = Array(key.utf8)
    let value = try ByteStrings.crossing { cxapian_reader_metadata(handle, key, key.count, $0, $1) }
    return value.bytes.isEmpty ? nil : value.bytes
  }

  /// The keys that begin with `prefix`, in the order of their bytes. Of several indexes, the first answers.
  ///
  /// - Throws: ``XapianError``: `modified`, `io`.
  public func metadataKeys(prefix: String) throws(XapianError) -> [String] {
    let prefix = Array(prefix.utf8)
    let keys = try ByteStrings.crossing { cxapian_reader_metadata_keys(handle, prefix, prefix.count, $0, $1) }
    return (0..<keys.count).map(keys.string(at:))
  }

  /// At most `limit` terms that begin with `prefix`, in the order of their bytes, and how many documents have each.
  ///
  /// - Throws: ``XapianError``: `modified`, `io`.
  public func terms(prefix: String, limit: Int) throws(XapianError) -> [(term: String, frequency: UInt32)] {
    let found = try termFrequencies(prefix: prefix, limit: limit)
    return found.frequencies.indices.map { (found.terms.string(at: $0), found.frequencies[$0]) }
  }

  /// The data of each document, in the given order.
  ///
  /// - Throws: ``XapianError``: `notFound` if one of them is not there; `invalidArgument` for document 0; `rangeError`
  ///   for 4 GiB or more in all; `modified`, `io`.
  public func data(of documents: [UInt32]) throws(XapianError) -> ByteStrings {
    try ByteStrings.crossing { cxapian_reader_data(handle, documents, documents.count, $0, $1) }
  }

  /// The value of each document in a slot, in the given order; empty where there is none, or no such document.
  /// The disk is read in the order of the numbers, whatever theirs.
  ///
  /// - Throws: ``XapianError``: `rangeError` for 4 GiB or more in all; `modified`, `io`.
  public func values(slot: UInt32, of documents: [UInt32]) throws(XapianError) -> ByteStrings {
    try ByteStrings.crossing { cxapian_reader_values(handle, slot, documents, documents.count, $0, $1) }
  }

  /// The documents that have the term, ascending; all of them for the empty term.
  ///
  /// - Throws: ``XapianError``: `modified`, `io`.
  public func documents(withTerm term: String) throws(XapianError) -> [UInt32] {
    let term = Array(term.utf8)
    var documents = cxapian_numbers()
    try crossing { cxapian_reader_documents(handle, term, term.count, &documents, $0) }
    return [UInt32](taking: &documents)
  }

  /// How often each term occurs in each document, in the given order of both, and the documents' lengths.
  ///
  /// - Throws: ``XapianError``: `notFound` if one of the documents is not there; `modified`, `io`.
  public func occurrences(of terms: ByteStrings, in documents: [UInt32]) throws(XapianError) -> Occurrences {
    var numbers = cxapian_numbers()
    try crossing {
      cxapian_reader_occurrences(
        handle, terms.bytes, terms.ends, terms.count, documents, documents.count, &numbers, $0)
    }
    return Occurrences(matrix: [UInt32](taking: &numbers), terms: terms.count, documents: documents.count)
  }

  private func counts() throws(XapianError) -> cxapian_counts {
    var counts = cxapian_counts()
    try crossing { cxapian_reader_counts(handle, &counts, $0) }
    return counts
  }
}
