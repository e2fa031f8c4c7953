import Schema

/// A passage that speaks for a person or an expertise, with the debate that it is from.
public struct EvidenceResult: Encodable, Sendable {
  /// Where a passage stands.
  public struct Place: Encodable, Sendable, Equatable {
    /// The debate's id.
    public var id: String
    /// Its title; may be empty.
    public var title: String
    /// Its page.
    public var url: String?
    /// Its date, as ISO 8601.
    public var date: String?
    /// Where it took place.
    public var location: String?

    enum CodingKeys: String, CodingKey { case id, title, url, date, location }

    /// Every key, `null` where there is nothing.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(title, forKey: .title)
      try container.encode(url, forKey: .url)
      try container.encode(date, forKey: .date)
      try container.encode(location, forKey: .location)
    }

    init(_ debate: StoredDebate) {
      id = debate.id
      title = debate.title
      url = debate.url
      date = debate.date
      location = debate.location
    }
  }

  /// The passage.
  public var passage: PassageResult
  /// Nil when the index has lost its debate.
  public var debate: Place?

  enum CodingKeys: String, CodingKey { case debate }

  /// The keys of the passage, and `debate`.
  public func encode(to encoder: any Encoder) throws {
    try passage.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(debate, forKey: .debate)
  }
}

/// A person found, with what they said.
public struct SpeakerResult: Encodable, Sendable {
  /// The person's id.
  public var id: String
  /// As it is written.
  public var name: String
  /// Whom they spoke for, where it is known.
  public var affiliation: String?
  /// What they are ranked by; comparable within one answer only.
  public var score: Double
  /// In how many debates they said or wrote something that matches.
  public var debates: Int
  /// How many passages that is.
  public var passages: Int
  /// They have said too little in all for the rank to mean much.
  public var isSmallSample: Bool
  /// Passages that show it, from different debates where there are some, best first.
  public var evidence: [EvidenceResult]

  enum CodingKeys: String, CodingKey {
    case id, name, affiliation, score, debates, passages, evidence
    case isSmallSample = "small_sample"
  }

  /// Every key, `null` where there is nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(name, forKey: .name)
    try container.encode(affiliation, forKey: .affiliation)
    try container.encode(score, forKey: .score)
    try container.encode(debates, forKey: .debates)
    try container.encode(passages, forKey: .passages)
    try container.encode(isSmallSample, forKey: .isSmallSample)
    try container.encode(evidence, forKey: .evidence)
  }
}

/// An expertise found, with what was said where it is carried.
public struct ExpertiseResult: Encodable, Sendable {
  /// As it is written most often.
  public var name: String
  /// What it is ranked by; comparable within one answer only.
  public var score: Double
  /// How many debates that carry it match.
  public var debates: Int
  /// How many people said or wrote what matches there.
  public var speakers: Int
  /// Passages that show it, from different debates where there are some, best first.
  public var evidence: [EvidenceResult]
}
