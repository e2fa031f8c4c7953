import Debates
import Schema
import Xapian

/// Everybody whom an index knows, each once, and who has to do with which passage.
struct PeopleTable {
  /// Somebody, under all their ids and spellings.
  struct Entry {
    /// The id and the name by which answers call them.
    var person: Person
    /// All ids, the first that of `person`.
    var ids: [String]
    /// How many passages they said or wrote, presentations of them apart.
    var passages = 0
    /// The debates in which they said or wrote something, by ordinal.
    var debates: Set<UInt32> = []
  }

  /// Who has what to do with a passage.
  struct Part {
    var role: PassageRole
    /// The index of the person's entry.
    var person: Int
  }

  /// Everybody; the first entry is nobody, so that 0 can mean none.
  private(set) var entries: [Entry]
  /// By the ordinal of the column's value: who has to do with its passages.
  private let parts: [[Part]]
  private let ordinals: [UInt32]
  /// By document number: who said or wrote it, or is presented by it; 0 for nobody.
  let voices: [UInt32]
  /// By the ordinal of a debate: those who said or wrote something in it.
  let ofDebates: [[Int]]

  init(_ column: ValueColumn, debates: [UInt32], isProfile: (Int) -> Bool) {
    ordinals = column.ordinals
    let written = (0..<column.values.count).map { PeopleColumn.people(column.values[$0]) }
    // One id may be written in several ways: the first name stands, with its accents if any has them.
    var indexes: [String: Int] = [:]
    var known: [PersonIdentities.Known] = []
    for value in written {
      for (_, person) in value {
        if let index = indexes[person.id] {
          if PeopleTable.isBetter(person.name, than: known[index].person.name) { known[index].person.name = person.name }
        } else {
          indexes[person.id] = known.count
          known.append(.init(person: person, debates: []))
        }
      }
    }
    let people = written.map { $0.map { (role: $0.role, index: indexes[$0.person.id] ?? 0) } }
    for (document, ordinal) in ordinals.enumerated() where ordinal > 0 {
      for (role, index) in people[Int(ordinal)] where role != .mentioned {
        known[index].debates.insert(debates[document])
      }
    }

    let roots = PersonIdentities.resolve(known)
    var entries = [Entry(person: Person(id: "", name: ""), ids: [])]
    var places: [Int: Int] = [:]
    for (index, root) in roots.enumerated() where index == root {
      places[root] = entries.count
      entries.append(Entry(person: known[root].person, ids: [known[root].person.id]))
    }
    let entryOf = roots.map { places[$0] ?? 0 }
    for (index, root) in roots.enumerated() where index != root {
      entries[entryOf[root]].ids.append(known[index].person.id)
    }
    parts = people.map { $0.map { Part(role: $0.role, person: entryOf[$0.index]) } }

    var voices = [UInt32](repeating: 0, count: ordinals.count)
    var ofDebates = [[Int]](repeating: [], count: Int(debates.max() ?? 0) + 1)
    for (document, ordinal) in ordinals.enumerated() where ordinal > 0 {
      guard let author = parts[Int(ordinal)].first(where: { $0.role == .author })?.person else { continue }
      voices[document] = UInt32(author)
      if isProfile(document) { continue }
      entries[author].passages += 1
      if entries[author].debates.insert(debates[document]).inserted { ofDebates[Int(debates[document])].append(author) }
    }
    self.voices = voices
    self.ofDebates = ofDebates
    self.entries = entries
  }

  /// Who has to do with a passage.
  func parts(of document: UInt32) -> [Part] {
    Int(document) < ordinals.count ? parts[Int(ordinals[Int(document)])] : []
  }

  /// Accents say more than their absence, and mixed case more than capitals.
  private static func isBetter(_ name: String, than other: String) -> Bool {
    func rank(_ name: String) -> Int {
      (name.utf8.contains { $0 >= 0x80 } ? 2 : 0) + (name.contains(where: \.isLowercase) ? 1 : 0)
    }
    return rank(name) > rank(other)
  }
}
