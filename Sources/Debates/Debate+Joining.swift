extension Debate {
  /// Adds a transcript that was kept apart; who speaks under the name of somebody the debate knows is that person.
  public mutating func add(transcript: [Utterance]) {
    var people = directory
    self.transcript += transcript.map { utterance in
      var utterance = utterance
      utterance.speaker = utterance.speaker.flatMap { people.find(id: $0.id, name: $0.name) }
      return utterance
    }
  }

  /// Adds comments that were kept apart. One that is there already, by its id or else by its author and text, is
  /// replaced in its place.
  public mutating func add(comments: [Comment]) {
    var people = directory
    var places: [CommentKey: Int] = [:]
    for (index, comment) in self.comments.enumerated() { places[CommentKey(comment)] = index }
    for comment in comments {
      var comment = comment
      comment.author = comment.author.flatMap { people.find(id: $0.id, name: $0.name) }
      let key = CommentKey(comment)
      if let place = places[key] {
        self.comments[place] = comment
      } else {
        places[key] = self.comments.count
        self.comments.append(comment)
      }
    }
  }

  /// Takes over what a newer and perhaps shorter account of the same debate says: its fields where it has them, its
  /// comments beside those known; what it is silent about stays.
  public mutating func update(from newer: Debate) {
    if !newer.title.isEmpty { title = newer.title }
    url = newer.url ?? url
    date = newer.date ?? date
    language = newer.language ?? language
    category = newer.category ?? category
    format = newer.format ?? format
    treatment = newer.treatment ?? treatment
    location = newer.location ?? location
    description = newer.description ?? description
    summary = newer.summary ?? summary
    sponsor = newer.sponsor ?? sponsor
    proposer = newer.proposer ?? proposer
    organizer = newer.organizer ?? organizer
    visibility = newer.visibility
    audience = newer.audience ?? audience
    opinions = newer.opinions ?? opinions
    media = newer.media ?? media
    if !newer.expertises.isEmpty { expertises = newer.expertises }
    if !newer.connected.isEmpty { connected = newer.connected }
    if !newer.speakers.isEmpty { speakers = newer.speakers }
    if !newer.notes.isEmpty { notes = newer.notes }
    if !newer.transcript.isEmpty {
      transcript = []
      add(transcript: newer.transcript)
    }
    add(comments: newer.comments)
  }

  /// Applies `transform` to everybody the debate names.
  public mutating func mapPeople(_ transform: (Person) -> Person) {
    for index in speakers.indices {
      let person = transform(speakers[index].person)
      (speakers[index].id, speakers[index].name) = (person.id, person.name)
    }
    for index in transcript.indices { transcript[index].speaker = transcript[index].speaker.map(transform) }
    for index in comments.indices { comments[index].author = comments[index].author.map(transform) }
    for index in notes.indices { notes[index].author = notes[index].author.map(transform) }
    sponsor = sponsor.map(transform)
    proposer = proposer.map(transform)
    organizer = organizer.map(transform)
  }

  /// Everybody the debate knows, the announced speakers first.
  private var directory: People {
    var directory = People()
    for speaker in speakers { _ = directory.announce(id: speaker.id, name: speaker.name) }
    for (id, name) in people.sorted(by: { $0.key < $1.key }) { _ = directory.find(id: id, name: name) }
    return directory
  }
}

/// What makes two comments the same one.
private struct CommentKey: Hashable {
  let id: String?
  let author: String?
  let text: String?

  init(_ comment: Comment) {
    id = comment.id
    author = comment.id == nil ? comment.author?.id : nil
    text = comment.id == nil ? comment.text : nil
  }
}
