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
    /// The debates in which they said or wrote something, or are announced as a speaker, by ordinal.
    var debates: Set<UInt32> = []
  }

  /// Who has what to do with a passage.
  struct Part {
    var role: PassageRole
    /// The index of the person's entry.
    var person: Int
  }

  /// Somebody's part in a debate.
  struct Presence {
    /// The index of the person's entry.
    var person: Int
    /// Whether they speak in it; the others comment on it.
    var isSpeaker: Bool
  }

  /// Everybody; the first entry is nobody, so that 0 can mean none.
  private(set) var entries: [Entry]
  /// By the ordinal of the column's value: who has to do with its passages.
  private let parts: [[Part]]
  private let ordinals: [UInt32]
  /// By a word of a name, folded: those who have it.
  private let named: [String: [Int]]
  /// By any id of somebody.
  private let entriesByID: [String: Int]
  /// By entry, of those who are written in several ways: all of them.
  private let spellings: [Int: [String]]
  /// How many words each name has.
  private let nameLengths: [Int]
  /// By document number: who said or wrote it, or is presented by it; 0 for nobody.
  let voices: [UInt32]
  /// By the ordinal of a debate: those who said or wrote something in it, or are announced as its speakers.
  let ofDebates: [[Presence]]
  /// By the ordinal of a debate: everybody who has a part in it, if only as who proposed or organised it.
  private let announced: [Int: Set<Int>]

  init(_ column: ValueColumn, debates: [UInt32], kinds: [UInt8]) {
    ordinals = column.ordinals
    let written = (0..<column.values.count).map { PeopleColumn.people(column.values[$0]) }
    // One id may be written in several ways: the first name stands, with its accents if any has them.
    var indexes: [String: Int] = [:]
    var known: [PersonIdentities.Known] = []
    for value in written {
      for (_, person) in value {
        if let index = indexes[person.id] {
          if PeopleTable.isBetter(person.name, than: known[index].person.name) {
            known[index].person.name = person.name
          }
        } else {
          indexes[person.id] = known.count
          known.append(.init(person: person, debates: []))
        }
      }
    }
    let people = written.map { $0.map { (role: $0.role, index: indexes[$0.person.id] ?? 0) } }
    // Passages of one debate mostly follow each other: who is known to be in it is not looked up for each.
    var lastDebates = [UInt32](repeating: 0, count: known.count)
    for (document, ordinal) in ordinals.enumerated() where ordinal > 0 {
      let debate = debates[document]
      for (role, index) in people[Int(ordinal)] where role != .mentioned && lastDebates[index] != debate {
        lastDebates[index] = debate
        known[index].debates.insert(debate)
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
    entriesByID = indexes.mapValues { entryOf[$0] }
    spellings = PeopleTable.spellings(written.joined().map(\.person), entries, entriesByID)
    parts = people.map { $0.map { Part(role: $0.role, person: entryOf[$0.index]) } }

    var voices = [UInt32](repeating: 0, count: ordinals.count)
    var announced: [Int: Set<Int>] = [:]
    var speakers: [Int: Set<Int>] = [:]
    var last = [(debate: Int, presence: Int)](repeating: (0, 0), count: entries.count)
    let (profile, talk) = (Columns.number(of: .profile), Columns.number(of: .talk))
    for (document, ordinal) in ordinals.enumerated() where ordinal > 0 {
      let debate = Int(debates[document])
      for part in parts[Int(ordinal)] where part.role != .mentioned {
        let isSpeech = kinds[document] == talk || kinds[document] == profile
        let isSpeaker = part.role == .panel || part.role == .author && isSpeech
        if part.role == .author {
          voices[document] = UInt32(part.person)
          if kinds[document] != profile { entries[part.person].passages += 1 }
        }
        let presence = isSpeaker ? 2 : part.role == .author ? 1 : 0
        if last[part.person].debate == debate, last[part.person].presence >= presence { continue }
        last[part.person] = (debate, presence)
        announced[debate, default: []].insert(part.person)
        if isSpeaker { speakers[debate, default: []].insert(part.person) }
        if presence > 0 { entries[part.person].debates.insert(debates[document]) }
      }
    }
    var ofDebates = [[Presence]](repeating: [], count: Int(debates.max() ?? 0) + 1)
    for (person, entry) in entries.enumerated() {
      for debate in entry.debates {
        let isSpeaker = speakers[Int(debate)]?.contains(person) ?? false
        ofDebates[Int(debate)].append(Presence(person: person, isSpeaker: isSpeaker))
      }
    }
    self.ofDebates = ofDebates
    self.announced = announced
    self.voices = voices
    self.entries = entries
    var named: [String: [Int]] = [:]
    nameLengths = entries.enumerated().map { person, entry in
      let words = Set(PersonName(entry.person.name).words.filter { $0.count > 1 })
      if person > 0 { for word in words { named[word, default: []].append(person) } }
      return words.count
    }
    self.named = named
  }

  /// The entry of somebody, by any of their ids.
  func entry(ofID id: String) -> Int? { entriesByID[id] }

  /// All names under which somebody is written, the one of the entry first.
  func names(of entry: Int) -> [String] { spellings[entry] ?? [entries[entry].person.name] }

  /// By entry: the part of each name that some words say, squared, so that a whole name is worth four halves; nobody
  /// else is in it.
  func naming(_ words: [String]) -> [Int: Double] {
    var counts: [Int: Int] = [:]
    for word in Set(words) { for person in named[word] ?? [] { counts[person, default: 0] += 1 } }
    return counts.reduce(into: [:]) { shares, counted in
      let share = Double(counted.value) / Double(max(1, nameLengths[counted.key]))
      shares[counted.key] = share * share
    }
  }

  /// Who has to do with a passage.
  func parts(of document: UInt32) -> [Part] {
    Int(document) < ordinals.count ? parts[Int(ordinals[Int(document)])] : []
  }

  /// Those who speak in a debate.
  func speakers(of debate: Int) -> [Int] { ofDebates[debate].filter(\.isSpeaker).map(\.person) }

  /// Everybody who has a part in a debate, as speaker, author, proposer or organizer.
  func inDebate(_ debate: Int) -> Set<Int> { announced[debate] ?? [] }

  private static func spellings(
    _ written: some Sequence<Person>, _ entries: [Entry], _ ids: [String: Int]
  ) -> [Int: [String]] {
    var spellings: [Int: [String]] = [:]
    for person in written {
      guard let entry = ids[person.id], person.name != entries[entry].person.name else { continue }
      if spellings[entry]?.contains(person.name) != true { spellings[entry, default: []].append(person.name) }
    }
    for (entry, names) in spellings { spellings[entry] = [entries[entry].person.name] + names.sorted() }
    return spellings
  }

  /// Accents say more than their absence, and mixed case more than capitals.
  private static func isBetter(_ name: String, than other: String) -> Bool {
    func rank(_ name: String) -> Int {
      (name.utf8.contains { $0 >= 0x80 } ? 2 : 0) + (name.contains(where: \.isLowercase) ? 1 : 0)
    }
    return rank(name) > rank(other)
  }
}
