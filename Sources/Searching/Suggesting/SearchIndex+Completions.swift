import Analysis
import Foundation
import Schema
import Xapian

extension SearchIndex {
  /// The most completions of one answer.
  public static let maximumCompletions = 50

  /// What may be meant by the beginning of a title, a name, an expertise or a phrase: titles first, a few of each. The
  /// typed words begin words of the text, in the same order; accents and case do not matter. Nothing for nothing typed.
  ///
  /// The first call of a revision reads what there is to offer.
  /// - Throws: `IndexError`.
  public func completions(of prefix: String, limit: Int) throws -> [Completion] {
    try inOneRevision {
      let typed = TypedPrefix(prefix, analyzer)
      let limit = min(max(0, limit), SearchIndex.maximumCompletions)
      guard limit > 0, !typed.words.isEmpty else { return [] }
      let table = try completionTable()
      var words = typed.words.map { SearchIndex.known($0.surface, table) }
      var found = chosen(try offers(words, table, limit), limit)
      if found.count < limit, typed.words.dropLast().contains(where: \.isStopWord) {
        // The last word may be the beginning of another.
        words = zip(words, typed.words).dropLast().filter { !$1.isStopWord }.map(\.0) + words.suffix(1)
        found = chosen(found + (try offers(words, table, limit)), limit)
      }
      if found.isEmpty, typed.words.count > 1, let last = words.last {
        let words = try offers([last], table, limit).filter { $0.kind == .phrase && !$0.text.contains(" ") }
        found = chosen(words.map { $0.preceded(by: typed.beforeLast) }, limit)
      }
      return found
    }
  }

  /// The same, as `suggest --json` prints it.
  /// - Throws: `IndexError`.
  public func suggestions(for prefix: String, limit: Int) throws -> SuggestResponse {
    let clock = ContinuousClock.now
    let results = try completions(of: prefix, limit: limit)
    return SuggestResponse(
      query: TypedPrefix(prefix, analyzer).text, tookMilliseconds: SearchIndex.milliseconds(since: clock),
      results: results)
  }

  /// What was typed of a word.
  private struct Typed {
    /// Folded.
    var letters: [UInt8]
    /// The words that begin with it.
    var words: Range<Int>
  }

  /// A word that begins none is tried without the article that it may have swallowed: `leau`.
  private static func known(_ surface: String, _ table: CompletionTable) -> Typed {
    let letters = Array(surface.utf8)
    let words = table.words(beginningWith: letters)
    if words.isEmpty {
      for elided in ["qu", "l", "d", "j", "m", "t", "s", "n", "c"] where surface.hasPrefix(elided) {
        let rest = Array(letters.dropFirst(elided.utf8.count))
        let words = table.words(beginningWith: rest)
        if rest.count > 1, !words.isEmpty { return Typed(letters: rest, words: words) }
      }
    }
    return Typed(letters: letters, words: words)
  }

  /// The best completions of each kind.
  private func offers(_ typed: [Typed], _ table: CompletionTable, _ limit: Int) throws -> [Completion] {
    let matches = table.matches(typed.map(\.words), limit: limit)
    return Completion.Kind.allCases.flatMap { kind in
      (matches[kind] ?? []).map { match in
        let entry = table.entries[match.entry]
        let marks = zip(match.places, typed).map { ($0, $1.letters.count) }
        return Completion(
          text: entry.text, kind: kind, id: entry.id, count: entry.count,
          highlights: PrefixMarks(analyzer: analyzer).highlights(of: entry.text, marks))
      }
    }
  }

  /// At most `limit` of the offers: a share of each kind, and what others leave in turn; no text twice.
  private func chosen(_ offers: [Completion], _ limit: Int) -> [Completion] {
    var seen: Set<String> = []
    let distinct = offers.filter { seen.insert(FoldedKey.of($0.text)).inserted }
    let counts = Completion.Kind.allCases.map { kind in distinct.filter { $0.kind == kind }.count }
    var shares = zip(counts, SearchIndex.shares).map { min($0, max(1, limit * $1 / 10)) }
    while shares.reduce(0, +) < min(limit, distinct.count) {
      for kind in shares.indices where shares[kind] < counts[kind] { shares[kind] += 1 }
    }
    return Array(
      Completion.Kind.allCases.flatMap { kind in
        distinct.filter { $0.kind == kind }.prefix(shares[kind.order])
      }.prefix(limit))
  }

  /// Of ten completions, how many of each kind when there are enough of all.
  private static let shares = [4, 2, 2, 2]
}

extension Completion {
  /// The same behind words that are kept as they were typed, and that nothing was found for.
  fileprivate func preceded(by text: String) -> Completion {
    var completion = self
    completion.text = text + self.text
    completion.highlights.runs.insert(.init(text: text, isMatch: false), at: 0)
    return completion
  }
}
