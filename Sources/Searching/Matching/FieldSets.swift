import Debates
import Schema
import Xapian

/// The passages that fields ask for, by the columns in memory.
struct FieldSets {
  let columns: Columns
  /// The entries that values of a label mean.
  let entries: (FieldQuery.Label, [String]) -> [Int]
  /// One more than the last document number.
  let size: Int

  /// The passages of a field; nil for one that is asked of titles, which are words.
  func passages(_ field: FieldQuery) -> DocumentSet? {
    switch field {
    case .label(let label, let values): passages(label, values)
    case .kinds(let kinds):
      passages(columns.kinds, Set(kinds.map(Columns.number)))
    case .languages(let languages):
      passages(of: columns.languages) { languages.contains($0) }
    case .dates(let ranges):
      passages(of: columns.dates) { day in ranges.contains { $0.firstKey <= day && day <= $0.lastKey } }
    case .title: nil
    }
  }

  private func passages(_ label: FieldQuery.Label, _ values: [String]) -> DocumentSet {
    let meant = entries(label, values)
    switch label {
    case .speaker: return passages(of: meant)
    case .author:
      let written = passages(columns.kinds, [Columns.number(of: .comment), Columns.number(of: .note)])
      return passages(of: meant).intersection(written)
    case .expertise:
      let wanted = Set(meant)
      return passages(ofDebatesWhere: columns.expertises.ofDebates.map { $0.contains(where: wanted.contains) })
    case .category: return passages(columns.categories, meant)
    case .format: return passages(columns.formats, meant)
    case .location: return passages(columns.locations, meant)
    }
  }

  // MARK: Passages

  private func passages(_ labels: DebateLabels, _ entries: [Int]) -> DocumentSet {
    let wanted = Set(entries.map(UInt32.init))
    return passages(ofDebatesWhere: labels.ofDebates.map { $0 > 0 && wanted.contains($0) })
  }

  /// - Parameter isWanted: by the ordinal of a debate.
  func passages(ofDebatesWhere isWanted: [Bool]) -> DocumentSet {
    var set = DocumentSet(size: size)
    for debate in isWanted.indices.dropFirst() where isWanted[debate] {
      for document in columns.ofDebates.of(debate) { set.insert(document) }
    }
    return set
  }

  private func passages(of entries: [Int]) -> DocumentSet {
    var set = DocumentSet(size: size)
    for entry in entries { for document in columns.ofPeople.of(entry) { set.insert(document) } }
    return set
  }

  private func passages(_ numbers: [UInt8], _ wanted: Set<UInt8>) -> DocumentSet {
    var isWanted = [Bool](repeating: false, count: 256)
    for number in wanted { isWanted[Int(number)] = true }
    var set = DocumentSet(size: size)
    for (document, number) in numbers.enumerated() where isWanted[Int(number)] { set.insert(UInt32(document)) }
    return set
  }

  private func passages(of column: ValueColumn, where isWanted: (String) -> Bool) -> DocumentSet {
    let wanted = (0..<column.values.count).map { $0 > 0 && isWanted(column.values.string(at: $0)) }
    var set = DocumentSet(size: size)
    for (document, ordinal) in column.ordinals.enumerated() where wanted[Int(ordinal)] { set.insert(UInt32(document)) }
    return set
  }
}
