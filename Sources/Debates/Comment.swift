/// What a reader wrote under a debate.
public struct Comment: Sendable, Hashable {
  /// The source's own id, when it gives one.
  public var id: String?
  /// Who wrote it, when known.
  public var author: Person?
  /// When it was written.
  public var date: Moment?
  /// The id of the comment it answers.
  public var parent: String?
  /// What was written.
  public var text: String
  /// The source's hint of the language (`fr`, `en`).
  public var language: String?
  /// The author's opinion of the subject, 0 to 5.
  public var opinion: Double?

  /// A comment.
  public init(
    id: String? = nil, author: Person? = nil, date: Moment? = nil, parent: String? = nil, text: String,
    language: String? = nil, opinion: Double? = nil
  ) {
    self.id = id
    self.author = author
    self.date = date
    self.parent = parent
    self.text = text
    self.language = language
    self.opinion = opinion
  }
}

extension Comment: Encodable {
  private enum CodingKeys: String, CodingKey { case id, author, date, parent, text, language, opinion }

  /// Writes the record's `comments` entry; absent fields are left out.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encodeIfPresent(id, forKey: .id)
    try fields.encodeIfPresent(author, forKey: .author)
    try fields.encodeIfPresent(date, forKey: .date)
    try fields.encodeIfPresent(parent, forKey: .parent)
    try fields.encode(text, forKey: .text)
    try fields.encodeIfPresent(language, forKey: .language)
    try fields.encodeIfPresent(opinion, forKey: .opinion)
  }
}
