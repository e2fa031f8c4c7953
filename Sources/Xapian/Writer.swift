import CXapian

/// An index open for writing. There is at most one for a folder, in all processes.
///
/// What was not committed is dropped with the writer. Outside a transaction Xapian writes out every 10,000 changes on
/// its own, and a reader then sees them; between ``begin()`` and ``commit()`` readers see all or nothing.
///
/// Once a change has failed in Xapian, every change since the last commit is lost: this writer then refuses everything
/// but ``cancel()`` and ``close()`` with ``XapianError/Code/invalidOperation``. An argument that was refused
/// (``XapianError/Code/invalidArgument``) harms nothing.
///
/// ```swift
/// let writer = try Writer(path: "speeches.index", mode: .openOrCreate)
/// try writer.begin()
/// _ = try writer.add(document)
/// try writer.commit()
/// ```
public struct Writer: ~Copyable {
  private let handle: OpaquePointer

  /// What to expect at the path.
  public enum Mode: Sendable {
    /// Makes an index; fails if there is one.
    case create
    /// Opens an index; fails if there is none.
    case open
    /// Opens an index, and makes one if there is none.
    case openOrCreate
  }

  /// Opens the folder at `path`, without ever waiting for its lock. Folders above it are not made.
  ///
  /// - Throws: ``XapianError``: `locked`, `notFound`, `exists`, `opening` (not a folder), `corrupt`, `version`, `io`,
  ///   `invalidArgument` (an empty path, or one that holds a NUL).
  public init(path: String, mode: Mode) throws(XapianError) {
    let path = Array(path.utf8)
    let action: cxapian_mode =
      switch mode {
      case .create: .CXAPIAN_MODE_CREATE
      case .open: .CXAPIAN_MODE_OPEN
      case .openOrCreate: .CXAPIAN_MODE_OPEN_OR_CREATE
      }
    var opened: OpaquePointer?
    try crossing { cxapian_writer_open(path, path.count, action, &opened, $0) }
    guard let opened else { throw XapianError(code: .unknown, message: "no handle", context: "open") }
    self.handle = opened
  }

  deinit { _ = cxapian_writer_close(handle, nil) }

  /// Opens a transaction. Changes made before it are written out first.
  ///
  /// - Throws: ``XapianError``: `invalidOperation` if one is open; `diskFull`, `io`.
  public func begin() throws(XapianError) {
    try crossing { cxapian_writer_begin(handle, $0) }
  }

  /// Ends the transaction and drops its changes.
  ///
  /// - Throws: ``XapianError``: `invalidOperation` if none is open; `io`.
  public func cancel() throws(XapianError) {
    try crossing { cxapian_writer_cancel(handle, $0) }
  }

  /// Writes the changes out, ends the transaction if one is open, and syncs the folder: after it has returned, a power
  /// cut loses nothing of them.
  ///
  /// - Throws: ``XapianError``: `diskFull`, `io`, `opening` (the folder is gone); `invalidOperation` after a failed
  ///   change.
  public func commit() throws(XapianError) {
    try crossing { cxapian_writer_commit(handle, $0) }
  }

  /// Adds a document, and returns its number.
  ///
  /// - Throws: ``XapianError``: `invalidArgument` for an empty term, one of more than 245 bytes, data or a value of
  ///   more than 64 MiB; `diskFull`, `io`; `rangeError` when all 2³² - 1 numbers are used up; `invalidOperation` after
  ///   a failed change.
  public func add(_ document: borrowing DocumentBuffer) throws(XapianError) -> UInt32 {
    var number: UInt32 = 0
    try crossing { error in
      cxapian_writer_add(
        handle, document.data, document.data.count, document.bytes, document.bytes.count, document.values,
        document.values.count, document.terms, document.terms.count, document.positions, document.positions.count,
        &number, error)
    }
    return number
  }

  /// Deletes every document that has the term. None is no error.
  ///
  /// - Throws: ``XapianError``: `invalidArgument` for an empty or too long term; `diskFull`, `io`; `invalidOperation`
  ///   after a failed change.
  public func delete(documentsWith term: String) throws(XapianError) {
    let term = Array(term.utf8)
    try crossing { cxapian_writer_delete(handle, term, term.count, $0) }
  }

  /// Keeps `value` under `key`, beside the documents and committed with them. An empty one removes the key.
  ///
  /// - Throws: ``XapianError``: `invalidArgument` for a key that is empty or of more than 245 bytes, or a value of more
  ///   than 64 MiB; `diskFull`, `io`; `invalidOperation` after a failed change.
  public func setMetadata(_ key: String, _ value: [UInt8]) throws(XapianError) {
    let key = Array(key.utf8)
    try crossing { cxapian_writer_set_metadata(handle, key, key.count, value, value.count, $0) }
  }

  /// What is kept under `key`, uncommitted changes included; nil if nothing is.
  ///
  /// - Throws: ``XapianError``: `invalidArgument` for a key that is empty or of more than 245 bytes; `io`.
  public func metadata(_ key: String) throws(XapianError) -> [UInt8]? {
    let key = Array(key.utf8)
    let value = try ByteStrings.crossing { cxapian_writer_metadata(handle, key, key.count, $0, $1) }
    return value.bytes.isEmpty ? nil : value.bytes
  }

  /// How many documents there are, uncommitted ones included.
  ///
  /// - Throws: ``XapianError``: `io`.
  public var documentCount: UInt32 {
    get throws(XapianError) {
      var count: UInt32 = 0
      try crossing { cxapian_writer_count(handle, &count, $0) }
      return count
    }
  }

  /// Drops what was not committed, and gives up the lock. Going out of scope does the same, but tells of no failure.
  ///
  /// - Throws: ``XapianError``: `io`. The writer is gone all the same.
  public consuming func close() throws(XapianError) {
    let handle = self.handle
    discard self
    try crossing { cxapian_writer_close(handle, $0) }
  }
}
