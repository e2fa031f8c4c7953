import Analysis
import Schema

/// Chooses the window of a passage that shows best why it was found, by our own analyzer's offsets: what is
/// highlighted is what was matched, as it was written.
struct Snippet {
  /// UTF-16 code units of a window.
  static let window = 240

  let analyzer: Analyzer
  /// Each term that the query asks for, by its prefix, with what it is worth in a window.
  let terms: [TermPrefix: [String: Double]]

  struct Choice {
    var highlights: Highlights
    /// Where the first match of the window begins; nil when nothing matches.
    var firstMatch: Int?
  }

  private struct Match {
    var start: Int
    var end: Int
    var term: WordID
    var worth: Double
  }

  func choose(in text: String) -> Choice {
    let tokens = analyzer.tokens(of: text)
    let matches = matches(of: tokens)
    let units = Array(text.utf16)
    let best = bestWindow(matches)
    guard let first = best.first else {
      return Choice(highlights: cut(units, 0, min(units.count, Snippet.window), [], tokens), firstMatch: nil)
    }
    let last = best.last ?? first
    // What comes before the first match helps to read it; a quarter of what is left goes there.
    let spare = max(0, Snippet.window - (last.end - first.start))
    let start = max(0, min(first.start - spare / 4, units.count - Snippet.window))
    let end = min(units.count, max(last.end, start + Snippet.window))
    return Choice(highlights: cut(units, start, end, matches, tokens), firstMatch: first.start)
  }

  private func matches(of tokens: [Token]) -> [Match] {
    let vocabulary = analyzer.vocabulary
    let surfaces = worths(.surface, vocabulary)
    let french = worths(.frenchStem, vocabulary)
    let english = worths(.englishStem, vocabulary)
    var matches: [Match] = []
    for token in tokens {
      var found = surfaces[token.word].map { (token.word, $0) }
      if found == nil, !vocabulary.isStopWord(token) {
        if token.language != .english {
          let stem = vocabulary.stem(of: token.word, in: .french)
          found = french[stem].map { (stem, $0) }
        }
        if found == nil, token.language != .french {
          let stem = vocabulary.stem(of: token.word, in: .english)
          found = english[stem].map { (stem, $0) }
        }
      }
      guard let (word, worth) = found else { continue }
      if let last = matches.last, last.end > token.start {
        // A whole and its parts overlap: the longest is marked.
        if token.end > last.end { matches[matches.count - 1].end = token.end }
        continue
      }
      matches.append(Match(start: token.start, end: token.end, term: word, worth: worth))
    }
    return matches
  }

  /// The terms of a prefix, as words of the vocabulary; those that it has not are not in the text either.
  private func worths(_ prefix: TermPrefix, _ vocabulary: Vocabulary) -> [WordID: Double] {
    var worths: [WordID: Double] = [:]
    for (term, worth) in terms[prefix] ?? [:] {
      if let word = vocabulary.word(term) { worths[word] = worth }
    }
    return worths
  }

  /// The run of matches that fits a window and is worth most; a word counts in full once, then a tenth.
  private func bestWindow(_ matches: [Match]) -> ArraySlice<Match> {
    var best: ArraySlice<Match> = []
    var bestWorth = 0.0
    for i in matches.indices {
      var seen: Set<WordID> = []
      var worth = 0.0
      var j = i
      while j < matches.count, matches[j].end - matches[i].start <= Snippet.window {
        worth += seen.insert(matches[j].term).inserted ? matches[j].worth : matches[j].worth / 10
        j += 1
      }
      if worth > bestWorth {
        bestWorth = worth
        best = matches[i..<j]
      }
    }
    return best
  }

  /// Widens or narrows a window to whole words and cuts the text into runs.
  private func cut(_ units: [UInt16], _ start: Int, _ end: Int, _ matches: [Match], _ tokens: [Token]) -> Highlights {
    var start = start
    var end = end
    if start > 0 { start = tokens.first { $0.start >= start }?.start ?? start }
    if end < units.count { end = max(start, tokens.last { $0.end <= end }?.end ?? end) }
    // Where no word is near, at least no character is cut in two.
    if start > 0, start < units.count, UTF16.isTrailSurrogate(units[start]) { start += 1 }
    if end > start, end < units.count, UTF16.isTrailSurrogate(units[end]) { end -= 1 }
    var runs: [Highlights.Run] = []
    func add(_ from: Int, _ to: Int, isMatch: Bool) {
      guard from < to else { return }
      let text = String(decoding: units[from..<to], as: UTF16.self)
      runs.append(.init(text: isMatch ? text : Snippet.onOneLine(text), isMatch: isMatch))
    }
    var at = start
    for match in matches where match.start >= start && match.end <= end {
      add(at, match.start, isMatch: false)
      add(match.start, match.end, isMatch: true)
      at = match.end
    }
    add(at, end, isMatch: false)
    return Highlights(runs: runs, isCutBefore: start > 0, isCutAfter: end < units.count)
  }

  /// Runs of white space as one space.
  private static func onOneLine(_ text: String) -> String {
    var result = ""
    var wasSpace = false
    for character in text {
      let isSpace = character.isNewline || character == "\t" || character == " "
      if !isSpace { result.append(character) } else if !wasSpace { result.append(" ") }
      wasSpace = isSpace
    }
    return result
  }
}
