/// Cuts a text between its words, and not within what matches.
struct WordCuts {
  let units: [UInt16]
  let matches: [TextMatches.Match]

  /// What has no white space for longer is no word, and is cut anywhere.
  private static let longestWord = 64

  /// A part of a sentence around a run. What comes before the run helps to read it: from the sentence's beginning where
  /// that is near, else a quarter of what is left.
  func framed(_ run: MatchRun, in sentence: Range<Int>, _ limit: Int) -> Range<Int> {
    let first = matches[run.matches.lowerBound].start
    let last = matches[run.matches.upperBound - 1].end
    if sentence.count <= limit { return sentence }
    var start = sentence.lowerBound
    if last - start > limit {
      let spare = max(0, limit - (last - first))
      start = max(sentence.lowerBound, min(first - spare / 4, sentence.upperBound - limit))
      start = self.start(from: start, before: first)
    }
    return start..<end(upTo: start + limit, after: min(last, start + limit), in: sentence.upperBound)
  }

  /// A range that cuts no match, unless it is longer than words are.
  func withWholeMatches(_ range: Range<Int>) -> Range<Int> {
    var range = range
    for match in matches where match.end - match.start <= WordCuts.longestWord {
      if match.start < range.lowerBound, match.end > range.lowerBound { range = match.start..<range.upperBound }
      if match.start < range.upperBound, match.end > range.upperBound { range = range.lowerBound..<match.end }
    }
    return range
  }

  /// The first beginning of a word from `place` on, or else `end`; in what is too long for a word, `place`.
  func start(from place: Int, before end: Int) -> Int {
    guard place > 0 else { return 0 }
    var at = place
    while at < end, !WhiteSpace.isBreak(units[at - 1]) || WhiteSpace.isSpace(units[at]) { at += 1 }
    return at == end && end - place > WordCuts.longestWord ? place : at
  }

  /// The last end of a word up to `place`, or else `start`; in what is too long for a word, `place`.
  func end(upTo place: Int, after start: Int, in limit: Int? = nil) -> Int {
    let limit = limit ?? units.count
    guard place < limit else { return limit }
    var at = place
    while at > start, !WhiteSpace.isBreak(units[at]) || WhiteSpace.isSpace(units[at - 1]) { at -= 1 }
    return at <= start && place - start > WordCuts.longestWord ? place : max(at, min(start, limit))
  }
}
