import Debates
import Schema
import Xapian

extension SearchIndex {
  /// Somebody with a page of the debates in which they have a part; nil for an id that nobody has, or nobody whom this
  /// audience may see.
  ///
  /// - Parameter id: any of the person's ids.
  /// - Throws: `IndexError`.
  public func speakerContents(_ id: String, _ request: PageRequest = PageRequest()) throws -> SpeakerContents? {
    let clock = ContinuousClock.now
    return try inOneRevision {
      let columns = try columns()
      guard let entry = columns.people.entry(ofID: id) else { return nil }
      let person = columns.people.entries[entry]
      let profile = Columns.number(of: .profile)
      let documents = columns.ofPeople.of(entry)
      let said = documents.filter { columns.kinds[Int($0)] != profile }
      let counts = columns.debates(of: said)
      let debates = columns.newestFirst(
        (1..<max(1, columns.ofDebates.count)).filter { columns.people.inDebate($0).contains(entry) })
      guard !debates.isEmpty else { return nil }
      let activity = Activity(of: said, columns)
      return SpeakerContents(
        id: person.person.id, name: person.person.name,
        names: Array(columns.people.names(of: entry).prefix(SearchIndex.spellingsShown)),
        ids: Array(person.ids.prefix(SearchIndex.spellingsShown)),
        affiliations: try affiliations(of: person, debates, columns),
        biographies: try biographies(
          of: person, documents.filter { columns.kinds[Int($0)] == profile }, columns),
        declared: columns.expertises.ofPeople[entry].map { columns.expertises.entries[$0].name },
        expertises: try spokenExpertises(of: person, Array(counts.keys), columns),
        debates: try request.page(of: debates).map { debate in
          try part(of: entry, in: debate, said.filter { Int(columns.debates.ordinals[Int($0)]) == debate }, columns)
        },
        total: debates.count, offset: max(0, request.offset), passages: said.count, kinds: columns.countsOfKinds(said),
        languages: columns.countsOfLanguages(said), years: activity.years, months: activity.months,
        companions: companions(of: entry, columns), tookMilliseconds: SearchIndex.milliseconds(since: clock))
    }
  }

  private func affiliations(
    of person: PeopleTable.Entry, _ debates: [Int], _ columns: Columns
  ) throws -> [Affiliation] {
    var affiliations: [Affiliation] = []
    for debate in debates.prefix(SearchIndex.debatesRead) {
      guard let stored = try stored(columns.debates.values.string(at: debate)) else { continue }
      let names = (stored.speakers ?? []).filter { person.ids.contains($0.id) }.compactMap(\.affiliation)
      for name in Set(names) {
        if let known = affiliations.firstIndex(where: { $0.name == name }) {
          affiliations[known].debates += 1
          affiliations[known].first = stored.date ?? affiliations[known].first
          affiliations[known].last = affiliations[known].last ?? stored.date
        } else {
          affiliations.append(Affiliation(name: name, debates: 1, first: stored.date, last: stored.date))
        }
      }
    }
    return affiliations
  }

  private func biographies(
    of person: PeopleTable.Entry, _ profiles: [UInt32], _ columns: Columns
  ) throws -> [PersonBiography] {
    let byDebate = Dictionary(grouping: profiles) { Int(columns.debates.ordinals[Int($0)]) }
    var biographies: [PersonBiography] = []
    for debate in columns.newestFirst(byDebate.keys).prefix(SearchIndex.debatesRead)
    where biographies.count < SearchIndex.biographiesShown {
      let data = try reader.handle.data(of: byDebate[debate] ?? [])
      let texts = try (0..<data.count).map { try StoredJSON.decode(StoredPassage.self, from: data[$0]).text }
      let id = columns.debates.values.string(at: debate)
      let speaker = try stored(id)?.speakers?.first { person.ids.contains($0.id) }
      guard let text = Biography.text(of: texts, speaker: speaker) else { continue }
      if biographies.contains(where: { $0.text == text }) { continue }
      biographies.append(PersonBiography(text: text, debate: try summary(id)))
    }
    return biographies
  }

  private func spokenExpertises(
    of person: PeopleTable.Entry, _ debates: [Int], _ columns: Columns
  ) throws -> [SpokenExpertise] {
    var counts: [Int: Int] = [:]
    for debate in debates {
      for expertise in columns.expertises.ofDebates[debate] { counts[expertise, default: 0] += 1 }
    }
    let entries = columns.expertises.entries
    let most = counts.sorted { ($0.value, entries[$1.key].name) > ($1.value, entries[$0.key].name) }
    return try most.prefix(SearchIndex.expertisesShown).map { expertise, count in
      let name = entries[expertise].name
      let passages = Query.filter(passages(of: person), by: .term(Terms.label(.expertise, name)))
      return SpokenExpertise(
        name: name, debates: count, evidence: try evidence(of: name, within: passages, limit: 2))
    }
  }

  /// The passages of some that speak most of an expertise: profiles only declare it.
  func evidence(of expertise: String, within passages: Query, limit: Int) throws -> [EvidenceResult] {
    let tree = parse(expertise)
    let profiles = Query.term(Terms.id(.kind, PassageKind.profile.rawValue))
    return try evidence(
      for: compiler().compile(tree), within: .butNot(passages, profiles), limit: limit, snippets(for: tree)
    ).shown
  }

  private func part(
    of entry: Int, in debate: Int, _ said: [UInt32], _ columns: Columns
  ) throws -> DebatePart {
    let id = columns.debates.values.string(at: debate)
    let ids = columns.people.entries[entry].ids
    let stored = try stored(id)
    let talk = Columns.number(of: .talk)
    let announced = stored?.speakers?.contains { ids.contains($0.id) } ?? false
    let roles = DebatePart.Role.allCases.filter { role in
      switch role {
      case .speaker: announced || said.contains { columns.kinds[Int($0)] == talk }
      case .author: said.contains { columns.kinds[Int($0)] != talk }
      case .proposer: stored?.proposer.map { ids.contains($0.id) } ?? false
      case .organizer: stored?.organizer.map { ids.contains($0.id) } ?? false
      }
    }
    return DebatePart(debate: try summary(id), roles: roles, passages: said.count)
  }

  private func companions(of entry: Int, _ columns: Columns) -> [Companion] {
    var counts: [Int: Int] = [:]
    for debate in columns.people.entries[entry].debates {
      let speakers = columns.people.speakers(of: Int(debate))
      guard speakers.contains(entry) else { continue }
      for other in speakers where other != entry { counts[other, default: 0] += 1 }
    }
    let companions = counts.map { other, count in
      let person = columns.people.entries[other].person
      return Companion(id: person.id, name: person.name, debates: count)
    }
    return Array(
      companions.sorted { ($0.debates, $1.name, $1.id) > ($1.debates, $0.name, $0.id) }.prefix(
        SearchIndex.companionsShown))
  }

  private static let spellingsShown = 50
  private static let biographiesShown = 5
  private static let expertisesShown = 10
  private static let companionsShown = 10
  private static let debatesRead = 200
}
