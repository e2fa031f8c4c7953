public import Debates
public import Xapian

/// What the index knows of a debate besides its passages.
public struct StoredDebate: Codable, Sendable, Equatable {
  public var id: String
  public var title: String
  public var url: String?
  public var date: String?
  public var language: String?
  public var category: String?
  public var format: String?
  public var location: String?
  public var expertises: [String]
  public var passages: Int
  /// The file it was read from.
  public var source: String
  /// The content hash of everything that was indexed of it.
  public var hash: String

  public init(_ debate: Debate, passages: Int, source: String) {
    id = debate.id
    title = debate.title
    url = debate.url
    date = debate.date?.text
    language = debate.language
    category = debate.category
    format = debate.format
    location = debate.location
    expertises = debate.expertises
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
