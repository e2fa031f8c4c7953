/// What a passage is a piece of.
public enum PassageKind: String, Sendable, Codable, CaseIterable {
  /// Title, description and summary.
  case subject
  /// A stretch of one speaker's talk.
  case talk
  /// A comment.
  case comment
  /// A note.
  case note
  /// A speaker's presentation.
  case profile
}

/// Where in a passage's text a cue of the recording begins.
public struct Cue: Sendable, Hashable, Codable {
  /// UTF-16 code units from the start of the passage's text.
  public var offset: Int
  /// Seconds from the start of the recording.
  public var start: Double
  /// Seconds from the start of the recording.
  public var end: Double?

  /// A cue.
  public init(offset: Int, start: Double, end: Double? = nil) {
    self.offset = offset
    self.start = start
    self.end = end
  }
}

/// The unit of search: a piece of a debate with one author, of about 250 words at most.
public struct Passage: Sendable, Equatable {
  /// `debate/kind/n`, n from 0; a comment that has an id: `debate/comment/id`.
  public var id: String
  /// The debate's id.
  public var debate: String
  /// What it is a piece of.
  public var kind: PassageKind
  /// The text, as written.
  public var text: String
  /// Who said or wrote it, or whose profile it is.
  public var speaker: Person?
  /// Times inside the text, by offset; empty where there is no recording.
  public var cues: [Cue]
  /// Its own date, else the debate's.
  public var date: Moment?
  /// The source's hint of the language, its own or else the debate's.
  public var language: String?
  /// The debate's title, in the one passage whose text begins with it.
  public var title: String?
}
