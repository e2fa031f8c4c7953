/// What one record may hold. A record over a limit is refused with the limit's name; raise it here.
public struct RecordLimits: Sendable {
  /// Bytes of a debate's, person's or comment's id.
  public var maximumIDBytes = 512
  /// Bytes of one text (a description, a comment, an utterance).
  public var maximumTextBytes = 16 << 20
  /// Entries of a transcript.
  public var maximumUtterances = 1_000_000
  /// Comments of a debate.
  public var maximumComments = 1_000_000
  /// Entries of any other list (speakers, notes, expertises, connected debates).
  public var maximumEntries = 100_000
  /// Seconds of a time within a recording, or of a recording's length: more than thirty years.
  public var maximumSeconds = 1_000_000_000
  /// Lists and objects inside one another.
  public var maximumDepth = 64

  /// The defaults.
  public init() {}

  /// Unknown keys remembered of one record, so that hostile input cannot fill memory.
  static let maximumUnknownKeys = 100
}
