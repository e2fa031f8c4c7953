/// Items of a query that stand side by side, with no operator between them.
struct QueryRun {
  private var filters: [QueryTree] = []
  private var required: [QueryTree] = []
  private var exclusions: [QueryTree] = []
  private var loose: [Range<Int>] = []
  /// The place of the lexeme that the last loose words come from.
  private var lastLoose = -2

  /// Words that are asked for if nothing else is. What stands together in the text stays together, since what a word
  /// is may depend on the next.
  mutating func addLoose(_ range: Range<Int>, lexeme: Int) {
    if lexeme == lastLoose + 1, let last = loose.popLast() {
      loose.append(last.lowerBound..<range.upperBound)
    } else {
      loose.append(range)
    }
    lastLoose = lexeme
  }

  /// What must be there. Returns whether it was joined to another value of the same field.
  @discardableResult
  mutating func require(_ tree: QueryTree) -> Bool {
    if case .field(let field) = tree {
      for (index, filter) in filters.enumerated() {
        guard case .field(let other) = filter, let merged = other.merged(with: field) else { continue }
        filters[index] = .field(merged)
        return true
      }
    }
    if tree.isExclusion {
      exclusions.append(tree)
    } else if tree.isFilter {
      filters.append(tree)
    } else {
      required.append(tree)
    }
    return false
  }

  /// What must not be there.
  mutating func exclude(_ tree: QueryTree) { require(.excluding(tree)) }

  /// The text of the loose words; nil without any.
  func looseText(of text: QueryText) -> String? {
    loose.isEmpty ? nil : loose.map(text.string).joined(separator: " ")
  }

  /// Whether the loose words are all there is to find.
  var hasOnlyLooseWords: Bool { filters.isEmpty && required.isEmpty }

  /// The tree of the items; nil when nothing is asked for. Loose words beside what is required only raise the score.
  func tree(with words: QueryTree?) -> QueryTree? {
    var core = QueryTree.all(of: required)
    if let words { core = core.map { .raised($0, by: words) } ?? words }
    return .all(of: filters + [core].compactMap { $0 } + exclusions)
  }
}
