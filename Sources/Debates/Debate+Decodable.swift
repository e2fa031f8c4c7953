extension Debate: Decodable {
  private static let knownKeys = CodingKeys.allCases.map(\.rawValue) + ["deleted"]

  /// Reads a record.
  ///
  /// - Throws: ``RecordError`` for a value that breaks a rule, `DecodingError` for one of the wrong type.
  public init(from decoder: any Decoder) throws {
    let fields = try RecordFields(of: decoder, known: Self.knownKeys)
    guard let id = try fields.id("id") else {
      throw fields.error("id", "missing; every record needs an id of its own")
    }
    guard let title = try fields.text("title") else {
      throw fields.error("title", "missing; write \"title\": \"\" for a debate without one")
    }
    self.init(id: id, title: CleanText.line(title))

    var people = People()
    speakers = try fields.list(SpeakerDraft.self, "speakers").compactMap { draft in
      people.announce(id: draft.id, name: draft.name).map { person in
        Speaker(
          id: person.id, name: draft.name ?? person.name, affiliation: draft.affiliation, headline: draft.headline,
          bio: draft.bio, expertises: draft.expertises)
      }
    }
    comments = try fields.list(
      CommentDraft.self, "comments", maximum: \.maximumComments, named: "maximumComments"
    ).map { draft in
      Comment(
        id: draft.id, author: draft.author?.person(among: &people), date: draft.date, parent: draft.parent,
        text: draft.text, language: draft.language, opinion: draft.opinion)
    }
    transcript = try fields.list(
      UtteranceDraft.self, "transcript", maximum: \.maximumUtterances, named: "maximumUtterances"
    ).map { draft in
      Utterance(
        start: draft.start, end: draft.end, speaker: people.find(draft.speaker), language: draft.language,
        text: draft.text)
    }
    notes = try fields.list(NoteDraft.self, "notes").map { draft in
      Note(author: draft.author?.person(among: &people), date: draft.date, text: draft.text)
    }
    proposer = people.find(try fields.line("proposer"))
    organizer = people.find(try fields.line("organizer"))

    url = try fields.line("url")
    date = try fields.moment("date")
    language = try fields.language("language")
    category = try fields.line("category")
    format = try fields.line("format")
    treatment = try fields.line("treatment")
    location = try fields.line("location")
    description = try fields.text("description")
    summary = try fields.text("summary")
    sponsor = try fields.line("sponsor")
    if let visibility = try fields.line("visibility") {
      guard let known = Visibility(rawValue: visibility) else {
        throw fields.error("visibility", "\"\(visibility)\" is not a visibility; write \"public\" or \"members\"")
      }
      self.visibility = known
    }
    audience = try fields.count("audience")
    opinions = try fields.value(Opinions.self, "opinions")
    expertises = try fields.labels("expertises")
    connected = try fields.labels("connected")
    media = try fields.value(Media.self, "media")
  }
}
