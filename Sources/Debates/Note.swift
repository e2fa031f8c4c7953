/// A note taken on a debate.
public struct Note: Sendable, Hashable {
  /// Who took it, when known.
  public var author: Person?
  /// When it was taken.
  public var date: Moment?
  /// What it says.
  public var text: String

  /// A note.
  public init(author: Person? = nil, date: Moment? = nil, text: String) {
    self.author = author
    self.date = date
    self.text = text
  }
}

extension Note: Encodable {
  private enum CodingKeys: String, CodingKey { case author, date, text }

  /// Writes the record's `notes` entry; absent fields are left out.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encodeIfPresent(author?.reference, forKey: .author)
    try fields.encodeIfPresent(date, forKey: .date)
    try fields.encode(text, forKey: .text)
  }
}
