import Debates

/// The lists of people and organisations of a TEI header.
struct TEIPeople: Sendable {
  private var people: [String: Person] = [:]
  /// In the order of the lists.
  private var ids: [String] = []
  private var organisations: [String: Organisation] = [:]

  /// People, and organisations, of one corpus: more than any parliament has had. Those beyond are known by id alone.
  private static let maximumEntries = 500_000

  private struct Person: Sendable {
    let name: String
    let otherNames: [String]
    let memberships: [TEIMembership]
  }

  private struct Organisation: Sendable {
    let name: String
    let role: String?
  }

  /// How many organisations are known.
  var organisationCount: Int { organisations.count }

  /// Adds those that stand anywhere in an element.
  mutating func add(from element: XMLElement) {
    if element.name == "person" || element.name == "personGrp" {
      addPerson(element)
    } else if element.name == "org" {
      addOrganisation(element)
    } else {
      for child in element.elements() { add(from: child) }
    }
  }

  private mutating func addPerson(_ element: XMLElement) {
    guard people.count < Self.maximumEntries, let id = element.tag.id, people[id] == nil else { return }
    let names = TEIPersonName.names(of: element)
    guard let name = names.first else { return }
    ids.append(id)
    people[id] = Person(
      name: name, otherNames: Array(names.dropFirst()),
      memberships: element.elements("affiliation").map(TEIMembership.init))
  }

  private mutating func addOrganisation(_ element: XMLElement) {
    for part in element.elements("org") + element.elements("listOrg") { add(from: part) }
    guard organisations.count < Self.maximumEntries, let id = element.tag.id, organisations[id] == nil else { return }
    let names = element.elements("orgName")
    let full = names.filter { $0["full"] != "abb" && $0["full"] != "init" }
    let candidates = (full.isEmpty ? names : full).filter { $0["to"] == nil }
    let chosen =
      candidates.first { $0.tag.language == "fr" } ?? candidates.first { $0.tag.language == "en" } ?? candidates.first
      ?? names.last
    guard let name = chosen?.oneLine else { return }
    organisations[id] = Organisation(name: name, role: element["role"])
  }

  /// Somebody as they were on a day; on no day, as they are now.
  func participant(_ id: String, on date: String?) -> Sitting.Participant? {
    if let person = people[id] {
      let memberships = person.memberships.filter { $0.holds(on: date) }
      return Sitting.Participant(
        id: id, name: person.name, affiliation: affiliation(of: memberships),
        headline: memberships.lazy.compactMap(\.function).first)
    }
    return organisations[id].map { Sitting.Participant(id: id, name: $0.name) }
  }

  /// Everybody, as other files may ask for them.
  var descriptions: [PersonDescription] {
    ids.compactMap { id in
      guard let person = people[id] else { return nil }
      // The latest first: what has no end goes before what ended.
      let memberships = person.memberships.sorted { ($0.to ?? "9", $0.from ?? "") > ($1.to ?? "9", $1.from ?? "") }
      return PersonDescription(
        id: id, name: person.name, otherNames: person.otherNames, affiliation: affiliation(of: memberships),
        headline: memberships.lazy.compactMap(\.function).first)
    }
  }

  /// What is known of an organisation in another file by its id alone, as ParlaMint makes them: `politicalParty.LB`.
  private static func named(by id: String) -> Organisation? {
    let parts = id.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, isGroup(parts[0]) else { return nil }
    return Organisation(name: String(parts[1]), role: String(parts[0]))
  }

  private static func isGroup(_ role: some StringProtocol) -> Bool {
    let role = role.lowercased()
    return role.contains("group") || role.contains("party")
  }

  /// A party or a group says more of somebody than the parliament that all sit in.
  private func affiliation(of memberships: [TEIMembership]) -> String? {
    let known = memberships.compactMap { membership in
      membership.organisation.flatMap { organisations[$0] ?? Self.named(by: $0) }
        ?? membership.organisationName.map { Organisation(name: $0, role: nil) }
    }
    let group = known.first { Self.isGroup($0.role ?? "") }
    return (group ?? known.first { !["country", "parliament"].contains($0.role) })?.name
  }
}
