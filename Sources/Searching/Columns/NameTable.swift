import Analysis
import Debates

/// The names of some entries, to be found as people type them. Folded once for a revision, since that takes time.
final class NameTable: Sendable {
  /// By entry: all its names, the first the one that people read; none for an entry that is none.
  private let names: [[String]]
  private let entries = Once<[String: [Int]]>()
  private let words = Once<[Set<String>]>()

  init(_ names: [[String]]) { self.names = names }

  /// Those that a value means: the ones of which a name is equal to it when folded; without any, those whose first name
  /// has all of its words.
  func entries(meantBy value: String, _ analyzer: Analyzer) -> [Int] {
    let key = FoldedKey.of(value)
    guard !key.isEmpty else { return [] }
    if let equal = folded[key] { return equal }
    let wanted = Set(analyzer.surfaces(of: value))
    guard !wanted.isEmpty else { return [] }
    let words = words.value { names.map { Set($0.first.map { analyzer.surfaces(of: $0) } ?? []) } }
    return words.indices.filter { wanted.isSubset(of: words[$0]) }
  }

  /// Folds the names before they are asked for.
  func prepare() { _ = folded }

  private var folded: [String: [Int]] {
    entries.value {
      var entries: [String: [Int]] = [:]
      for (entry, names) in names.enumerated() {
        for key in Set(names.map(FoldedKey.of)) where !key.isEmpty { entries[key, default: []].append(entry) }
      }
      return entries
    }
  }

  /// The one of which a name is equal to this when folded.
  func entry(named name: String) -> Int? {
    let key = FoldedKey.of(name)
    return key.isEmpty ? nil : folded[key]?.first
  }

}

extension Columns {
  /// The names of the entries that a label speaks of.
  func names(of label: FieldQuery.Label) -> [[String]] {
    func named(_ names: [String]) -> [[String]] { names.map { $0.isEmpty ? [] : [$0] } }
    return switch label {
    case .speaker, .author: people.entries.enumerated().map { $0 == 0 ? [] : [$1.person.name] + $1.ids }
    case .expertise: named(expertises.entries.map(\.name))
    case .category: named(categories.names)
    case .format: named(formats.names)
    case .location: named(locations.names)
    }
  }
}
