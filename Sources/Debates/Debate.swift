public import Foundation

/// A debate: its subject, who speaks, what was said, and what readers wrote about it.
///
/// Encodes to the record format (`Documentation/record.schema.json`); ``RecordDecoder`` reads it back, locating
/// errors and collecting unknown keys.
public struct Debate: Sendable, Equatable {
  /// Stable id, at most ``RecordLimits/maximumIDBytes`` bytes.
  public var id: String
  /// May be empty.
  public var title: String
  /// Where the debate is published.
  public var url: String?
  /// When it took place.
  public var date: Moment?
  /// The source's hint of the language (`fr`, `en`).
  public var language: String?
  /// The rubric it stands in.
  public var category: String?
  /// Talk show, plenary, interview.
  public var format: String?
  /// How the subject is treated: debate, report.
  public var treatment: String?
  /// Where it took place.
  public var location: String?
  /// What it is about, agenda included.
  public var description: String?
  /// What came out of it.
  public var summary: String?
  /// Who paid for it.
  public var sponsor: Person?
  /// Who proposed the subject.
  public var proposer: Person?
  /// Who organised it.
  public var organizer: Person?
  /// Who may see it.
  public var visibility: Visibility
  /// How many people watched.
  public var audience: Int?
  /// What the audience thought of the subject.
  public var opinions: Opinions?
  /// The fields of expertise it touches, as written.
  public var expertises: [String]
  /// Ids of debates the source says are connected.
  public var connected: [String]
  /// The recording.
  public var media: Media?
  /// The announced speakers.
  public var speakers: [Speaker]
  /// What was said, in order.
  public var transcript: [Utterance]
  /// What readers wrote, in the source's order.
  public var comments: [Comment]
  /// Notes taken on the debate.
  public var notes: [Note]

  /// A debate with nothing but what is required; set the rest.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
    self.visibility = .public
    self.expertises = []
    self.connected = []
    self.speakers = []
    self.transcript = []
    self.comments = []
    self.notes = []
  }

  /// Everybody the debate knows, id to name; where sources differ on a name, the announced speaker's stands.
  public var people: [String: String] {
    var people: [String: String] = [:]
    func add(_ person: Person?) {
      if let person, people[person.id] == nil { people[person.id] = person.name }
    }
    for speaker in speakers { add(speaker.person) }
    for comment in comments { add(comment.author) }
    for utterance in transcript { add(utterance.speaker) }
    for note in notes { add(note.author) }
    add(sponsor)
    add(proposer)
    add(organizer)
    return people
  }

  /// Those whom the page names, as opposed to those who comment on it: speakers, proposer, organizer, each once.
  public var announced: [Person] {
    var seen: Set<String> = []
    return (speakers.map(\.person) + [proposer, organizer].compactMap { $0 }).filter { seen.insert($0.id).inserted }
  }

  /// Applies `transform` to every text that is prose: description, summary, bios, talk, comments, notes.
  public mutating func mapProse(_ transform: (String) -> String) {
    description = description.map(transform)
    summary = summary.map(transform)
    for index in speakers.indices { speakers[index].bio = speakers[index].bio.map(transform) }
    for index in transcript.indices { transcript[index].text = transform(transcript[index].text) }
    for index in comments.indices { comments[index].text = transform(comments[index].text) }
    for index in notes.indices { notes[index].text = transform(notes[index].text) }
  }

  /// The record as JSON that depends on the content alone: keys sorted, absent fields left out, UTF-8, one line.
  ///
  /// - Throws: `EncodingError` when a number is not finite.
  public func canonicalJSON() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }
}
