/// Somebody who is announced to speak in a debate.
public struct DebateSpeaker: Encodable, Sendable, Equatable {
  /// The id by which answers call the person.
  public var id: String
  /// As the debate writes it.
  public var name: String
  /// Whom they speak for.
  public var affiliation: String?
  /// What they declare to be expert of, as written.
  public var expertises: [String]
  /// How the debate presents them; nil for not at all.
  public var biography: String?

  enum CodingKeys: String, CodingKey { case id, name, affiliation, expertises, biography }

  /// Every key, `null` where there is nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(name, forKey: .name)
    try container.encode(affiliation, forKey: .affiliation)
    try container.encode(expertises, forKey: .expertises)
    try container.encode(biography, forKey: .biography)
  }
}

/// How much of a debate's talk somebody says.
public struct TalkShare: Encodable, Sendable, Equatable {
  /// The id by which answers call the person; empty for nobody known.
  public var id: String
  /// As answers write it; empty for nobody known.
  public var name: String
  /// How many words they say.
  public var words: Int
  /// Of all words of the talk: 0...1.
  public var share: Double
}

/// A debate's passages, counted.
public struct DebateCounts: Encodable, Sendable, Equatable {
  /// All of them.
  public var passages: Int
  /// Those of each kind that there is, in the order of `PassageKind`.
  public var kinds: [ValueCount]
  /// Those of each language, most first; of an unknown one they are not counted.
  public var languages: [ValueCount]
  /// The words of its subject, its talk and its notes.
  public var words: Int
  /// The end of the last cue, in seconds of the recording; nil without cues.
  public var duration: Double?

  enum CodingKeys: String, CodingKey { case passages, kinds, languages, words, duration }

  /// Every key, `null` where there is nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(passages, forKey: .passages)
    try container.encode(kinds, forKey: .kinds)
    try container.encode(languages, forKey: .languages)
    try container.encode(words, forKey: .words)
    try container.encode(duration, forKey: .duration)
  }
}

/// How often there is a value.
public struct ValueCount: Encodable, Sendable, Equatable {
  /// As it is written.
  public var value: String
  /// How often there is one.
  public var count: Int
}

/// A debate as a list names it.
public struct DebateSummary: Encodable, Sendable, Equatable {
  /// The debate's id.
  public var id: String
  /// May be empty; nil for a debate that the index does not have, or that this audience may not see.
  public var title: String?
  /// Its page.
  public var url: String?
  /// ISO 8601, as precise as its source.
  public var date: String?

  enum CodingKeys: String, CodingKey { case id, title, url, date }

  /// Every key, `null` where there is nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try container.encode(url, forKey: .url)
    try container.encode(date, forKey: .date)
  }
}
