import Analysis
import Debates
import Schema
import Xapian

/// Every expertise of an index, under all its spellings once, and which debates and which people carry it.
struct ExpertiseTable {
  /// An expertise.
  struct Entry {
    /// As it is written most often; among equals the first in the order of letters.
    var name: String
    /// How many debates carry it.
    var debates = 0
  }

  private(set) var entries: [Entry] = []
  /// By the ordinal of a debate: the entries of its expertises.
  private(set) var ofDebates: [[Int]]
  /// By the index of a person: the entries of what they declare.
  private(set) var ofPeople: [[Int]]

  init(_ column: ValueColumn, debates: ValueColumn, people: PeopleTable, kinds: [UInt8]) {
    ofDebates = [[Int]](repeating: [], count: debates.values.count)
    ofPeople = [[Int]](repeating: [], count: people.entries.count)
    var indexes: [String: Int] = [:]
    var spellings: [[String: Int]] = []
    let written = (0..<column.values.count).map { value in
      LabelColumn.labels(column.values[value]).map { label -> (index: Int, label: String) in
        let key = FoldedKey.of(label)
        let index = indexes[key] ?? spellings.count
        if index == spellings.count {
          indexes[key] = index
          spellings.append([:])
        }
        return (index, label)
      }
    }
    for (document, ordinal) in column.ordinals.enumerated() where ordinal > 0 {
      for (index, label) in written[Int(ordinal)] {
        spellings[index][label, default: 0] += 1
        if kinds[document] == Columns.number(of: .profile) {
          for part in people.parts(of: UInt32(document)) where part.role == .author {
            if !ofPeople[part.person].contains(index) { ofPeople[part.person].append(index) }
          }
        } else {
          let debate = Int(debates.ordinals[document])
          if !ofDebates[debate].contains(index) { ofDebates[debate].append(index) }
        }
      }
    }
    entries = spellings.map { spelled in
      Entry(name: spelled.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "")
    }
    for carried in ofDebates { for index in carried { entries[index].debates += 1 } }
  }
}
