/// Matches that follow each other within so many UTF-16 code units.
struct MatchRun {
  /// Indexes of the matches.
  var matches: Range<Int>
  var worth: Double
  /// See `WindowWorth`.
  var asked: Double

  /// The run of some matches that says most; the first of equals, nil for none.
  ///
  /// - Parameters:
  ///   - limit: from the start of its first match to the end of its last. A longer match is a run of its own.
  ///   - shown: what counts as said already.
  static func best(
    of matches: ArraySlice<TextMatches.Match>, within limit: Int, beside shown: [TextMatches.Match] = [],
    worth said: (WindowWorth) -> Double = \.total
  ) -> MatchRun? {
    var best: MatchRun?
    var most = 0.0
    var window = WindowWorth()
    for first in matches.indices {
      window.clear()
      shown.forEach { window.add($0.sign) }
      var end = first
      while end < matches.endIndex, end == first || matches[end].end - matches[first].start <= limit {
        window.add(matches[end].sign)
        end += 1
      }
      let worth = said(window)
      guard best == nil || worth > most + 1e-9 else { continue }
      most = worth
      best = MatchRun(matches: first..<end, worth: window.total, asked: window.asked)
    }
    return best
  }
}
