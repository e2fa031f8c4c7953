import Analysis
import Debates
import Schema
import Xapian

extension SearchIndex {
  /// A debate with a page of its passages; nil for an unknown id, or one that this audience may not see.
  /// - Throws: `IndexError`.
  public func debateContents(_ id: String, _ request: DebateRequest = DebateRequest()) throws -> DebateContents? {
    let clock = ContinuousClock.now
    let deadline = Deadline(after: request.timeLimit)
    return try inOneRevision {
      guard let stored = try stored(id) else { return nil }
      let columns = try columns()
      let debate = try ordinal(ofDebate: id, columns)
      let outline = try debate.map { try self.outline(ofDebate: $0) } ?? DebateOutline.empty
      let all = outline.documents
      let kinds = Set(request.shownKinds.map(Columns.number))
      let listed = all.filter { kinds.contains(columns.kinds[Int($0)]) }
      let limit = min(max(0, request.limit), DebateRequest.maximumLimit)
      let place = try request.around.flatMap { try self.place(of: $0, in: listed) }
      let offset = place.map { limit == 0 ? 0 : $0 / limit * limit } ?? max(0, request.offset)
      let shown = Array(listed.dropFirst(offset).prefix(limit))

      let looked = request.query.map { understood($0).tree }
      let found = try looked.flatMap { tree in
        tree == .everything ? nil : try matching(tree, [], limit: 0, deadline: deadline).found
      }
      let marking = try found == nil ? nil : looked.map { try snippets(for: $0, deadline: deadline) }
      let passages = try debatePassages(shown, of: stored, found, marking)
      let matches = request.query.map { query in
        let places = found.map { found in listed.indices.filter { found.contains(listed[$0]) } } ?? []
        return DebateMatches(
          query: query, total: places.count, places: Array(places.prefix(DebateRequest.maximumLimit)),
          isPartial: deadline.wasReached)
      }
      return DebateContents(
        id: stored.id, title: stored.title, url: stored.url, date: stored.date, language: stored.language,
        category: stored.category, format: stored.format, location: stored.location, media: stored.media,
        expertises: stored.expertises, proposer: stored.proposer.map { canonical($0, columns) },
        organizer: stored.organizer.map { canonical($0, columns) },
        speakers: try announcedSpeakers(of: stored, all, columns),
        connected: try (stored.connected ?? []).prefix(SearchIndex.connectedShown).map(summary),
        counts: counts(of: outline, columns), shares: talkShares(of: outline, columns),
        terms: try debate.map { try keyTermsShown(of: $0, title: stored.title) } ?? [], passages: passages,
        total: listed.count,
        offset: offset, matches: matches, tookMilliseconds: SearchIndex.milliseconds(since: clock))
    }
  }

  /// The number of a debate in the columns; nil for one of which there are no passages.
  func ordinal(ofDebate id: String, _ columns: Columns) throws -> Int? {
    let first = try reader.handle.documents(withTerm: Terms.id(.debate, id)).first
    return first.map { Int(columns.debates.ordinals[Int($0)]) }
  }

  /// A person by the id by which answers call them.
  func canonical(_ person: Person, _ columns: Columns) -> Person {
    guard let entry = columns.people.entry(ofID: person.id) else { return person }
    return Person(id: columns.people.entries[entry].person.id, name: person.name)
  }

  /// A debate as a list names it.
  func summary(_ id: String) throws -> DebateSummary {
    let stored = try stored(id)
    return DebateSummary(id: id, title: stored?.title, url: stored?.url, date: stored?.date)
  }

  private func place(of passage: String, in listed: [UInt32]) throws -> Int? {
    let having = try reader.handle.documents(withTerm: Terms.id(.passage, passage))
    return having.first.flatMap { listed.firstIndex(of: $0) }
  }

  private func debatePassages(
    _ documents: [UInt32], of debate: StoredDebate, _ found: DocumentSet?, _ marking: Snippet?
  ) throws -> [DebatePassage] {
    let columns = try columns()
    let data = try reader.handle.data(of: documents)
    let prefix = "\(debate.id)/\(PassageKind.comment.rawValue)/"
    return try documents.enumerated().map { place, document in
      let stored = try StoredJSON.decode(StoredPassage.self, from: data[place])
      let isMatch = found?.contains(document) ?? false
      let start = stored.cues?.first?.start
      return DebatePassage(
        id: stored.id, kind: stored.kind,
        comment: stored.id.hasPrefix(prefix) ? String(stored.id.dropFirst(prefix.count)) : nil,
        speaker: stored.speaker.map { canonical($0, columns) }, date: Activity.day(columns.days[Int(document)]),
        language: stored.language, text: stored.text, start: start,
        url: PassageLink.address(of: stored, in: debate, at: start),
        cues: (stored.cues ?? []).map { .init(offset: $0.offset, start: $0.start, end: $0.end) }, isMatch: isMatch,
        highlights: isMatch ? marking?.whole(stored.text) : nil)
    }
  }

  private func announcedSpeakers(
    of debate: StoredDebate, _ documents: [UInt32], _ columns: Columns
  ) throws -> [DebateSpeaker] {
    let speakers = (debate.speakers ?? []).prefix(SearchIndex.speakersShown)
    guard !speakers.isEmpty else { return [] }
    let profile = Columns.number(of: .profile)
    let profiles = documents.filter { columns.kinds[Int($0)] == profile }.prefix(4 * SearchIndex.speakersShown)
    let data = try reader.handle.data(of: Array(profiles))
    let passages = try (0..<data.count).map { try StoredJSON.decode(StoredPassage.self, from: data[$0]) }
    let texts = Dictionary(grouping: passages) { $0.speaker?.id ?? "" }.mapValues { $0.map(\.text) }
    return speakers.map { speaker in
      let person = canonical(Person(id: speaker.id, name: speaker.name), columns)
      return DebateSpeaker(
        id: person.id, name: person.name, affiliation: speaker.affiliation, expertises: speaker.expertises ?? [],
        biography: Biography.text(of: texts[speaker.id] ?? [], speaker: speaker))
    }
  }

  private func counts(of outline: DebateOutline, _ columns: Columns) -> DebateCounts {
    let profile = Columns.number(of: .profile)
    let spoken = zip(outline.documents, outline.words).filter { columns.kinds[Int($0.0)] != profile }
    return DebateCounts(
      passages: outline.documents.count, kinds: columns.countsOfKinds(outline.documents),
      languages: columns.countsOfLanguages(spoken.map(\.0)), words: spoken.reduce(0) { $0 + $1.1 },
      duration: outline.duration)
  }

  private func talkShares(of outline: DebateOutline, _ columns: Columns) -> [TalkShare] {
    let talk = Columns.number(of: .talk)
    var words: [Int: Int] = [:]
    for (document, count) in zip(outline.documents, outline.words) where columns.kinds[Int(document)] == talk {
      words[Int(columns.people.voices[Int(document)]), default: 0] += count
    }
    let total = Double(max(1, words.values.reduce(0, +)))
    let shares = words.map { entry, words in
      let person = columns.people.entries[entry].person
      return TalkShare(id: person.id, name: person.name, words: words, share: Double(words) / total)
    }
    return Array(shares.sorted { ($0.words, $1.id) > ($1.words, $0.id) }.prefix(SearchIndex.sharesShown))
  }

  private func keyTermsShown(of debate: Int, title: String) throws -> [String] {
    let words = try keyTerms(ofDebate: debate, title: title).terms.map(\.written)
    return Array(SearchIndex.distinct(words).prefix(SearchIndex.termsShown))
  }

  private static let speakersShown = 500
  private static let connectedShown = 100
  private static let sharesShown = 100
  private static let termsShown = 12
}
