/// A debate as a format understands it, not yet checked: people by id or name, dates as text.
///
/// ``debate(limits:)`` puts it through the same checks as a record, so that whatever the format, a debate is cleaned,
/// its people are known to each other and its limits hold.
public struct RecordDraft: Sendable {
  /// The members of the record so far, in the order in which they were set.
  private var members: [JSONValue.Member] = []
  /// The announced speakers.
  public var speakers: [Speaker] = []
  /// What was said, in order.
  public var transcript: [Utterance] = []
  /// What readers wrote, in order.
  public var comments: [Comment] = []
  /// Notes taken on the debate.
  public var notes: [Note] = []
  /// The fields of expertise.
  public var expertises: [String] = []
  /// Ids of connected debates.
  public var connected: [String] = []
  /// Where the recording plays.
  public var mediaURL: String?
  /// Seconds.
  public var mediaDuration: Double?
  /// How many people watched.
  public var audience: Int?
  /// How many opinions were given, and their mean from 0 to 5.
  public var opinionCount: Int?, opinionMean: Double?

  /// Fields that are one text each.
  public enum Field: String, Sendable, CaseIterable {
    /// See the record format for what each holds.
    case id, title, url, date, language, category, format, treatment, location, description, summary, sponsor
    case proposer, organizer, visibility
  }

  /// A person: an id, a name, or both.
  public struct Person: Sendable, Hashable {
    /// Stable across debates, when the source gives one.
    public var id: String?
    /// As written.
    public var name: String?

    /// A person; one of the two is needed.
    public init(id: String? = nil, name: String? = nil) {
      self.id = id
      self.name = name
    }
  }

  /// An announced speaker.
  public struct Speaker: Sendable {
    /// Who.
    public var person: Person
    /// As in the record.
    public var affiliation, headline, bio: String?
    /// As in the record.
    public var expertises: [String]

    /// A speaker.
    public init(
      _ person: Person, affiliation: String? = nil, headline: String? = nil, bio: String? = nil,
      expertises: [String] = []
    ) {
      self.person = person
      self.affiliation = affiliation
      self.headline = headline
      self.bio = bio
      self.expertises = expertises
    }
  }

  /// An entry of the transcript.
  public struct Utterance: Sendable {
    /// Seconds.
    public var start, end: Double?
    /// A person id or a name.
    public var speaker: String?
    /// A language tag.
    public var language: String?
    /// What was said.
    public var text: String

    /// An entry.
    public init(
      start: Double? = nil, end: Double? = nil, speaker: String? = nil, language: String? = nil, text: String
    ) {
      self.start = start
      self.end = end
      self.speaker = speaker
      self.language = language
      self.text = text
    }
  }

  /// A reader's comment.
  public struct Comment: Sendable {
    /// The source's id.
    public var id: String?
    /// Who.
    public var author: Person?
    /// ISO 8601.
    public var date: String?
    /// The id of the comment it answers.
    public var parent: String?
    /// A language tag.
    public var language: String?
    /// 0 to 5.
    public var opinion: Double?
    /// What was written.
    public var text: String

    /// A comment.
    public init(
      id: String? = nil, author: Person? = nil, date: String? = nil, parent: String? = nil, language: String? = nil,
      opinion: Double? = nil, text: String
    ) {
      self.id = id
      self.author = author
      self.date = date
      self.parent = parent
      self.language = language
      self.opinion = opinion
      self.text = text
    }
  }

  /// A note.
  public struct Note: Sendable {
    /// Who took it.
    public var author: Person?
    /// ISO 8601.
    public var date: String?
    /// What it says.
    public var text: String

    /// A note.
    public init(author: Person? = nil, date: String? = nil, text: String) {
      self.author = author
      self.date = date
      self.text = text
    }
  }

  /// A debate with an id and nothing else.
  public init(id: String, title: String = "") {
    self[.id] = id
    self[.title] = title
  }

  /// One of the fields that are texts; nil when absent.
  public subscript(field: Field) -> String? {
    get { JSONValue.object(members)[field.rawValue]?.string }
    set {
      members.removeAll { $0.key == field.rawValue }
      if let newValue { members.append(.init(key: field.rawValue, value: .string(newValue))) }
    }
  }

  /// The debate, checked and cleaned.
  ///
  /// - Throws: ``RecordError`` with the field's path, as for a record.
  public func debate(limits: RecordLimits) throws(RecordError) -> Debate {
    guard case .debate(let debate) = try RecordDecoder(limits: limits).decode(value).record else {
      throw RecordError(reason: "a draft is never a deletion")
    }
    return debate
  }
}
