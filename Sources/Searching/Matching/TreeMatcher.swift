import Schema
import Xapian

/// Finds the passages that a tree describes, as sets.
///
/// What words, fields and operators say is a matter of sets. Where words stand is looked up passage by passage, which
/// takes long where many passages have all words of a phrase; it is put off, until scores tell which of them matter
/// (two-phase iteration). Until then a phrase is known from above and from below only.
final class TreeMatcher {
  /// Words that stand near each other.
  struct Window: Hashable {
    var words: [String]
    /// Nil for a phrase.
    var width: Int?
  }

  /// What is known of where words stand.
  private struct Known {
    /// Passages that have all of the words, and were not seen to have them elsewhere only.
    var candidates: DocumentSet
    /// Those in which they stand as asked for.
    var holds: DocumentSet
    /// Whether all candidates were looked at.
    var isComplete: Bool
  }

  private let index: SearchIndex
  private let size: Int
  private let deadline: Deadline
  private var windows: [Window: Known] = [:]

  init(_ index: SearchIndex, size: Int, deadline: Deadline) {
    self.index = index
    self.size = size
    self.deadline = deadline
  }

  /// Whether where words stand is still to be looked up.
  var isVague: Bool { windows.values.contains { !$0.isComplete } }

  /// Reads what has all words of the tree's phrases, and looks up where they stand as far as that takes no time.
  func prepare(_ tree: QueryTree) throws {
    for window in Set(tree.windows) {
      let candidates = try index.passages(havingAll: window.words, size: size)
      let isSingle = window.words.count == 1
      windows[window] = Known(
        candidates: candidates, holds: isSingle ? candidates : DocumentSet(size: size),
        isComplete: isSingle || candidates.isEmpty)
    }
    let open = windows.filter { !$0.value.isComplete }
    guard open.values.reduce(0, { $0 + $1.candidates.count }) <= index.parameters.phraseLookUps else { return }
    for window in open.keys { try lookUp(window, in: open[window]?.candidates.documents ?? [], isAll: true) }
  }

  /// Looks up where words stand in some passages, of which the most promising come first.
  /// - Returns: those that were reached before the deadline.
  func lookUp(in documents: [UInt32]) throws -> DocumentSet {
    var reached = documents.count
    for (window, known) in windows where !known.isComplete {
      let places = documents.indices.filter { known.candidates.contains(documents[$0]) }
      let done = try lookUp(window, in: places.map { documents[$0] }, isAll: false)
      if done < places.count { reached = min(reached, places[done]) }
    }
    return DocumentSet(size: size, documents.prefix(reached))
  }

  @discardableResult
  private func lookUp(_ window: Window, in documents: [UInt32], isAll: Bool) throws -> Int {
    let counts = try index.reader.handle.windows(
      of: window.words, within: window.width, in: documents, nanoseconds: deadline.nanoseconds)
    for (document, count) in zip(documents, counts) {
      if count > 0 { windows[window]?.holds.insert(document) } else { windows[window]?.candidates.remove(document) }
    }
    let isDone = counts.count == documents.count
    deadline.noteStop(!isDone)
    if isAll { windows[window]?.isComplete = isDone }
    return counts.count
  }

  // MARK: Sets

  /// The passages that the tree describes.
  ///
  /// - Parameters:
  ///   - isUpper: where it is not known whether words stand as asked for, they do.
  ///   - isExcluded: whether it says what to leave out. Who leaves a word out means that word, and not its translations.
  func passages(_ tree: QueryTree, isUpper: Bool, isExcluded: Bool = false) throws -> DocumentSet {
    switch tree {
    case .everything: return try index.allPassages()
    case .words(let words): return try passages(havingAny: words, translated: !isExcluded)
    case .phrase(let words): return passages(Window(words: words, width: nil), isUpper)
    case .near(let words, let width): return passages(Window(words: words, width: width), isUpper)
    case .prefix(let letters):
      return try index.reader.handle.documents(
        withAnyOf: index.allTerms(withPrefix: letters).map(\.term), size: size)
    case .field(.title(let tree)): return try titled(tree)
    case .field(let field): return try index.fieldSets().passages(field) ?? DocumentSet(size: size)
    case .all(let trees):
      var all: DocumentSet?
      for tree in trees where all?.isEmpty != true {
        let one = try passages(tree, isUpper: isUpper, isExcluded: isExcluded)
        all = all?.intersection(one) ?? one
      }
      return try all ?? index.allPassages()
    case .any(let trees):
      var any = DocumentSet(size: size)
      // What is left out is never forgotten for lack of time.
      for tree in trees where isExcluded || !deadline.isOver {
        any.formUnion(try passages(tree, isUpper: isUpper, isExcluded: isExcluded))
      }
      return any
    case .not(let tree):
      return try index.allPassages().subtracting(passages(tree, isUpper: !isUpper, isExcluded: !isExcluded))
    case .raised(let tree, _): return try passages(tree, isUpper: isUpper, isExcluded: isExcluded)
    }
  }

  private func passages(_ window: Window, _ isUpper: Bool) -> DocumentSet {
    guard let known = windows[window] else { return DocumentSet(size: size) }
    return isUpper && !known.isComplete ? known.candidates : known.holds
  }

  /// - Parameter translated: whether what translates the words finds too.
  private func passages(havingAny words: [QueryWord], translated: Bool) throws -> DocumentSet {
    let expander = try index.expander()
    let expanded = try expander.expand(words)
    let terms = expanded.flatMap { ($0.own + (translated ? $0.translations : [])).map(\.term) }
    var found = try index.reader.handle.documents(withAnyOf: terms, size: size)
    for phrase in expanded.flatMap(\.phrases) { phrase.documents.forEach { found.insert($0) } }
    return found
  }

  // MARK: Titles

  /// All passages of the debates whose titles have this.
  private func titled(_ tree: QueryTree) throws -> DocumentSet {
    let columns = try index.columns()
    var isWanted = [Bool](repeating: false, count: columns.debates.values.count)
    try firstPassages(titled: tree).forEach { isWanted[Int(columns.debates.ordinals[Int($0)])] = true }
    return try index.fieldSets().passages(ofDebatesWhere: isWanted)
  }

  /// The first passages that begin with such a title.
  private func firstPassages(titled tree: QueryTree) throws -> DocumentSet {
    let handle = index.reader
    switch tree {
    case .words(let words):
      return try handle.handle.documents(withAnyOf: words.flatMap(QueryCompiler.titleTerms), size: size)
    case .phrase(let words): return try firstPassages(titledByAll: words) { $0.contains(words) }
    case .near(let words, let width):
      return try firstPassages(titledByAll: words) { $0.hasWindow(of: words, width: width) }
    case .prefix(let letters):
      let terms = try index.allTerms(withPrefix: TermPrefix.title.rawValue + letters)
      return try handle.handle.documents(withAnyOf: terms.map(\.term), size: size)
    case .all(let trees):
      var all = try firstPassages(titled: .everything)
      for tree in trees { all.formIntersection(try firstPassages(titled: tree)) }
      return all
    case .any(let trees):
      var any = DocumentSet(size: size)
      for tree in trees { any.formUnion(try firstPassages(titled: tree)) }
      return any
    case .not(let tree):
      return try firstPassages(titled: .everything).subtracting(firstPassages(titled: tree))
    case .raised(let tree, _): return try firstPassages(titled: tree)
    case .field, .everything: return try handle.handle.documents(withAnyOf: [TermPrefix.first.rawValue], size: size)
    }
  }

  /// The first passages whose titles have all of some words, and pass a test of their words.
  private func firstPassages(
    titledByAll words: [String], _ isMeant: ([String]) -> Bool
  ) throws -> DocumentSet {
    var all = try firstPassages(titled: .everything)
    for word in words {
      // Stop words of titles are not indexed.
      guard let terms = index.titleTerms(ofSurface: word) else { continue }
      all.formIntersection(try index.reader.handle.documents(withAnyOf: terms, size: size))
    }
    let debates = try index.columns().debates
    var meant = DocumentSet(size: size)
    for document in all.documents where !deadline.isOver {
      let id = debates.values.string(at: Int(debates.ordinals[Int(document)]))
      if let title = try index.stored(id)?.title, isMeant(index.analyzer.surfaces(of: title)) { meant.insert(document) }
    }
    return meant
  }
}

extension QueryTree {
  /// The phrases and windows of passages, those of exclusions too.
  var windows: [TreeMatcher.Window] {
    switch self {
    case .phrase(let words): [.init(words: words, width: nil)]
    case .near(let words, let width): [.init(words: words, width: width)]
    case .all(let trees), .any(let trees): trees.flatMap(\.windows)
    case .not(let tree), .raised(let tree, _): tree.windows
    case .words, .prefix, .field, .everything: []
    }
  }
}

extension [String] {
  /// Whether these words stand near each other: all of them, each as often as asked for, within so many words.
  fileprivate func hasWindow(of words: [String], width: Int) -> Bool {
    let needed = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    return indices.contains { start in
      let inside = Dictionary(self[start...].prefix(width).map { ($0, 1) }, uniquingKeysWith: +)
      return needed.allSatisfy { inside[$0.key, default: 0] >= $0.value }
    }
  }
}
