extension SiteWords {
  /// The tree with what its words mean here: synonyms beside them, stop words left out unless there is nothing else.
  public func applied(to tree: QueryTree) -> QueryTree {
    guard !isEmpty else { return tree }
    return tree.mappingWords { withSynonyms(withoutStopWords($0)) }
  }

  private func withoutStopWords(_ words: [QueryWord]) -> [QueryWord] {
    let others = words.filter { !stopWords.contains($0.surface) }
    return others.isEmpty ? words : others
  }

  /// Each word of a spelling gets the other spellings of the same thing: what has one of these has said the word.
  private func withSynonyms(_ words: [QueryWord]) -> [QueryWord] {
    var words = words
    for start in words.indices {
      for place in beginnings[words[start].surface] ?? [] {
        let spellings = synonyms[place.line]
        guard let said = words.run(of: spellings[place.spelling], from: start) else { continue }
        let others = spellings.enumerated().filter { $0.offset != place.spelling }.map(\.element.words)
        for index in said { words[index].synonyms += others.filter { !words[index].synonyms.contains($0) } }
      }
    }
    return words
  }
}

extension [QueryWord] {
  /// The places of the words of a spelling, of which the first is at `start`, when they follow each other in the query.
  fileprivate func run(of spelling: SiteWords.Spelling, from start: Int) -> [Int]? {
    guard let first = spelling.isAsked.firstIndex(of: true) else { return nil }
    var places = [start]
    for offset in spelling.words.indices where offset > first && spelling.isAsked[offset] {
      let position = self[start].position + offset - first
      guard let place = firstIndex(where: { $0.surface == spelling.words[offset] && $0.position == position }) else {
        return nil
      }
      places.append(place)
    }
    return places
  }
}

extension QueryTree {
  /// The same tree with other words in the place of its words.
  fileprivate func mappingWords(_ change: ([QueryWord]) -> [QueryWord]) -> QueryTree {
    switch self {
    case .words(let words): .words(change(words))
    case .field(.title(let tree)): .field(.title(tree.mappingWords(change)))
    case .all(let trees): .all(trees.map { $0.mappingWords(change) })
    case .any(let trees): .any(trees.map { $0.mappingWords(change) })
    case .not(let tree): .not(tree.mappingWords(change))
    case .raised(let tree, let words): .raised(tree.mappingWords(change), by: words.mappingWords(change))
    case .phrase, .near, .prefix, .field, .everything: self
    }
  }
}
