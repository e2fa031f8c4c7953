import Debates

/// Tells who is who over all debates of an index.
///
/// Within a debate, a person has one id; across debates, the source's ids tell people apart, and names join what has no
/// id of the source's: the same name in other words' order, with other accents or a title, is the same person, and so is
/// one with initials when a single name fits. Two people of one name, told apart by ids or by standing in one debate
/// beside each other, stay two.
struct PersonIdentities {
  /// What is known of somebody's id.
  struct Known {
    var person: Person
    /// The debates in which the id stands.
    var debates: Set<UInt32>

    /// Whether the id says no more than the name.
    var isNamed: Bool { FoldedName.id(of: person.name) == person.id }
  }

  /// For each of `people`, the index of the one among them that stands for it.
  static func resolve(_ people: [Known]) -> [Int] {
    var groups = Groups(people)
    let names = people.map { PersonName($0.person.name) }
    var byName: [PersonName: [Int]] = [:]
    for (index, name) in names.enumerated() { byName[name, default: []].append(index) }

    for same in byName.values where same.count > 1 {
      let withID = same.filter { !people[$0].isNamed }
      let named = same.filter { people[$0].isNamed }
      for other in named.dropFirst() { groups.join(named[0], other) }
      // A name that two people bear tells neither.
      if withID.count == 1, let first = named.first { groups.join(withID[0], first) }
    }

    var byWord: [String: [Int]] = [:]
    for (index, name) in names.enumerated() where !name.hasInitial {
      for word in Set(name.words) { byWord[word, default: []].append(index) }
    }
    for (index, name) in names.enumerated() where name.hasInitial && people[index].isNamed {
      let word = name.words.first { $0.count > 1 }
      let full = (word.flatMap { byWord[$0] } ?? []).filter { name.abbreviates(names[$0]) }
      if let first = full.first, full.allSatisfy({ groups.root($0) == groups.root(first) }) {
        groups.join(first, index)
      }
    }
    return people.indices.map { groups.root($0) }
  }

  /// Sets of people that grow by joining (union-find), unless one debate has both of them.
  private struct Groups {
    private var parents: [Int]
    private var debates: [Set<UInt32>]
    /// Whether an id of the source's is among them: it stands for the others.
    private var isIdentified: [Bool]

    init(_ people: [Known]) {
      parents = Array(people.indices)
      debates = people.map(\.debates)
      isIdentified = people.map { !$0.isNamed }
    }

    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index { index = parents[index] }
      return index
    }

    mutating func join(_ one: Int, _ other: Int) {
      let (one, other) = (root(one), root(other))
      guard one != other, debates[one].isDisjoint(with: debates[other]) else { return }
      guard !(isIdentified[one] && isIdentified[other]) else { return }
      let keepsOther = isIdentified[other] || (!isIdentified[one] && debates[other].count > debates[one].count)
      let (kept, gone) = keepsOther ? (other, one) : (one, other)
      parents[gone] = kept
      debates[kept].formUnion(debates[gone])
      isIdentified[kept] = isIdentified[kept] || isIdentified[gone]
      debates[gone] = []
    }
  }
}
