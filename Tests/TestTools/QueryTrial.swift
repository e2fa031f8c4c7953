public import Searching

/// What must be true of any query, whatever was typed.
public enum QueryTrial {
  /// Characters of a printed tree: what 16 KiB of ligatures spelled out come to, with their stems.
  private static let maximumDescription = 512 << 10
  /// Levels of a tree: some for each parenthesis.
  private static let maximumDepth = 80
  private static let maximumNotes = 16

  /// What is wrong with how a query was understood; nil when nothing is.
  public static func fault(of query: String, understoodAs parsed: ParsedQuery) -> String? {
    if parsed.tree.description.utf8.count > maximumDescription { return "the tree is too large" }
    if depth(of: parsed.tree) > maximumDepth { return "the tree is too deep" }
    if parsed.notes.count > maximumNotes { return "there are \(parsed.notes.count) notes" }
    if parsed.notes.contains(where: { $0.text.isEmpty || $0.message.isEmpty || $0.text.count > 81 }) {
      return "a note says nothing, or all"
    }
    if query.allSatisfy(\.isWhitespace), parsed.tree != .everything || !parsed.notes.isEmpty {
      return "white space is \(parsed)"
    }
    if parsed.tree == .everything, parsed.notes.isEmpty, !query.allSatisfy(\.isWhitespace) {
      return "everything is found and nothing says why"
    }
    return nonCanonical(parsed.tree)
  }

  private static func depth(of tree: QueryTree) -> Int {
    switch tree {
    case .all(let trees), .any(let trees): 1 + (trees.map(depth).max() ?? 0)
    case .not(let tree), .field(.title(let tree)): 1 + depth(of: tree)
    case .raised(let tree, let words): 1 + max(depth(of: tree), depth(of: words))
    case .words, .phrase, .near, .prefix, .field, .everything: 1
    }
  }

  private static func nonCanonical(_ tree: QueryTree) -> String? {
    switch tree {
    case .all(let trees):
      if trees.count < 2 { return "all of \(trees.count)" }
      if trees.contains(where: { if case .all = $0 { true } else { $0 == .everything } }) { return "nested: \(tree)" }
      return trees.lazy.compactMap(nonCanonical).first
    case .any(let trees):
      if trees.count < 2 { return "any of \(trees.count)" }
      if trees.contains(where: { if case .any = $0 { true } else { $0 == .everything } }) { return "nested: \(tree)" }
      return trees.lazy.compactMap(nonCanonical).first
    case .not(.not), .not(.everything), .raised(.everything, _), .raised(.words([]), _), .field(.title(.everything)):
      return "nothing in \(tree)"
    case .not(let tree), .field(.title(let tree)): return nonCanonical(tree)
    case .raised(let tree, let words): return nonCanonical(tree) ?? nonCanonical(words)
    case .words([]), .phrase([]), .prefix(""): return "nothing in \(tree)"
    case .near(let words, let window): return words.count < 2 || window < words.count ? "narrow: \(tree)" : nil
    case .field(.label(_, [])), .field(.kinds([])), .field(.languages([])): return "nothing in \(tree)"
    case .words, .phrase, .prefix, .field, .everything: return nil
    }
  }
}
