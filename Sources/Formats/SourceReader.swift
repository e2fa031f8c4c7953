public import Debates

/// Reads debates out of files, folders and standard input, one after the other, in constant memory.
///
/// ``nextRaw()`` reads without understanding, so that several threads can share the costly ``RawItem/decode()``;
/// ``next()`` does both.
public final class SourceReader {
  /// Bytes read so far, from all sources.
  public private(set) var bytesRead: Int64 = 0
  /// Bytes of all sources together; nil when one of them is a stream.
  public private(set) var totalBytes: Int64?
  /// The files to visit, in order, as they were named or found.
  public private(set) var files: [String] = []

  /// Finds the files of `sources`: files, folders, or `-` for NDJSON on `standardInput`.
  ///
  /// - Throws: ``SourceError`` when one of them does not exist.
  public init(
    sources: [String], limits: SourceLimits = SourceLimits(), recordLimits: RecordLimits = RecordLimits(),
    standardInput: Int32 = 0
  ) throws(SourceError) {
  }

  /// The next piece, not yet decoded; nil at the end of the last source.
  public func nextRaw() -> RawItem? { nil }

  /// The next item; nil at the end of the last source. Notices come each time they occur.
  public func next() -> SourceItem? { nil }
}
