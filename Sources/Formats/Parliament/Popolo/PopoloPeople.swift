import Debates

/// The people of a Popolo document, their memberships resolved.
struct PopoloPeople {
  private var persons: [(value: JSONValue, path: String)] = []
  private var memberships: [String: [PopoloMembership]] = [:]
  private let register: PopoloRegister

  init(_ document: JSONValue) {
    register = PopoloRegister(document)
    if case .list = document {
      add(document, path: "")
    } else if let persons = document["persons"] {
      add(persons, path: "persons")
    } else if ["name", "other_names", "given_name", "family_name"].contains(where: { document[$0] != nil }) {
      persons = [(document, "")]
    }
    for (index, value) in (document["persons"] == nil ? [] : document["memberships"]?.elements ?? []).enumerated() {
      let membership = PopoloMembership(value, path: "memberships[\(index)]")
      if let person = membership.person { memberships[person, default: []].append(membership) }
    }
  }

  private mutating func add(_ list: JSONValue, path: String) {
    for (index, value) in list.elements.enumerated() { persons.append((value, "\(path)[\(index)]")) }
  }

  /// Each person described; what cannot be is told with its place.
  func list(in context: FileContext) -> PeopleList {
    var list = PeopleList()
    if persons.isEmpty {
      list.problems.append(
        context.refused("holds no persons; a Popolo file lists them under \"persons\" or is one person"))
    }
    var missing = PopoloMissing()
    for person in persons {
      guard case .object = person.value else {
        list.problems.append(
          context.refused("expected an object, found \(person.value.kind)", field: person.path))
        continue
      }
      guard let name = PopoloName.main(of: person.value) else {
        list.problems.append(
          context.refused(
            "missing; give the person a name", record: PopoloText.id(person.value["id"]),
            field: person.path.isEmpty ? "name" : "\(person.path).name"))
        continue
      }
      list.people.append(describe(person.value, at: person.path, name: name, missing: &missing))
    }
    // Once for all: a file without its organisations would be told of a million times.
    if let first = missing.first {
      list.problems.append(
        context.notice(
          "\(missing.count) \(missing.count == 1 ? "reference" : "references") to what the file does not hold; "
            + "these memberships are kept without it", field: first))
    }
    return list
  }

  private func describe(
    _ person: JSONValue, at path: String, name: String, missing: inout PopoloMissing
  ) -> PersonDescription {
    let id = PopoloText.id(person["id"])
    var memberships = (person["memberships"]?.elements ?? []).enumerated().map { index, value in
      PopoloMembership(value, path: path.isEmpty ? "memberships[\(index)]" : "\(path).memberships[\(index)]")
    }
    if let id { memberships += self.memberships[id] ?? [] }
    memberships.sort { $0.isLater(than: $1) }
    var description = PersonDescription(id: id, name: name)
    description.otherNames = PopoloName.others(of: person, beside: name)
    description.otherIDs = Self.ids(of: person, memberships, beside: id)
    description.bio = (person["biography"] ?? person["summary"])?.string.map(PlainText.from)

    var organisations: [String] = []
    for membership in memberships {
      for organisation in register.organisations(of: membership, missing: &missing)
      where !organisations.contains(organisation) && organisations.count < Self.maximumOrganisations {
        organisations.append(organisation)
      }
    }
    description.affiliation = organisations.isEmpty ? nil : organisations.joined(separator: ", ")
    description.headline = memberships.lazy.compactMap { register.office(of: $0) }.first
    return description
  }

  /// Of one person; what came before is history.
  private static let maximumOrganisations = 5

  /// Ids of other sources, alone and with their scheme; ids of memberships, for reports name speakers by them.
  private static func ids(of person: JSONValue, _ memberships: [PopoloMembership], beside id: String?) -> [String] {
    var seen: Set<String> = id.map { [$0] } ?? []
    var ids: [String] = []
    func add(_ id: String) { if seen.insert(id).inserted { ids.append(id) } }
    for identifier in person["identifiers"]?.elements ?? [] {
      guard let value = PopoloText.id(identifier["identifier"]) else { continue }
      add(value)
      if let scheme = PopoloText.line(identifier["scheme"]) { add("\(scheme):\(value)") }
    }
    for membership in memberships {
      if let id = membership.id { add(id) }
    }
    return ids
  }
}
