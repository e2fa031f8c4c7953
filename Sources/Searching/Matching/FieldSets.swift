import Analysis
import Debates
import Schema
import Xapian

/// The passages that fields ask for, by the columns in memory.
struct FieldSets {
  let columns: Columns
  let analyzer: Analyzer
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
    case .date(let range):
      passages(of: columns.dates) { range.firstKey <= $0 && $0 <= range.lastKey }
    case .title: nil
    }
  }

  private func passages(_ label: FieldQuery.Label, _ values: [String]) -> DocumentSet {
    switch label {
    case .speaker: return passages(of: people(values))
    case .author:
      let written = passages(columns.kinds, [Columns.number(of: .comment), Columns.number(of: .note)])
      return passages(of: people(values)).intersection(written)
    case .expertise: return passages(ofDebatesWhere: carrying(values))
    case .category: return passages(columns.categories, values)
    case .format: return passages(columns.formats, values)
    case .location: return passages(columns.locations, values)
    }
  }

  // MARK: Values

  /// Those of some names that a value means: the ones that are equal to it when folded; without any, those that have
  /// all of its words.
  private func meant(_ values: [String], among names: [String]) -> [Int] {
    let keys = names.map(FoldedKey.of)
    return values.flatMap { value -> [Int] in
      let key = FoldedKey.of(value)
      guard !key.isEmpty else { return [] }
      let equal = keys.indices.filter { keys[$0] == key }
      if !equal.isEmpty { return equal }
      let wanted = words(of: value)
      return wanted.isEmpty ? [] : keys.indices.filter { wanted.isSubset(of: words(of: names[$0])) }
    }
  }

  private func words(of text: String) -> Set<String> {
    Set(analyzer.tokens(of: text).filter(\.takesPosition).map { analyzer.vocabulary.surface(of: $0.word) })
  }

  /// The entries of those whom values name, by id or by name under any of their spellings.
  private func people(_ values: [String]) -> [Int] {
    values.flatMap { value -> [Int] in
      let key = FoldedKey.of(value)
      guard !key.isEmpty else { return [] }
      let exact = columns.people.entries.indices.dropFirst().filter { entry in
        let known = columns.people.entries[entry]
        return FoldedKey.of(known.person.name) == key || known.ids.contains { $0 == value || FoldedKey.of($0) == key }
      }
      return exact.isEmpty ? columns.people.named(all: words(of: value)) : exact
    }
  }

  /// By the ordinal of a debate: whether it carries one of the expertises.
  private func carrying(_ values: [String]) -> [Bool] {
    let wanted = Set(meant(values, among: columns.expertises.entries.map(\.name)))
    return columns.expertises.ofDebates.map { carried in carried.contains(where: wanted.contains) }
  }

  // MARK: Passages

  private func passages(_ labels: DebateLabels, _ values: [String]) -> DocumentSet {
    let wanted = Set(meant(values, among: labels.names).map(UInt32.init))
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
