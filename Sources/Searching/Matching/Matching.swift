import Analysis
import Schema
import Xapian

/// What matches a query, and what it scores.
struct Matching {
  /// What was asked for, to score it more finely.
  var words: [AskedWord]
  /// By document number: BM25 over the words.
  var scores: [Float]
  /// All that matches, but for the filters.
  var unfiltered: DocumentSet
  /// What each filter lets through.
  var filters: [(field: FieldQuery, passages: DocumentSet)]
  /// All that matches.
  var found: DocumentSet
  /// Of what matches, that which only has words of the same company.
  var near: DocumentSet?
  /// How many passages match.
  var total: Int
  /// Whether `total` is an estimate: of a very common phrase, only the best passages were looked up.
  var isEstimate = false

  /// Takes the filters into account.
  fileprivate mutating func settle() {
    found = found { _ in false }
    total = found.count
  }

  /// Where few passages have the words, those are found too that have words of the same company: with filters and
  /// without, so that a filter finds what was counted for it.
  fileprivate mutating func addNear() {
    var near = DocumentSet(size: scores.count)
    for document in scores.indices where scores[document] > 0 { near.insert(UInt32(document)) }
    near.subtract(unfiltered)
    unfiltered.formUnion(near)
    settle()
    self.near = near.intersection(found)
  }

  /// What matches and is among some passages too.
  func narrowed(to passages: DocumentSet) -> Matching {
    var narrowed = self
    narrowed.near = nil
    narrowed.unfiltered.formIntersection(passages)
    narrowed.settle()
    return narrowed
  }

  /// The passages that score best, those that have the words themselves before all others.
  func best(_ limit: Int) throws -> [UInt32] {
    guard let near else { return try found.best(by: scores, limit: limit) }
    let own = try found.subtracting(near).best(by: scores, limit: limit)
    return try own + near.best(by: scores, limit: limit - own.count)
  }

  /// What matches when every filter of some fields is left out.
  func found(without isLeftOut: (FieldQuery) -> Bool) -> DocumentSet {
    var set = unfiltered
    for filter in filters where !isLeftOut(filter.field) { set.formIntersection(filter.passages) }
    return set
  }
}

extension SearchIndex {
  /// What matches a query and filters. Fields that the query demands of every passage are filters too.
  ///
  /// - Parameter limit: how many passages are wanted at least, if need be by words of the same company.
  func matching(
    _ tree: QueryTree, _ filters: [FieldQuery], limit: Int, deadline: Deadline
  ) throws -> Matching {
    let lengths = try documentLengths()
    let (core, fields) = tree.withoutFields
    let asked = try askedWords(tree)
    var options = SearchOptions()
    options.k1 = parameters.k1
    options.b = parameters.b
    let scored = try reader.handle.scores(
      of: rankedWords(asked), lengths: lengths, options, nanoseconds: deadline.nanoseconds)
    deadline.noteStop(scored.isStopped)
    let matcher = TreeMatcher(self, size: lengths.count, deadline: deadline)
    var matching = Matching(
      words: asked, scores: scored.scores, unfiltered: scored.found,
      filters: try (filters + fields).map { ($0, try matcher.passages(.field($0), isUpper: true)) },
      found: scored.found, total: 0)
    if case .words = core {
      matching.settle()
      if matching.unfiltered.count < limit { matching.addNear() }
      return matching
    }
    try matcher.prepare(core)
    matching.unfiltered = try matcher.passages(core, isUpper: true)
    matching.settle()
    if matcher.isVague { try settle(&matching, core, matcher, size: lengths.count) }
    return matching
  }

  /// Looks up where the words of phrases stand, in those passages that may match and score best.
  private func settle(_ matching: inout Matching, _ tree: QueryTree, _ matcher: TreeMatcher, size: Int) throws {
    let limit = parameters.phraseLookUps
    let promising = try matching.found.best(by: matching.scores, limit: limit)
    let isEnough = promising.count < limit
    let possible = matching.found.count
    let reached = try matcher.lookUp(in: promising)
    let settled = try matcher.passages(tree, isUpper: false).intersection(reached)
    matching.unfiltered = settled
    matching.settle()
    guard !isEnough || reached.count < promising.count, !promising.isEmpty else { return }
    matching.isEstimate = true
    let share = Double(matching.total) / Double(max(1, reached.count))
    matching.total = max(matching.total, Int(share * Double(possible)))
  }

  /// Every passage.
  func allPassages() throws -> DocumentSet {
    let lengths = try documentLengths()
    let kinds = TermPrefix.kind.rawValue
    return try reader.handle.documents(
      withAnyOf: reader.handle.terms(prefix: kinds, limit: 100).map(\.term), size: lengths.count)
  }

  func fieldSets() throws -> FieldSets {
    let columns = try columns()
    return FieldSets(
      columns: columns, entries: { [unowned self] in entries(of: $0, meantBy: $1, columns) },
      size: try documentLengths().count)
  }

  /// The stems of a word, as titles have them; nil for one that is a stop word somewhere.
  func titleTerms(ofSurface surface: String) -> [String]? {
    let vocabulary = analyzer.vocabulary
    guard let token = analyzer.tokens(of: surface).first, !vocabulary.isStopWord(token.word, in: nil) else {
      return nil
    }
    return Set([vocabulary.stem(of: token.word, in: .french), vocabulary.stem(of: token.word, in: .english)]).map {
      TermPrefix.title.rawValue + vocabulary.surface(of: $0)
    }
  }
}

extension QueryTree {
  /// The tree without the fields that it demands of every passage, and these. A title's words stay: they score.
  var withoutFields: (core: QueryTree, fields: [FieldQuery]) {
    switch self {
    case .field(.title): return (self, [])
    case .field(let field): return (.everything, [field])
    case .all(let trees):
      var fields: [FieldQuery] = []
      let others = trees.filter { tree in
        guard case .field(let field) = tree else { return true }
        if case .title = field { return true }
        fields.append(field)
        return false
      }
      return (others.isEmpty ? .everything : others.count == 1 ? others[0] : .all(others), fields)
    default: return (self, [])
    }
  }
}
