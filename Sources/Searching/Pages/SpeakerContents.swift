/// Somebody as their page shows them: who they are, and in what they have a part.
public struct SpeakerContents: Encodable, Sendable {
  /// The id by which answers call the person.
  public var id: String
  /// As answers write it.
  public var name: String
  /// All spellings, `name` first; at most 50.
  public var names: [String]
  /// All ids, `id` first; at most 50.
  public var ids: [String]
  /// Whom they spoke for, as their latest 200 debates say, latest first.
  public var affiliations: [Affiliation]
  /// How debates present them, newest first, each text once; at most 5.
  public var biographies: [PersonBiography]
  /// The expertises that they declare.
  public var declared: [String]
  /// The expertises of the debates in which they say or write something, most debates first; at most 10.
  public var expertises: [SpokenExpertise]
  /// The debates in which they have a part, newest first, from `offset` on.
  public var debates: [DebatePart]
  /// How many debates that is in all.
  public var total: Int
  /// How many of them come before those shown.
  public var offset: Int
  /// How many passages they said or wrote.
  public var passages: Int
  /// Of these, those of each kind that there is.
  public var kinds: [ValueCount]
  /// Of these, those of each language, most first.
  public var languages: [ValueCount]
  /// What they said or wrote by year, in the order of time.
  public var years: [PeriodCount]
  /// The same by month: the last 366 in which they said or wrote anything.
  public var months: [PeriodCount]
  /// With whom they speak most often in one debate; at most 10.
  public var companions: [Companion]
  /// Milliseconds from the request to the answer.
  public var tookMilliseconds: Double

  enum CodingKeys: String, CodingKey {
    case id, name, names, ids, affiliations, biographies, declared, expertises, debates, total, offset, passages, kinds
    case languages, years, months, companions
    case tookMilliseconds = "took_ms"
  }
}

/// Whom somebody spoke for.
public struct Affiliation: Encodable, Sendable, Equatable {
  /// As written.
  public var name: String
  /// How many debates say so.
  public var debates: Int
  /// The date of the first of them, ISO 8601.
  public var first: String?
  /// The date of the last of them, ISO 8601.
  public var last: String?

  enum CodingKeys: String, CodingKey { case name, debates, first, last }

  /// Every key, `null` where there is nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(debates, forKey: .debates)
    try container.encode(first, forKey: .first)
    try container.encode(last, forKey: .last)
  }
}

/// How a debate presents somebody.
public struct PersonBiography: Encodable, Sendable, Equatable {
  /// As written.
  public var text: String
  /// The debate that says so.
  public var debate: DebateSummary
}

/// An expertise of the debates in which somebody says or writes something.
public struct SpokenExpertise: Encodable, Sendable {
  /// As it is written most often.
  public var name: String
  /// In how many debates that carry it.
  public var debates: Int
  /// What they say there of it, best first, at most two passages, from different debates where there are some.
  public var evidence: [EvidenceResult]
}

/// Somebody's part in a debate.
public struct DebatePart: Encodable, Sendable, Equatable {
  /// What somebody is in a debate.
  public enum Role: String, Encodable, Sendable, CaseIterable {
    /// Speaks in it, or is announced to.
    case speaker
    /// Writes comments or notes.
    case author
    /// Proposed its subject.
    case proposer
    /// Organised it.
    case organizer
  }

  /// The debate.
  public var debate: DebateSummary
  /// What they are in it.
  public var roles: [Role]
  /// How many passages they said or wrote in it.
  public var passages: Int

  enum CodingKeys: String, CodingKey { case roles, passages }

  /// The keys of the debate, `roles` and `passages`.
  public func encode(to encoder: any Encoder) throws {
    try debate.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(roles, forKey: .roles)
    try container.encode(passages, forKey: .passages)
  }
}

/// Somebody who speaks in the same debates.
public struct Companion: Encodable, Sendable, Equatable {
  /// The id by which answers call the person.
  public var id: String
  /// As answers write it.
  public var name: String
  /// In how many debates both speak.
  public var debates: Int
}

/// Which debates of a list to show.
public struct PageRequest: Sendable {
  /// The most debates of one answer.
  public static let maximumLimit = 500

  /// How many debates to skip.
  public var offset = 0
  /// How many debates.
  public var limit = 50

  /// The first fifty.
  public init(offset: Int = 0, limit: Int = 50) {
    self.offset = offset
    self.limit = limit
  }

  /// The page of a list.
  func page<Item>(of list: [Item]) -> ArraySlice<Item> {
    list.dropFirst(max(0, offset)).prefix(min(max(0, limit), PageRequest.maximumLimit))
  }
}
