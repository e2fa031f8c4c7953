import Analysis
import Schema

/// Where a text says what is looked for, in its order, without overlap.
struct TextMatches {
  /// A word of the text that is looked for, or helps to choose.
  struct Match: Equatable {
    /// In UTF-16 code units.
    var start: Int
    var end: Int
    var sign: SoughtWords.Sign
  }

  private(set) var matches: [Match] = []

  init(of sought: SoughtWords, in tokens: [Token], _ vocabulary: Vocabulary) {
    let surfaces = TextMatches.known(sought.terms[.surface], vocabulary)
    let french = TextMatches.known(sought.terms[.frenchStem], vocabulary)
    let english = TextMatches.known(sought.terms[.englishStem], vocabulary)
    let grouped = TextMatches.grouped(sought.groups, in: tokens, vocabulary)
    for (index, token) in tokens.enumerated() {
      var best = surfaces[token.word]
      func consider(_ sign: SoughtWords.Sign?) {
        guard let sign, best?.isLess(than: sign) != false else { return }
        best = sign
      }
      if !vocabulary.isStopWord(token) {
        if token.language != .english, !french.isEmpty {
          consider(french[vocabulary.stem(of: token.word, in: .french)])
        }
        if token.language != .french, !english.isEmpty {
          consider(english[vocabulary.stem(of: token.word, in: .english)])
        }
      }
      if !grouped.isEmpty { consider(grouped[index]) }
      for (letters, sign) in sought.beginnings where TextMatches.begins(token.word, with: letters, vocabulary) {
        consider(sign)
      }
      if let best { append(Match(start: token.start, end: token.end, sign: best)) }
    }
  }

  private mutating func append(_ match: Match) {
    guard let last = matches.last, last.end > match.start else { return matches.append(match) }
    if last.sign.isAsked == match.sign.isAsked {
      // A whole and its parts overlap: the longest is marked.
      matches[matches.count - 1].end = max(last.end, match.end)
    } else if match.sign.isAsked {
      matches[matches.count - 1] = match
    }
  }

  /// The terms as words of the vocabulary; those that it has not are not in the text either.
  private static func known(
    _ terms: [String: SoughtWords.Sign]?, _ vocabulary: Vocabulary
  ) -> [WordID: SoughtWords.Sign] {
    var known: [WordID: SoughtWords.Sign] = [:]
    for (term, sign) in terms ?? [:] {
      if let word = vocabulary.word(term) { known[word] = sign }
    }
    return known
  }

  private static func begins(_ word: WordID, with letters: String, _ vocabulary: Vocabulary) -> Bool {
    vocabulary.withSurface(of: word) { $0.starts(with: letters.utf8) }
  }

  // MARK: Words that stand together

  /// The signs of tokens, by their indexes, that stand together as a group asks.
  private static func grouped(
    _ groups: [SoughtWords.Group], in tokens: [Token], _ vocabulary: Vocabulary
  ) -> [Int: SoughtWords.Sign] {
    var signs: [Int: SoughtWords.Sign] = [:]
    for group in groups {
      let words = group.words.compactMap(vocabulary.word)
      guard words.count == group.words.count else { continue }
      let places = group.window.map { near(words, within: $0, in: tokens) } ?? phrases(words, in: tokens)
      for (token, word) in places { signs[token] = group.signs[word] }
    }
    return signs
  }

  private typealias Place = (token: Int, word: Int)

  /// The tokens of words that follow each other.
  private static func phrases(_ words: [WordID], in tokens: [Token]) -> [Place] {
    var at: [WordID: [Int: Int]] = Dictionary(uniqueKeysWithValues: Set(words).map { ($0, [:]) })
    for (index, token) in tokens.enumerated() { at[token.word]?[token.position] = index }
    guard let first = words.first, let starts = at[first]?.keys else { return [] }
    var places: [Place] = []
    for start in starts {
      let run = words.enumerated().compactMap { offset, word in at[word]?[start + offset].map { ($0, offset) } }
      if run.count == words.count { places += run }
    }
    return places
  }

  /// The tokens of words that stand within a window of each other, all of them.
  private static func near(_ words: [WordID], within window: Int, in tokens: [Token]) -> [Place] {
    let found = tokens.indices.compactMap { index in
      words.firstIndex(of: tokens[index].word).map { Place(token: index, word: $0) }
    }
    let distinct = Set(words).count
    var places: [Place] = []
    var marked = 0
    for first in found.indices {
      let start = tokens[found[first].token].position
      let run = found[first...].prefix { tokens[$0.token].position - start < window }
      guard Set(run.map(\.word)).count == distinct else { continue }
      places += run[max(first, marked)...]
      marked = run.endIndex
    }
    return places
  }
}
