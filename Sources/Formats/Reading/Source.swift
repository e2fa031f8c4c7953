/// Something to read, and what is known of it beforehand.
public struct Source: Sendable {
  /// A file, a folder, or `-` for NDJSON on standard input.
  public var path: String
  /// What says where the sites of its saved pages keep what; asked before the profiles that are shipped.
  public var profiles: [PageProfile]
  /// The language, `fr` or `en`, of debates that do not name theirs.
  public var language: String?

  /// A source of which nothing more is known, unless it is told.
  public init(_ path: String, profiles: [PageProfile] = [], language: String? = nil) {
    self.path = path
    self.profiles = profiles
    self.language = language
  }
}
