/// A person announced as a speaker of a debate, with what the debate says of them.
public struct Speaker: Sendable, Hashable {
  /// The person id.
  public var id: String
  /// The name as written.
  public var name: String
  /// The organisation they speak for.
  public var affiliation: String?
  /// One line of presentation.
  public var headline: String?
  /// A longer presentation.
  public var bio: String?
  /// What they are an expert of, as written.
  public var expertises: [String]

  /// A speaker; everything but the person may be absent.
  public init(
    id: String, name: String, affiliation: String? = nil, headline: String? = nil, bio: String? = nil,
    expertises: [String] = []
  ) {
    self.id = id
    self.name = name
    self.affiliation = affiliation
    self.headline = headline
    self.bio = bio
    self.expertises = expertises
  }

  /// Takes over what another entry of the same person says and this one does not.
  mutating func complete(with other: Speaker) {
    affiliation = affiliation ?? other.affiliation
    headline = headline ?? other.headline
    bio = bio ?? other.bio
    expertises += other.expertises.filter { !expertises.contains($0) }
  }

  /// Who this speaker is.
  public var person: Person { Person(id: id, name: name) }
}

extension Speaker: Encodable {
  private enum CodingKeys: String, CodingKey { case id, name, affiliation, headline, bio, expertises }

  /// Writes the record's `speakers` entry; absent fields are left out.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(name, forKey: .name)
    try fields.encodeIfPresent(affiliation, forKey: .affiliation)
    try fields.encodeIfPresent(headline, forKey: .headline)
    try fields.encodeIfPresent(bio, forKey: .bio)
    if !expertises.isEmpty { try fields.encode(expertises, forKey: .expertises) }
  }
}
