/// Entries of a record as read, before people are known to each other.
struct SpeakerDraft: Decodable {
  let id, name, affiliation, headline, bio: String?
  let expertises: [String]

  init(from decoder: any Decoder) throws {
    let fields = try RecordFields(of: decoder, known: Self.keys)
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

struct UtteranceDraft: Decodable {
  let start, end: Double?
  let speaker, language: String?
  let text: String

  init(from decoder: any Decoder) throws {
    let fields = try RecordFields(of: decoder, known: Self.keys)
    text = try fields.text("text") ?? ""
    speaker = try fields.value(String.self, "speaker")
    start = try fields.number("start", in: 0...Double.greatestFiniteMagnitude, "a time in seconds from the start")
    end = try fields.number("end", in: 0...Double.greatestFiniteMagnitude, "a time in seconds from the start")
    if let start, let end, end < start { throw fields.error("end", "\(end) is before the start, \(start)") }
    language = try fields.language("language")
  }

  private static let keys = ["speaker", "text", "start", "end", "language"]
}

/// A comment's or a note's author: an object, an id or a name.
struct AuthorDraft: Decodable {
  let id, name: String?
  let reference: String?

  init(from decoder: any Decoder) throws {
    if let reference = try? decoder.singleValueContainer().decode(String.self) {
      (id, name, self.reference) = (nil, nil, reference)
      return
    }
    let fields = try RecordFields(of: decoder, known: ["id", "name"])
    id = try fields.id("id")
    name = try fields.line("name")
    reference = nil
  }

  func person(among people: inout People) -> Person? {
    reference == nil ? people.find(id: id, name: name) : people.find(reference)
  }
}

struct CommentDraft: Decodable {
  let id: String?
  let author: AuthorDraft?
  let date: Moment?
  let parent: String?
  let text: String
  let language: String?
  let opinion: Double?

  init(from decoder: any Decoder) throws {
    let fields = try RecordFields(of: decoder, known: Self.keys)
    id = try fields.id("id")
    author = try fields.value(AuthorDraft.self, "author")
    date = try fields.moment("date")
    parent = try fields.id("parent")
    text = try fields.text("text") ?? ""
    language = try fields.language("language")
    opinion = try fields.number("opinion", in: 0...5, "an opinion; opinions go from 0 to 5")
  }

  private static let keys = ["id", "author", "date", "parent", "text", "language", "opinion"]
}

struct NoteDraft: Decodable {
  let author: AuthorDraft?
  let date: Moment?
  let text: String

  init(from decoder: any Decoder) throws {
    let fields = try RecordFields(of: decoder, known: ["author", "date", "text"])
    author = try fields.value(AuthorDraft.self, "author")
    date = try fields.moment("date")
    text = try fields.text("text") ?? ""
  }
}

extension Opinions: Decodable {
  /// Reads the record's `opinions`.
  public init(from decoder: any Decoder) throws {
    let fields = try RecordFields(of: decoder, known: ["count", "mean"])
    self.init(
      count: try fields.count("count"),
      mean: try fields.number("mean", in: 0...5, "a mean opinion; opinions go from 0 to 5"))
  }
}

extension Media: Decodable {
  /// Reads the record's `media`.
  public init(from decoder: any Decoder) throws {
    let fields = try RecordFields(of: decoder, known: ["url", "duration"])
    self.init(
      url: try fields.line("url"),
      duration: try fields.number("duration", in: 0...Double.greatestFiniteMagnitude, "a duration in seconds"))
  }
}
