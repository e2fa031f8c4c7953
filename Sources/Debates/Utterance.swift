/// One entry of a transcript: what one person said in one go.
public struct Utterance: Sendable, Hashable {
  /// Seconds from the start of the recording.
  public var start: Double?
  /// Seconds from the start of the recording.
  public var end: Double?
  /// Who speaks, when known.
  public var speaker: Person?
  /// The source's hint of the language (`fr`, `en`); nil when it gives none.
  public var language: String?
  /// What was said, as written.
  public var text: String

  /// A transcript entry.
  public init(
    start: Double? = nil, end: Double? = nil, speaker: Person? = nil, language: String? = nil, text: String
  ) {
    self.start = start
    self.end = end
    self.speaker = speaker
    self.language = language
    self.text = text
  }
}

extension Utterance: Encodable {
  private enum CodingKeys: String, CodingKey { case start, end, speaker, language, text }

  /// Writes the record's `transcript` entry; absent fields are left out.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encodeIfPresent(start, forKey: .start)
    try fields.encodeIfPresent(end, forKey: .end)
    try fields.encodeIfPresent(speaker?.reference, forKey: .speaker)
    try fields.encodeIfPresent(language, forKey: .language)
    try fields.encode(text, forKey: .text)
  }
}
