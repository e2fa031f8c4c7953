/// What a source may hold; a piece over a limit is refused with the limit's name.
public struct SourceLimits: Sendable {
  /// Bytes of one line of NDJSON.
  public var maximumLineBytes = 64 << 20
  /// Bytes of a file that is read whole (a page, a `.json` document).
  public var maximumFileBytes = 256 << 20

  /// The defaults.
  public init() {}
}
