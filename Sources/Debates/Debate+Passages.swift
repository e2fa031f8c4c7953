extension Debate {
  /// Words (runs between white space) of the longest passage: as good as shorter ones at a third of the documents.
  public static let passageWords = 250

  /// Cuts the debate into passages: subject, talk, comments, notes, profiles, in this order.
  ///
  /// Ids are unique within the debate and depend on its content alone. A blank text gives no passage, and no
  /// passage holds the words of two people.
  public func passages() -> [Passage] {
    subjectPassages() + TalkPassages(of: self).passages + commentPassages() + notePassages() + profilePassages()
  }

  private func subjectPassages() -> [Passage] {
    var parts = [title, description ?? ""]
    if let summary, summary != description { parts.append(summary) }
    let text = parts.filter { !$0.isEmpty }.joined(separator: "\n")
    return TextSplitter().texts(of: text).enumerated().map { index, piece in
      var passage = self.passage(.subject, "\(index)", piece)
      if index == 0, !title.isEmpty, piece.hasPrefix(title) { passage.title = title }
      return passage
    }
  }

  private func commentPassages() -> [Passage] {
    let given = Set(comments.compactMap(\.id))
    var taken: Set<String> = []
    var uses: [String: Int] = [:]
    /// An id the source gives goes to the first comment that bears it; whatever else collides is numbered: `x~2`.
    func unique(_ wanted: String, given isGiven: Bool) -> String {
      if isGiven || !given.contains(wanted), taken.insert(wanted).inserted { return wanted }
      // Counting goes on where it stopped: a thousand comments of one id are not a million tries.
      var use = uses[wanted, default: 1]
      var id: String
      repeat {
        use += 1
        id = "\(wanted)~\(use)"
      } while given.contains(id) || !taken.insert(id).inserted
      uses[wanted] = use
      return id
    }
    return comments.enumerated().flatMap { index, comment in
      TextSplitter().texts(of: comment.text).enumerated().map { part, piece in
        let name = comment.id ?? "\(index)"
        let id = part == 0 ? unique(name, given: comment.id != nil) : unique("\(name).\(part)", given: false)
        var passage = self.passage(.comment, id, piece)
        passage.speaker = comment.author
        passage.date = comment.date ?? date
        passage.language = comment.language ?? language
        return passage
      }
    }
  }

  private func notePassages() -> [Passage] {
    let pieces = notes.flatMap { note in TextSplitter().texts(of: note.text).map { (note, $0) } }
    return pieces.enumerated().map { index, piece in
      var passage = self.passage(.note, "\(index)", piece.1)
      passage.speaker = piece.0.author
      passage.date = piece.0.date ?? date
      return passage
    }
  }

  private func profilePassages() -> [Passage] {
    let pieces = speakers.flatMap { speaker in
      TextSplitter().texts(of: Self.profile(of: speaker)).map { (speaker.person, $0) }
    }
    return pieces.enumerated().map { index, piece in
      var passage = self.passage(.profile, "\(index)", piece.1)
      passage.speaker = piece.0
      return passage
    }
  }

  private static func profile(of speaker: Speaker) -> String {
    var lines = [speaker.name]
    for line in [speaker.affiliation, speaker.headline, speaker.bio] {
      if let line, !line.isEmpty { lines.append(line) }
    }
    if !speaker.expertises.isEmpty { lines.append(speaker.expertises.joined(separator: ", ")) }
    return lines.joined(separator: "\n")
  }

  private func passage(_ kind: PassageKind, _ suffix: String, _ text: String) -> Passage {
    Passage(
      id: "\(id)/\(kind.rawValue)/\(suffix)", debate: id, kind: kind, text: text, cues: [], date: date,
      language: language)
  }
}
