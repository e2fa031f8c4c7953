public import Debates
public import Xapian

/// What the index knows of a debate besides its passages.
public struct StoredDebate: Codable, Sendable, Equatable {
  /// Unique in all audiences.
  public var id: String
  /// May be empty.
  public var title: String
  /// Where it can be read or watched.
  public var url: String?
  /// ISO 8601, as precise as its source.
  public var date: String?
  /// The hint of the record, not a label.
  public var language: String?
  /// As written.
  public var category: String?
  /// Such as `Talkshow`, as written.
  public var format: String?
  /// Where it took place.
  public var location: String?
  /// Its recording; nil for none, or when nobody says where it is.
  public var media: String?
  /// As written.
  public var expertises: [String]
  /// The announced speakers; nil for none.
  public var speakers: [StoredSpeaker]?
  /// Who proposed the subject.
  public var proposer: Person?
  /// Who organised it.
  public var organizer: Person?
  /// Ids of the debates that the source says are connected; nil for none.
  public var connected: [String]?
  /// How many passages it was cut into.
  public var passages: Int
  /// The file it was read from.
  public var source: String
  /// The content hash of everything that was indexed of it.
  public var hash: String
  /// The hash of the piece of its source that it came from, when that holds it and nothing else: the same piece need
  /// not be understood again.
  public var piece: String?
  /// The whole record, of a debate that comes from feeds: each brings only the latest, and is added to this. nil for
  /// a debate whose source holds all of it.
  public var record: String?
  /// Comments that feeds have told of a debate whose source holds the rest of it, as a record of theirs alone: a feed
  /// holds the latest, and those before have to be kept somewhere.
  public var gathered: String?

  /// What is kept of `debate`; the hash is left for the indexer to fill.
  public init(_ debate: Debate, passages: Int, source: String) {
    id = debate.id
    title = debate.title
    url = debate.url
    date = debate.date?.text
    language = debate.language
    category = debate.category
    format = debate.format
    location = debate.location
    media = debate.media?.url
    expertises = debate.expertises
    speakers = debate.speakers.isEmpty ? nil : debate.speakers.map(StoredSpeaker.init)
    proposer = debate.proposer
    organizer = debate.organizer
    connected = debate.connected.isEmpty ? nil : debate.connected
    self.passages = passages
    self.source = source
    hash = ""
  }

  /// Every debate of a database, in the order of their ids.
  public static func all(in reader: borrowing Reader) throws -> [StoredDebate] {
    try reader.metadataKeys(prefix: StateKey.debates).compactMap { key in
      try reader.metadata(key).map { try StoredJSON.decode(StoredDebate.self, from: $0) }
    }
  }
}
