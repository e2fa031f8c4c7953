import Analysis
import Debates

/// The names of some entries, to be found as people type them. Made once for a revision, since folding takes time.
final class NameTable {
  /// By entry: all its names, the first the one that people read; none for an entry that is none.
  private let names: [[String]]
  private let analyzer: Analyzer
  private lazy var entries: [String: [Int]] = {
    var entries: [String: [Int]] = [:]
    for (entry, names) in names.enumerated() {
      for key in Set(names.map(FoldedKey.of)) where !key.isEmpty { entries[key, default: []].append(entry) }
    }
    return entries
  }()
  private lazy var words: [Set<String>] = names.map { $0.first.map(words) ?? [] }

  init(_ names: [[String]], _ analyzer: Analyzer) {
    self.names = names
    self.analyzer = analyzer
  }

  /// Those that a value means: the ones of which a name is equal to it when folded; without any, those whose first name
  /// has all of its words.
  func entries(meantBy value: String) -> [Int] {
    let key = FoldedKey.of(value)
    guard !key.isEmpty else { return [] }
    if let equal = entries[key] { return equal }
    let wanted = words(of: value)
    return wanted.isEmpty ? [] : words.indices.filter { wanted.isSubset(of: words[$0]) }
  }

  /// The one of which a name is equal to this when folded.
  func entry(named name: String) -> Int? {
    let key = FoldedKey.of(name)
    return key.isEmpty ? nil : entries[key]?.first
  }

  private func words(of text: String) -> Set<String> {
    Set(analyzer.surfaces(of: text))
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
