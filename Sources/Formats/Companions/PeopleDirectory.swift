import Debates

/// Who is who across debates, as people files tell.
struct PeopleDirectory: Sendable {
  private var people: [PersonDescription] = []
  private var byID: [String: Int] = [:]
  /// nil where two people bear the name: it leads to neither.
  private var byFoldedName: [String: Int?] = [:]

  var isEmpty: Bool { people.isEmpty }
  var count: Int { people.count }

  /// Adds somebody; who is known by the same id is described anew.
  mutating func add(_ person: PersonDescription) {
    let place = person.id.flatMap { byID[$0] } ?? people.count
    if place == people.count { people.append(person) } else { people[place] = person }
    for id in [person.id].compactMap(\.self) + person.otherIDs { byID[id] = byID[id] ?? place }
    for name in Set(([person.name] + person.otherNames).map(FoldedName.id)) {
      if let known = byFoldedName[name] {
        if known != place { byFoldedName[name] = .some(nil) }
      } else {
        byFoldedName[name] = .some(place)
      }
    }
  }

  private func description(id: String, name: String) -> PersonDescription? {
    if let place = byID[id] { return people[place] }
    return (byFoldedName[FoldedName.id(of: name)] ?? nil).map { people[$0] }
  }

  /// Gives everybody in the debate the id and the name they have here, and the speakers what is known of them; whoever
  /// speaks and is described here is a speaker.
  func describe(_ debate: inout Debate) {
    var described: [String: PersonDescription] = [:]
    debate.mapPeople { person in
      guard let found = description(id: person.id, name: person.name) else { return person }
      let known = found.id.map { Person(id: $0, name: found.name) } ?? Person(name: found.name)
      described[known.id] = found
      return known
    }
    guard !described.isEmpty else { return }
    var announced: Set<String> = []
    // Two names of one person may have been announced apart.
    debate.speakers = debate.speakers.filter { announced.insert($0.id).inserted }
    for utterance in debate.transcript {
      guard let person = utterance.speaker, described[person.id] != nil, announced.insert(person.id).inserted else {
        continue
      }
      debate.speakers.append(Speaker(id: person.id, name: person.name))
    }
    for index in debate.speakers.indices {
      guard let known = described[debate.speakers[index].id] else { continue }
      debate.speakers[index].affiliation = debate.speakers[index].affiliation ?? known.affiliation
      debate.speakers[index].headline = debate.speakers[index].headline ?? known.headline
      debate.speakers[index].bio = debate.speakers[index].bio ?? known.bio
    }
  }
}
