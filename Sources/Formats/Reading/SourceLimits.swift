/// What a source may hold; a piece over a limit is refused with the limit's name.
public struct SourceLimits: Sendable {
  /// Bytes of one line of NDJSON, or of one element of an XML document that is read at once.
  public var maximumLineBytes = 64 << 20
  /// Bytes of a file that is read whole (a page, a transcript, a `.json` document).
  public var maximumFileBytes = 256 << 20
  /// Files in one archive.
  public var maximumArchiveEntries = 100_000
  /// Bytes that an archive or a compressed file may unpack to.
  public var maximumUnpackedBytes: Int64 = 64 << 30
  /// How many times its size an archive may unpack to, beyond ``inflationFloor``.
  public var maximumInflation = 200

  /// Bytes that anything may unpack to: below it no harm is done.
  static let inflationFloor: Int64 = 16 << 20

  /// The defaults.
  public init() {}
}
