/// What somebody who has begun to type may want: a title, a name, an expertise, or words that are said.
public struct Completion: Sendable, Equatable {
  /// What a completion is.
  public enum Kind: String, Sendable, Encodable, CaseIterable {
    /// Of a debate.
    case title
    /// Somebody who speaks or writes.
    case speaker
    case expertise
    /// Words that passages have, one after another.
    case phrase

    /// Its place among the kinds: titles are shown first.
    var order: Int {
      switch self {
      case .title: 0
      case .speaker: 1
      case .expertise: 2
      case .phrase: 3
      }
    }
  }

  /// As written.
  public var text: String
  /// What it is.
  public var kind: Kind
  /// The id of the debate or of the person; nil for the others.
  public var id: String?
  /// How many passages the debate has, the person said or wrote, or say the phrase (this last about); of an expertise,
  /// how many debates carry it.
  public var count: Int
  /// The text with what was typed marked.
  public var highlights: Highlights
}

/// An answer, in the form that `suggest --json` prints.
public struct SuggestResponse: Encodable, Sendable {
  /// What was completed: as it was typed, without control characters.
  public var query: String
  /// Milliseconds from the request to the answer.
  public var tookMilliseconds: Double
  /// Titles first, then people, expertises and phrases.
  public var results: [Completion]

  enum CodingKeys: String, CodingKey {
    case query, results
    case tookMilliseconds = "took_ms"
  }
}

extension Completion: Encodable {
  enum CodingKeys: String, CodingKey { case text, kind, id, count, highlighted }

  /// Every key, `null` where there is nothing; `highlighted` is escaped HTML with `<mark>`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text, forKey: .text)
    try container.encode(kind, forKey: .kind)
    try container.encode(id, forKey: .id)
    try container.encode(count, forKey: .count)
    try container.encode(highlights.html, forKey: .highlighted)
  }
}
