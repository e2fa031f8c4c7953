import Debates

/// Where a site's saved pages keep what: XPath for each field, read from a small YAML file
/// (Documentation/page-profiles.md).
public struct PageProfile: Sendable {
  /// What messages call it.
  public let name: String
  /// Of the text it was read from: with another profile, pages that have not changed are other debates.
  let hash: ContentHash
  /// Of the pages, when they are all in one.
  let language: String?
  /// Of pages that do not say theirs.
  let encoding: String?
  /// What finds something on the site's pages and nowhere else; nil when the profile has to be asked for.
  let test: XPathExpression?
  /// Fields of the record that are one line each.
  let lines: [RecordDraft.Field: PageField]
  /// Fields of the record that are texts.
  let texts: [RecordDraft.Field: PageField]
  let date: PageField?
  let expertises, connected, audience: PageField?
  let media, duration: PageField?
  let opinionCount, opinionMean: PageField?
  let speakers: [PageSpeakers]
  let comments: [PageComments]
  let transcripts: [PageTranscript]

  private static let lineFields: [RecordDraft.Field] = [
    .id, .title, .url, .category, .format, .treatment, .location, .sponsor, .proposer, .organizer,
  ]
  private static let textFields: [RecordDraft.Field] = [.description, .summary]
  private static let otherKeys = [
    "name", "language", "encoding", "test", "date", "expertises", "connected", "audience", "media", "opinions",
    "speakers", "comments", "transcript",
  ]

  /// What messages call the file.
  private static let kind = "profile"

  /// Reads a profile.
  ///
  /// - Throws: ``LocatedError`` with the line, the key and what is wrong with it.
  public static func load(path: String) throws(LocatedError) -> PageProfile {
    try PageProfile(yaml: try YAMLMap.text(path: path, kind: kind), file: path)
  }

  init(yaml: String, file: String) throws(LocatedError) {
    var hash = ContentHash()
    hash.update(yaml)
    try self.init(try YAMLMap(yaml: yaml, file: file, kind: Self.kind, key: "name"), hash: hash)
  }

  private init(_ map: YAMLMap, hash: ContentHash) throws(LocatedError) {
    self.hash = hash
    try map.allow((Self.lineFields + Self.textFields).map(\.rawValue) + Self.otherKeys)
    guard let name = try map.text("name") else { throw map.error("name", "missing; what is the site called?") }
    self.name = name
    language = try map.text("language")
    encoding = try map.text("encoding")?.lowercased()
    test = try map.xpath("test")
    lines = try Self.fields(Self.lineFields, of: map)
    texts = try Self.fields(Self.textFields, of: map)
    date = try PageField("date", of: map, .date)
    expertises = try PageField("expertises", of: map)
    connected = try PageField("connected", of: map)
    audience = try PageField("audience", of: map)
    let media = try map.map(under: "media", allowing: ["url", "duration"], orText: "url")
    self.media = try media.flatMap { map throws(LocatedError) in try PageField("url", of: map) }
    duration = try media.flatMap { map throws(LocatedError) in try PageField("duration", of: map) }
    let opinions = try map.map(under: "opinions", allowing: ["count", "mean"], orText: "mean")
    opinionCount = try opinions.flatMap { map throws(LocatedError) in try PageField("count", of: map) }
    opinionMean = try opinions.flatMap { map throws(LocatedError) in try PageField("mean", of: map) }
    speakers = try map.maps("speakers").map { map throws(LocatedError) in try PageSpeakers(map) }
    comments = try map.maps("comments").map { map throws(LocatedError) in try PageComments(map) }
    transcripts = try map.maps("transcript").map { map throws(LocatedError) in try PageTranscript(map) }
  }

  private static func fields(
    _ fields: [RecordDraft.Field], of map: YAMLMap
  ) throws(LocatedError) -> [RecordDraft.Field: PageField] {
    var found: [RecordDraft.Field: PageField] = [:]
    for field in fields { found[field] = try PageField(field.rawValue, of: map) }
    return found
  }

  /// Whether slashes in dates have the day first.
  func isDayFirst(in language: String?) -> Bool { language.map { !$0.hasPrefix("en") } ?? true }
}

extension YAMLMap {
  /// The mapping under a key, or one whose `textKey` has the text under it; nil when absent.
  fileprivate func map(
    under key: String, allowing keys: [String], orText textKey: String
  ) throws(LocatedError) -> YAMLMap? {
    guard let node = self[key] else { return nil }
    let map = try self.map(node, at: key, orText: textKey)
    try map.allow(keys)
    return map
  }
}
