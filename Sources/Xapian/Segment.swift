import CXapian

/// Documents inverted in memory, to become one sorted part of a database.
///
/// A writer looks for the place of every posting in tables on disk, and keeps what it has not written in trees. A
/// segment appends, sorts once, and is written from its first byte to its last; ``build(from:to:isDurable:)`` then
/// writes a database of all segments in the order of its keys. Needs ``isSupported``. Belongs to one thread.
///
/// ```swift
/// let segment = try Segment(path: "build/segment-0")
/// try segment.add(document)
/// try segment.finish()
/// try Segment.build(from: ["build/segment-0"], to: "speeches.index", isDurable: true)
/// ```
public struct Segment: ~Copyable {
  private let handle: OpaquePointer

  /// Whether the library at hand reads the version of its format that is written here: all of 1.4 do.
  public static var isSupported: Bool { cxapian_bulk_is_supported() }

  /// Begins a segment in files beside each other whose names begin with `path`.
  ///
  /// - Throws: ``XapianError``: `exists` when there is such a file, or it cannot be made.
  public init(path: String) throws(XapianError) {
    let path = Array(path.utf8)
    var opened: OpaquePointer?
    try crossing { cxapian_segment_create(path, path.count, &opened, $0) }
    guard let opened else { throw XapianError(code: .unknown, message: "no handle", context: "segment") }
    handle = opened
  }

  deinit { cxapian_segment_free(handle) }

  /// Bytes held in memory.
  public var memory: Int { cxapian_segment_memory(handle) }

  /// Adds a document.
  ///
  /// - Throws: ``XapianError``: `invalidArgument` as ``Writer/add(_:)``; such a document leaves nothing behind.
  ///   `diskFull`, `io`: the segment is useless from then on.
  public func add(_ document: borrowing DocumentBuffer) throws(XapianError) {
    try crossing { error in
      cxapian_segment_add(
        handle, document.data, document.data.count, document.bytes, document.bytes.count, document.values,
        document.values.count, document.terms, document.terms.count, document.positions, document.positions.count,
        error)
    }
  }

  /// Keeps `value` under `key`, beside the documents.
  ///
  /// - Throws: ``XapianError``: `invalidArgument` for a key that is empty or of more than 245 bytes, or a value of more
  ///   than 64 MiB.
  public func setMetadata(_ key: String, _ value: [UInt8]) throws(XapianError) {
    let key = Array(key.utf8)
    try crossing { cxapian_segment_set_metadata(handle, key, key.count, value, value.count, $0) }
  }

  /// Writes the segment out. Nothing can be added after.
  ///
  /// - Throws: ``XapianError``: `diskFull`, `io`.
  public consuming func finish() throws(XapianError) {
    try crossing { cxapian_segment_finish(handle, $0) }
  }

  /// Makes a database of finished segments, and of what is kept of another database.
  ///
  /// Documents are numbered anew, those of the base first, then those of the segments in their order. Of metadata under
  /// one key the last stands, and an empty value is no value.
  ///
  /// - Parameters:
  ///   - paths: of the segments.
  ///   - base: the path of a database, which must not change meanwhile.
  ///   - without: the numbers of the documents of the base that are left out.
  ///   - destination: a folder that is there and holds nothing.
  ///   - isDurable: whether a power cut after the call loses nothing of the new database.
  /// - Throws: ``XapianError``: `exists` when there is a database at the destination; `opening`, `version`, `corrupt`
  ///   (of the base); `diskFull`, `io`.
  public static func build(
    from paths: [String], base: String? = nil, without: [UInt32] = [], to destination: String, isDurable: Bool
  ) throws(XapianError) {
    let segments = ByteStrings(paths)
    let base = Array((base ?? "").utf8)
    let destination = Array(destination.utf8)
    try crossing {
      cxapian_build(
        base, base.count, without, without.count, segments.bytes, segments.ends, segments.ends.count, destination,
        destination.count, isDurable, $0)
    }
  }
}
