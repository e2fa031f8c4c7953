/// Entries of a record as read, before people are known to each other.
struct SpeakerDraft {
  let id, name, affiliation, headline, bio: String?
  let expertises: [String]

  init(_ value: JSONValue, at place: RecordPlace, _ context: RecordContext) throws(RecordError) {
    let fields = try RecordFields(value, at: place, known: Self.keys, context: context)
    id = try fields.id("id")
    name = try fields.line("name")
    affiliation = try fields.line("affiliation")
    headline = try fields.line("headline")
    bio = try fields.text("bio")
    expertises = try fields.labels("expertises")
    if id == nil, name == nil { throw fields.error("name", "missing; a speaker needs a name or an id") }
  }

  private static let keys = ["id", "name", "affiliation", "headline", "bio", "expertises"]
}

struct UtteranceDraft {
  let start, end: Double?
  let speaker, language: String?
  let text: String

  init(_ value: JSONValue, at place: RecordPlace, _ context: RecordContext) throws(RecordError) {
    let fields = try RecordFields(value, at: place, known: Self.keys, context: context)
    text = try fields.text("text") ?? ""
    speaker = try fields.string("speaker")
    start = try fields.seconds("start")
    end = try fields.seconds("end")
    if let start, let end, end < start { throw fields.error("end", "\(end) is before the start, \(start)") }
    language = try fields.language("language")
  }

  private static let keys = ["speaker", "text", "start", "end", "language"]
}

/// A comment's or a note's author: an object, an id or a name.
struct AuthorDraft {
  let id, name: String?
  let reference: String?

  init?(_ key: String, of fields: RecordFields) throws(RecordError) {
    guard let value = fields.value(key) else { return nil }
    if case .string(let reference) = value {
      (id, name, self.reference) = (nil, nil, reference)
      return
    }
    let author = try RecordFields(value, at: fields.place(of: key), known: ["id", "name"], context: fields.context)
    id = try author.id("id")
    name = try author.line("name")
    reference = nil
  }

  func person(among people: inout People) -> Person? {
    reference == nil ? people.find(id: id, name: name) : people.find(reference)
  }
}

struct CommentDraft {
  let author: AuthorDraft?
  /// Without its author.
  let comment: Comment

  init(_ value: JSONValue, at place: RecordPlace, _ context: RecordContext) throws(RecordError) {
    let fields = try RecordFields(value, at: place, known: Self.keys, context: context)
    author = try AuthorDraft("author", of: fields)
    comment = Comment(
      id: try fields.id("id"), date: try fields.moment("date"), parent: try fields.id("parent"),
      text: try fields.text("text") ?? "", language: try fields.language("language"),
      opinion: try fields.number("opinion", in: 0...5, "an opinion; opinions go from 0 to 5"))
  }

  private static let keys = ["id", "author", "date", "parent", "text", "language", "opinion"]
}

struct NoteDraft {
  let author: AuthorDraft?
  /// Without its author.
  let note: Note

  init(_ value: JSONValue, at place: RecordPlace, _ context: RecordContext) throws(RecordError) {
    let fields = try RecordFields(value, at: place, known: ["author", "date", "text"], context: context)
    author = try AuthorDraft("author", of: fields)
    note = Note(date: try fields.moment("date"), text: try fields.text("text") ?? "")
  }
}

extension Opinions {
  init?(_ key: String, of record: RecordFields) throws(RecordError) {
    guard let value = record.value(key) else { return nil }
    let fields = try RecordFields(
      value, at: record.place(of: key), known: ["count", "mean"], context: record.context)
    self.init(
      count: try fields.count("count"),
      mean: try fields.number("mean", in: 0...5, "a mean opinion; opinions go from 0 to 5"))
  }
}

extension Media {
  init?(_ key: String, of record: RecordFields) throws(RecordError) {
    guard let value = record.value(key) else { return nil }
    let fields = try RecordFields(
      value, at: record.place(of: key), known: ["url", "duration"], context: record.context)
    self.init(url: try fields.link("url"), duration: try fields.seconds("duration"))
  }
}
