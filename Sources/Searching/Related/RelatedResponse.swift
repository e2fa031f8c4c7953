/// What is connected with a debate or a text, in the form that `related --json` prints.
public struct RelatedResponse: Encodable, Sendable {
  /// The debate's id, or the text.
  public var query: String
  /// How many connected debates there are.
  public var total: Int
  /// Milliseconds from the request to the answer.
  public var tookMilliseconds: Double
  /// Connected debates, best first.
  public var results: [RelatedResult]
  /// Expertises that it does not carry yet, best first.
  public var expertises: [SuggestedExpertise]
  /// People to invite, who have no part in it yet, best first.
  public var speakers: [SpeakerResult]

  enum CodingKeys: String, CodingKey {
    case query, total, results, expertises, speakers
    case tookMilliseconds = "took_ms"
  }
}

/// A debate connected with another, with what they share.
public struct RelatedResult: Encodable, Sendable {
  /// The debate, with the passages that show the connection.
  public var debate: DebateResult
  /// The words that both say and others seldom do, the most telling first, as they are written.
  public var terms: [String]
  /// The expertises that both carry.
  public var expertises: [String]
  /// The names of those who take part in both.
  public var speakers: [String]
  /// Whether the debate names it as connected already.
  public var isConnected: Bool

  enum CodingKeys: String, CodingKey {
    case terms, expertises, speakers
    case isConnected = "connected"
  }

  /// The keys of a debate, and what it shares.
  public func encode(to encoder: any Encoder) throws {
    try debate.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(terms, forKey: .terms)
    try container.encode(expertises, forKey: .expertises)
    try container.encode(speakers, forKey: .speakers)
    try container.encode(isConnected, forKey: .isConnected)
  }
}

/// An expertise suggested for a debate, with its reasons.
public struct SuggestedExpertise: Encodable, Sendable {
  /// As it is written most often.
  public var name: String
  /// What it is ranked by; comparable within one answer only.
  public var score: Double
  /// How many of the connected debates carry it.
  public var debates: Int
  /// The best of them, by id.
  public var from: [String]
  /// The words of its name that the debate says, as they are written.
  public var terms: [String]
  /// Passages of debates that carry it, from different ones where there are some, best first.
  public var evidence: [EvidenceResult]
}

/// What is asked of connected debates.
public struct RelatedRequest: Sendable {
  /// How many connected debates.
  public var limit = 10
  /// How many expertises, and how many people.
  public var suggestions = 5
  /// How many passages are shown for each.
  public var evidence = 2

  /// The most connected debates of one answer.
  public static let maximumLimit = 1000
  /// The most expertises, and the most people.
  public static let maximumSuggestions = 1000
  /// The most passages that are shown for each.
  public static let maximumEvidence = 20

  /// The first ten, with five suggestions of each kind.
  public init() {}

  /// The same with every number within its bounds: a request may come from anybody.
  var bounded: RelatedRequest {
    var request = self
    request.limit = min(max(0, limit), RelatedRequest.maximumLimit)
    request.suggestions = min(max(0, suggestions), RelatedRequest.maximumSuggestions)
    request.evidence = min(max(0, evidence), RelatedRequest.maximumEvidence)
    return request
  }
}
