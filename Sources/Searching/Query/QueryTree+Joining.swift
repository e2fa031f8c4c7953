/// Trees joined so that one meaning has one form: nothing is nested in its like, no list has one element, filters come
/// first and exclusions last.
extension QueryTree {
  /// All of these; nil for none.
  static func all(of trees: [QueryTree]) -> QueryTree? {
    let parts = trees.flatMap { tree in if case .all(let parts) = tree { parts } else { [tree] } }
    let ordered =
      parts.filter { $0.isFilter && !$0.isExclusion } + parts.filter { !$0.isFilter } + parts.filter(\.isExclusion)
    return ordered.count > 1 ? .all(ordered) : ordered.first
  }

  /// One of these or more; nil for none.
  static func any(of trees: [QueryTree]) -> QueryTree? {
    let parts = trees.flatMap { tree in if case .any(let parts) = tree { parts } else { [tree] } }
    return parts.count > 1 ? .any(parts) : parts.first
  }

  /// Everything but this.
  static func excluding(_ tree: QueryTree) -> QueryTree {
    if case .not(let excluded) = tree { excluded } else { .not(tree) }
  }

  /// Whether it says what a passage is, and nothing of what it says.
  var isFilter: Bool {
    switch self {
    case .field, .not: true
    case .all(let trees), .any(let trees): trees.allSatisfy(\.isFilter)
    case .words, .phrase, .near, .prefix, .raised, .everything: false
    }
  }

  /// Whether it only leaves out.
  var isExclusion: Bool {
    switch self {
    case .not: true
    case .all(let trees), .any(let trees): trees.allSatisfy(\.isExclusion)
    case .words, .phrase, .near, .prefix, .field, .raised, .everything: false
    }
  }
}
