extension Debate {
  static let recordKeys = CodingKeys.allCases.map(\.rawValue) + ["deleted"]

  /// Reads a record, its id checked already.
  init(id: String, _ fields: RecordFields) throws(RecordError) {
    guard let title = try fields.text("title") else {
      throw fields.error("title", "missing; write \"title\": \"\" for a debate without one")
    }
    self.init(id: id, title: CleanText.line(title))
    try readPeople(fields)

    url = try fields.link("url")
    date = try fields.moment("date")
    language = try fields.language("language")
    category = try fields.line("category")
    format = try fields.line("format")
    treatment = try fields.line("treatment")
    location = try fields.line("location")
    description = try fields.text("description")
    summary = try fields.text("summary")
    if let visibility = try fields.line("visibility") {
      guard let known = Visibility(rawValue: visibility) else {
        throw fields.error("visibility", "\"\(visibility)\" is not a visibility; write \"public\" or \"members\"")
      }
      self.visibility = known
    }
    audience = try fields.count("audience")
    opinions = try Opinions("opinions", of: fields)
    expertises = try fields.labels("expertises")
    connected = try fields.labels("connected")
    media = try Media("media", of: fields)
  }

  /// Everybody, the announced speakers first: whoever bears a speaker's name later is that speaker.
  private mutating func readPeople(_ fields: RecordFields) throws(RecordError) {
    let context = fields.context
    let limits = context.limits
    var people = People()
    let speakers = try fields.list("speakers", maximum: limits.maximumEntries, named: "maximumEntries") {
      (value, place) throws(RecordError) in try SpeakerDraft(value, at: place, context)
    }
    var places: [String: Int] = [:]
    for draft in speakers {
      guard let person = people.announce(id: draft.id, name: draft.name) else { continue }
      let speaker = Speaker(
        id: person.id, name: draft.name ?? person.name, affiliation: draft.affiliation, headline: draft.headline,
        bio: draft.bio, expertises: draft.expertises)
      if let place = places[person.id] {
        self.speakers[place].complete(with: speaker)
      } else {
        places[person.id] = self.speakers.count
        self.speakers.append(speaker)
      }
    }
    let comments = try fields.list("comments", maximum: limits.maximumComments, named: "maximumComments") {
      (value, place) throws(RecordError) in try CommentDraft(value, at: place, context)
    }
    for draft in comments {
      var comment = draft.comment
      comment.author = draft.author?.person(among: &people)
      self.comments.append(comment)
    }
    transcript = try fields.list("transcript", maximum: limits.maximumUtterances, named: "maximumUtterances") {
      (value, place) throws(RecordError) in
      let draft = try UtteranceDraft(value, at: place, context)
      return Utterance(
        start: draft.start, end: draft.end, speaker: people.find(draft.speaker), language: draft.language,
        text: draft.text)
    }
    let notes = try fields.list("notes", maximum: limits.maximumEntries, named: "maximumEntries") {
      (value, place) throws(RecordError) in try NoteDraft(value, at: place, context)
    }
    for draft in notes {
      var note = draft.note
      note.author = draft.author?.person(among: &people)
      self.notes.append(note)
    }
    sponsor = people.find(try fields.line("sponsor"))
    proposer = people.find(try fields.line("proposer"))
    organizer = people.find(try fields.line("organizer"))
  }
}
