/// Chooses what to show of a text: whole sentences where they fit, or else a part of one that begins and ends between
/// words; two parts where what is asked for stands far apart.
struct WindowChooser {
  typealias Match = TextMatches.Match

  /// What is shown of a text.
  struct Choice: Equatable {
    /// In the order of the text, in UTF-16 code units.
    var windows: [Range<Int>]
    /// Where the first match of the best window begins.
    var firstMatch: Int?
  }

  let units: [UInt16]
  let sentences: [Range<Int>]
  let matches: [Match]
  /// UTF-16 code units that are shown at most, an ellipsis between two windows apart.
  let limit: Int
  /// What all words of the query say together.
  let worth: Double
  /// The indexes of the matches that begin in each sentence.
  private let inSentence: [Range<Int>]
  private let worths: [Double]
  private let cuts: WordCuts

  /// How much what stands beside a window speaks for it.
  private static let context = 0.1
  /// A window is not left shorter than this share of its limit while there is more to show.
  private static let leastShare = 0.7
  /// Two windows say so much more than one at least: they are harder to read.
  private static let leastGain = 1.25
  /// Less than this between two windows is shown rather than left out.
  private static let leastGap = 20

  init(_ units: [UInt16], sentences: [Range<Int>], matches: [Match], limit: Int, worth: Double) {
    self.units = units
    self.sentences = sentences
    self.matches = matches
    self.limit = limit
    self.worth = worth
    cuts = WordCuts(units: units, matches: matches)
    var inSentence: [Range<Int>] = []
    var worths: [Double] = []
    var window = WindowWorth()
    var next = 0
    for sentence in sentences {
      let first = next
      window.clear()
      while next < matches.count, matches[next].start < sentence.upperBound {
        window.add(matches[next].sign)
        next += 1
      }
      inSentence.append(first..<next)
      worths.append(window.total)
    }
    self.inSentence = inSentence
    self.worths = worths
  }

  func choose() -> Choice {
    guard let best = bestStretch() else {
      return Choice(windows: beginning().map { [$0] } ?? [], firstMatch: nil)
    }
    let range = cuts.withWholeMatches(filled(best.sentences, best.range, limit))
    if let pair = pair(sayingMoreThan: asked(in: range)) { return pair }
    let first = matches[best.matches].first(where: \.sign.isAsked) ?? matches[best.matches].first
    return Choice(windows: [range], firstMatch: first?.start)
  }

  // MARK: One window

  /// Sentences that follow each other, or a part of one.
  private struct Stretch {
    var sentences: Range<Int>
    var range: Range<Int>
    var matches: Range<Int>
    var asked: Double
  }

  /// What says most of the query; where anything is there as asked for, something of that is in it.
  private func bestStretch() -> Stretch? {
    let needsAsked = matches.contains(where: \.sign.isAsked)
    var best: Stretch?
    var most = 0.0
    func consider(_ stretch: Stretch, worth: Double) {
      if needsAsked, stretch.asked == 0 { return }
      let before = stretch.sentences.lowerBound > 0 ? worths[stretch.sentences.lowerBound - 1] : 0
      let after = stretch.sentences.upperBound < sentences.count ? worths[stretch.sentences.upperBound] : 0
      let worth = worth + WindowChooser.context * (before + after)
      guard worth > most + 1e-9 else { return }
      most = worth
      best = stretch
    }
    let said: (WindowWorth) -> Double = needsAsked ? { $0.asked > 0 ? $0.total : 0 } : \.total
    var window = WindowWorth()
    for first in sentences.indices where !inSentence[first].isEmpty {
      if sentences[first].count > limit {
        guard let run = MatchRun.best(of: matches[inSentence[first]], within: limit, worth: said) else { continue }
        let range = cuts.framed(run, in: sentences[first], limit)
        consider(
          Stretch(sentences: first..<first + 1, range: range, matches: run.matches, asked: run.asked),
          worth: run.worth)
        continue
      }
      window.clear()
      let start = sentences[first].lowerBound
      var last = first
      while last < sentences.count, sentences[last].upperBound - start <= limit {
        matches[inSentence[last]].forEach { window.add($0.sign) }
        consider(
          Stretch(
            sentences: first..<last + 1, range: start..<sentences[last].upperBound,
            matches: inSentence[first].lowerBound..<inSentence[last].upperBound, asked: window.asked),
          worth: window.total)
        last += 1
      }
    }
    return best
  }

  /// Whole sentences beside a window, as many as fit; words of one where the window is short without.
  private func filled(_ chosen: Range<Int>, _ range: Range<Int>, _ limit: Int) -> Range<Int> {
    var first = chosen.lowerBound
    var end = chosen.upperBound
    var range = range
    while true {
      let after = end < sentences.count && sentences[end].upperBound - range.lowerBound <= limit ? worths[end] : nil
      let before = first > 0 && range.upperBound - sentences[first - 1].lowerBound <= limit ? worths[first - 1] : nil
      if let after, after >= before ?? 0 {
        range = range.lowerBound..<sentences[end].upperBound
        end += 1
      } else if before != nil {
        first -= 1
        range = sentences[first].lowerBound..<range.upperBound
      } else {
        break
      }
    }
    return widened(range, limit)
  }

  private func widened(_ range: Range<Int>, _ limit: Int) -> Range<Int> {
    let least = Int(Double(limit) * WindowChooser.leastShare)
    var range = range
    if range.count < least {
      range = range.lowerBound..<cuts.end(upTo: range.lowerBound + limit, after: range.upperBound)
    }
    if range.count < least {
      range = cuts.start(from: range.upperBound - limit, before: range.lowerBound)..<range.upperBound
    }
    return range
  }

  private func beginning() -> Range<Int>? {
    guard let first = sentences.first else { return nil }
    if first.count > limit {
      return first.lowerBound..<cuts.end(upTo: first.lowerBound + limit, after: first.lowerBound)
    }
    return filled(0..<1, first, limit)
  }

  // MARK: Two windows

  /// Two shorter windows, where they show all words of the query, and enough more of them than one does.
  private func pair(sayingMoreThan asked: Double) -> Choice? {
    let least = max(asked * WindowChooser.leastGain, worth * 0.999)
    guard self.asked(in: units.indices) > least else { return nil }
    let half = limit / 2
    guard let better = MatchRun.best(of: matches[...], within: half, worth: \.asked) else { return nil }
    let shown = Array(matches[better.matches])
    let sides = [matches[..<better.matches.lowerBound], matches[better.matches.upperBound...]]
    let others = sides.compactMap { MatchRun.best(of: $0, within: half, beside: shown, worth: \.asked) }
    guard let other = others.max(by: { $0.asked < $1.asked }), other.asked > least else { return nil }
    let runs = [better, other].sorted { $0.matches.lowerBound < $1.matches.lowerBound }
    let ranges = runs.map { run in
      let around = sentences(of: run)
      let frame = cuts.framed(run, in: around.range, half)
      return cuts.withWholeMatches(filled(around.sentences, frame, half))
    }
    let first = matches[better.matches].first(where: \.sign.isAsked)?.start
    if ranges[1].lowerBound - ranges[0].upperBound < WindowChooser.leastGap {
      return Choice(
        windows: [min(ranges[0].lowerBound, ranges[1].lowerBound)..<max(ranges[0].upperBound, ranges[1].upperBound)],
        firstMatch: first)
    }
    return Choice(windows: ranges, firstMatch: first)
  }

  private func asked(in range: Range<Int>) -> Double {
    var window = WindowWorth()
    for match in matches where match.start >= range.lowerBound && match.end <= range.upperBound {
      window.add(match.sign)
    }
    return window.asked
  }

  /// The sentences that a run is in, and where they are.
  private func sentences(of run: MatchRun) -> (sentences: Range<Int>, range: Range<Int>) {
    let first = inSentence.firstIndex { $0.contains(run.matches.lowerBound) } ?? 0
    let last = inSentence.firstIndex { $0.contains(run.matches.upperBound - 1) } ?? first
    return (first..<last + 1, sentences[first].lowerBound..<sentences[last].upperBound)
  }
}
