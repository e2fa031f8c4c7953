public import Debates

/// A passage as the page of its debate shows it.
public struct DebatePassage: Encodable, Sendable {
  /// Where in the text a cue of the recording begins.
  public struct Cue: Encodable, Sendable, Equatable {
    /// UTF-16 code units from the start of the text.
    public var offset: Int
    /// Seconds from the start of the recording.
    public var start: Double
    /// Seconds from the start of the recording.
    public var end: Double?

    enum CodingKeys: String, CodingKey { case offset, start, end }

    /// Every key, `null` where there is nothing.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(offset, forKey: .offset)
      try container.encode(start, forKey: .start)
      try container.encode(end, forKey: .end)
    }
  }

  /// `debate/kind/n`, or `debate/comment/id`.
  public var id: String
  /// What it is a piece of.
  public var kind: PassageKind
  /// The id of the comment, without that of its debate; nil for what is none.
  public var comment: String?
  /// Who says or writes it: by the id by which answers call the person, and the name as the debate writes it.
  public var speaker: Person?
  /// The day of it, or of its debate, as `2009-12-02`.
  public var date: String?
  /// `fr`, `en`, or nothing when unknown.
  public var language: String?
  /// As written.
  public var text: String
  /// The second of the recording at which it begins.
  public var start: Double?
  /// Where it can be read or watched.
  public var url: String?
  /// Times inside the text, by offset.
  public var cues: [Cue]
  /// Whether it matches what is looked for in the debate.
  public var isMatch: Bool
  /// The whole text, not a character changed, with what matches marked; nil for a passage that does not match.
  public var highlights: Highlights?

  enum CodingKeys: String, CodingKey {
    case id, kind, comment, speaker, date, language, text, start, url, cues, highlighted
    case isMatch = "match"
  }

  /// Every key, `null` where there is nothing; `highlighted` is escaped HTML with `<mark>`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(kind, forKey: .kind)
    try container.encode(comment, forKey: .comment)
    try container.encode(speaker, forKey: .speaker)
    try container.encode(date, forKey: .date)
    try container.encode(language, forKey: .language)
    try container.encode(text, forKey: .text)
    try container.encode(start, forKey: .start)
    try container.encode(url, forKey: .url)
    try container.encode(cues, forKey: .cues)
    try container.encode(isMatch, forKey: .isMatch)
    try container.encode(highlights?.html, forKey: .highlighted)
  }
}
