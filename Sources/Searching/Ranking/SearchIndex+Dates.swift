import Xapian

extension SearchIndex {
  /// The newest of some passages, or the oldest; among those of one day the best first. Those without a date come last.
  func byDate(
    _ passages: DocumentSet, _ matching: Matching, oldestFirst: Bool, limit: Int
  ) throws -> [UInt32] {
    let days = try columns().days
    return passages.documents.sorted { left, right in
      let (one, other) = (days[Int(left)], days[Int(right)])
      if one != other { return SearchIndex.isEarlier(one, other, oldestFirst: oldestFirst) }
      return (matching.scores[Int(left)], right) > (matching.scores[Int(right)], left)
    }.prefix(limit).map { $0 }
  }

  /// The newest of some passages.
  func newest(_ passages: DocumentSet, limit: Int) throws -> [UInt32] {
    let days = try columns().days
    // A float is exact up to 16 million: years from 223 to 3577.
    return try passages.best(by: days.map { $0 == 0 ? -.infinity : Float($0 - 19_000_000) }, limit: limit)
  }

  /// Debates by their own dates, of which passages are found; each with the best of these.
  func debatesByDate(
    _ tree: QueryTree, _ matching: Matching, oldestFirst: Bool, limit: Int
  ) throws -> (debates: [RankedDebate], candidates: Candidates, total: Int) {
    let columns = try columns()
    var found: [(debate: Int, day: Int32, best: Float)] = []
    for debate in 1..<max(1, columns.ofDebates.count) {
      let scores = columns.ofDebates.of(debate).filter(matching.found.contains).map { matching.scores[Int($0)] }
      if let best = scores.max() { found.append((debate, columns.debateDays[debate], best)) }
    }
    found.sort { left, right in
      if left.day != right.day { return SearchIndex.isEarlier(left.day, right.day, oldestFirst: oldestFirst) }
      return (left.best, right.debate) > (right.best, left.debate)
    }
    let shown = found.prefix(limit)
    let documents = shown.flatMap { debate, _, _ in
      columns.ofDebates.of(debate).filter(matching.found.contains).sorted {
        (matching.scores[Int($0)], $1) > (matching.scores[Int($1)], $0)
      }.prefix(SearchIndex.passagesOfDebate)
    }
    let candidates = try candidates(tree, matching, documents)
    let ranked = try rankedDebates(candidates)
    let places = Dictionary(ranked.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    let ordered = shown.compactMap { places[columns.debates.values.string(at: $0.debate)].map { ranked[$0] } }
    return (ordered, candidates, found.count)
  }

  /// Whoever asks for the newest wants what is about the query: passages that have all of its words, if there are any.
  func aboutAll(_ tree: QueryTree, _ matching: Matching) throws -> Matching {
    guard case .words(let words) = tree.withoutFields.core, words.count > 1 else { return matching }
    var all = matching.near.map(matching.unfiltered.subtracting) ?? matching.unfiltered
    for word in matching.words {
      let terms = (word.terms.own + word.terms.translations).map(\.term)
      var having = try reader.handle.documents(withAnyOf: terms, size: all.size)
      for phrase in word.terms.phrases { phrase.documents.forEach { having.insert($0) } }
      all.formIntersection(having)
    }
    let narrowed = matching.narrowed(to: all)
    return narrowed.found.isEmpty ? matching : narrowed
  }

  private static func isEarlier(_ one: Int32, _ other: Int32, oldestFirst: Bool) -> Bool {
    if one == 0 || other == 0 { return other == 0 }
    return oldestFirst ? one < other : one > other
  }

  /// Passages that show a debate among those of a date.
  private static let passagesOfDebate = 8
}
