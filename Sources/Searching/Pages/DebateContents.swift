public import Debates

/// A debate as its page shows it: what is known of it, and its passages in their order.
public struct DebateContents: Encodable, Sendable {
  /// The debate's id.
  public var id: String
  /// May be empty.
  public var title: String
  /// Where it can be read or watched.
  public var url: String?
  /// ISO 8601, as precise as its source.
  public var date: String?
  /// What the source says of its language.
  public var language: String?
  /// As written.
  public var category: String?
  /// Such as `Talkshow`, as written.
  public var format: String?
  /// Where it took place.
  public var location: String?
  /// Its recording.
  public var media: String?
  /// As written.
  public var expertises: [String]
  /// Who proposed the subject.
  public var proposer: Person?
  /// Who organised it.
  public var organizer: Person?
  /// Who is announced to speak, in the order of the source; at most 500.
  public var speakers: [DebateSpeaker]
  /// What the source says is connected; at most 100.
  public var connected: [DebateSummary]
  /// Its passages, counted.
  public var counts: DebateCounts
  /// How much of the talk each speaker says, most first; at most 100.
  public var shares: [TalkShare]
  /// The words that tell it from others, most telling first, as it writes them.
  public var terms: [String]
  /// The passages of the kinds that were asked for, from `offset` on.
  public var passages: [DebatePassage]
  /// How many passages of these kinds there are.
  public var total: Int
  /// How many of them come before those shown.
  public var offset: Int
  /// What is looked for in it; nil for nothing.
  public var matches: DebateMatches?
  /// Milliseconds from the request to the answer.
  public var tookMilliseconds: Double

  enum CodingKeys: String, CodingKey {
    case id, title, url, date, language, category, format, location, media, expertises, proposer, organizer, speakers
    case connected, counts, shares, terms, passages, total, offset, matches
    case tookMilliseconds = "took_ms"
  }

  /// Every key, `null` where there is nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try container.encode(url, forKey: .url)
    try container.encode(date, forKey: .date)
    try container.encode(language, forKey: .language)
    try container.encode(category, forKey: .category)
    try container.encode(format, forKey: .format)
    try container.encode(location, forKey: .location)
    try container.encode(media, forKey: .media)
    try container.encode(expertises, forKey: .expertises)
    try container.encode(proposer, forKey: .proposer)
    try container.encode(organizer, forKey: .organizer)
    try container.encode(speakers, forKey: .speakers)
    try container.encode(connected, forKey: .connected)
    try container.encode(counts, forKey: .counts)
    try container.encode(shares, forKey: .shares)
    try container.encode(terms, forKey: .terms)
    try container.encode(passages, forKey: .passages)
    try container.encode(total, forKey: .total)
    try container.encode(offset, forKey: .offset)
    try container.encode(matches, forKey: .matches)
    try container.encode(tookMilliseconds, forKey: .tookMilliseconds)
  }
}

/// Where a debate says what is looked for.
public struct DebateMatches: Encodable, Sendable {
  /// As it was typed.
  public var query: String
  /// How many of the passages of the kinds that were asked for match.
  public var total: Int
  /// The places of these among all passages of the kinds, from 0, ascending; the first 1000.
  public var places: [Int]
  /// Whether the time limit came first, so that there may be more.
  public var isPartial: Bool

  enum CodingKeys: String, CodingKey {
    case query, total, places
    case isPartial = "partial"
  }
}
