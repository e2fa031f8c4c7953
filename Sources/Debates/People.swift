/// Who is who within one debate: the same id, or the same folded name, is the same person.
///
/// Announce the speakers first: whoever writes under a speaker's name is that speaker.
public struct People: Sendable {
  private var byID: [String: Person] = [:]
  private var byFoldedName: [String: Person] = [:]
  private var byReference: [String: Person] = [:]

  /// Nobody yet.
  public init() {}

  /// An announced speaker; an id of their own always stands.
  public mutating func announce(id: String?, name: String?) -> Person? {
    guard let person = Self.person(id: id, name: name) else { return nil }
    if id == nil, let known = byFoldedName[person.id] { return known }
    return add(person)
  }

  /// Somebody who writes: whoever has the id, else whoever has the name, else somebody new.
  public mutating func find(id: String?, name: String?) -> Person? {
    if let id, let known = byID[id] { return known }
    if let name, let known = byFoldedName[FoldedName.id(of: name)] { return known }
    return Self.person(id: id, name: name).map { add($0) }
  }

  /// A single string that is an id or a name.
  public mutating func find(_ reference: String?) -> Person? {
    guard let reference, !reference.isEmpty else { return nil }
    if let known = byReference[reference] { return known }
    let person: Person
    if let known = byID[reference] {
      person = known
    } else {
      let name = CleanText.line(reference)
      guard !name.isEmpty else { return nil }
      person = byFoldedName[FoldedName.id(of: name)] ?? add(Person(name: name))
    }
    byReference[reference] = person
    return person
  }

  private static func person(id: String?, name: String?) -> Person? {
    switch (id, name) {
    case (let id?, let name): Person(id: id, name: name ?? id)
    case (nil, let name?): Person(name: name)
    case (nil, nil): nil
    }
  }

  private mutating func add(_ person: Person) -> Person {
    if let known = byID[person.id] { return known }
    byID[person.id] = person
    let folded = FoldedName.id(of: person.name)
    // Of two with one name, the name leads to the one whose id it makes, else to the first.
    if byFoldedName[folded] == nil || folded == person.id { byFoldedName[folded] = person }
    return person
  }
}
