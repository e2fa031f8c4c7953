public import Debates

/// An answer, in the form that `search --json` prints.
public struct SearchResponse<Result: Encodable & Sendable>: Encodable, Sendable {
  /// As it was typed.
  public var query: String
  /// How many results there are.
  public var total: Int
  /// Whether `total` is an estimate: there were more candidates than are looked at.
  public var estimated: Bool
  /// Milliseconds from the request to the answer.
  public var tookMilliseconds: Double
  /// Best first, or newest first.
  public var results: [Result]
  /// For each facet that was asked for, its values and how many results have them.
  public var facets: [String: FacetResult]
  /// A better spelling, if there is one.
  public var suggestion: String?
  /// What of the query was understood otherwise than it is written.
  public var notes: [QueryNote]
  /// The cursor of the next page; nil on the last one.
  public var next: String?
  /// Whether the time limit came first, so that there may be better results.
  public var isPartial: Bool
  /// Where nothing is found: what helps. Nil otherwise.
  public var help: SearchHelp?

  enum CodingKeys: String, CodingKey {
    case query, total, estimated, results, facets, suggestion, notes, next, help
    case tookMilliseconds = "took_ms"
    case isPartial = "partial"
  }

  /// Every key, `null` where there is nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(query, forKey: .query)
    try container.encode(total, forKey: .total)
    try container.encode(estimated, forKey: .estimated)
    try container.encode(tookMilliseconds, forKey: .tookMilliseconds)
    try container.encode(results, forKey: .results)
    try container.encode(facets, forKey: .facets)
    try container.encode(suggestion, forKey: .suggestion)
    try container.encode(notes, forKey: .notes)
    try container.encode(next, forKey: .next)
    try container.encode(isPartial, forKey: .isPartial)
    try container.encode(help, forKey: .help)
  }
}

/// A debate found, with the passages that voted for it.
public struct DebateResult: Encodable, Sendable {
  /// The debate's id.
  public var id: String
  /// Its title; may be empty.
  public var title: String
  /// Its page.
  public var url: String?
  /// Its date, as ISO 8601.
  public var date: String?
  /// What it is ranked by; comparable within one answer only.
  public var score: Double
  /// The passages that show it, best first.
  public var passages: [PassageResult]

  enum CodingKeys: String, CodingKey {
    case id, title, url, date, score, passages
  }

  /// Every key, `null` where there is nothing: programs read one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try container.encode(url, forKey: .url)
    try container.encode(date, forKey: .date)
    try container.encode(score, forKey: .score)
    try container.encode(passages, forKey: .passages)
  }
}

/// A passage found.
public struct PassageResult: Encodable, Sendable {
  /// `debate/kind/n`, or `debate/comment/id`.
  public var id: String
  /// What it is a piece of.
  public var kind: PassageKind
  /// Who says or writes it.
  public var speaker: Person?
  /// The second of the recording at which the first highlighted word is said.
  public var start: Double?
  /// The debate's page, at the second where there is one.
  public var url: String?
  /// `fr`, `en`, or nothing when unknown.
  public var language: String?
  /// What it is ranked by; comparable within one answer only.
  public var score: Double
  /// HTML: the text as written, escaped, the words that match in `<mark>`.
  public var snippet: String
  /// The same, for those who render themselves.
  public var highlights: Highlights?
  /// The debate that it is from, where that is not told otherwise.
  public var debate: EvidenceResult.Place?

  enum CodingKeys: String, CodingKey {
    case id, kind, speaker, start, url, language, score, snippet, debate
  }

  /// Every key, `null` where there is nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(kind, forKey: .kind)
    try container.encode(speaker, forKey: .speaker)
    try container.encode(start, forKey: .start)
    try container.encode(url, forKey: .url)
    try container.encode(language, forKey: .language)
    try container.encode(score, forKey: .score)
    try container.encode(snippet, forKey: .snippet)
    try container.encodeIfPresent(debate, forKey: .debate)
  }
}
