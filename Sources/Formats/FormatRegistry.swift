/// Every format that can be read.
public enum FormatRegistry {
  /// What `palabre formats` prints of one.
  public struct Entry: Sendable {
    /// Short name.
    public let name: String
    /// File name extensions, without the dot.
    public let extensions: [String]
    /// What of a debate it carries, in one line.
    public let carries: String
  }

  /// In the order in which they are asked, the most certain to recognise first.
  static let all: [any DebateFormat.Type] = [
    NDJSONFormat.self, VideoInfoFormat.self, PopoloFormat.self, JSONFormat.self,
    WebVTTFormat.self, SubRipFormat.self, SubViewerFormat.self,
    TEIPeopleFormat.self, TEIFormat.self, AkomaNtosoFormat.self, SyceronFormat.self, CanadaHansardFormat.self,
    PublicWhipFormat.self,
    WordPressFormat.self, CommentFeedFormat.self, FeedFormat.self,
    HTMLPageFormat.self, StudioPageFormat.self,
  ]

  /// The list, archives at its end.
  public static let entries =
    all.map { Entry(name: $0.name, extensions: $0.extensions, carries: $0.carries) } + [
      Entry(
        name: "archive", extensions: ["zip", "tar", "tar.gz", "tgz", "tar.zst", "gz", "zst"],
        carries: "any of these, packed; within limits on entries, size and inflation, and never outside its folder")
    ]

  static func recognise(_ head: FileHead) -> (any DebateFormat.Type)? {
    all.first { $0.recognises(head) }
  }

  /// The way out for a file that no format recognises.
  static let hint = "`palabre formats` lists what can be read"
}
