/// Captions that roll: a cue shows again the end of what the one before has shown, and adds to it.
///
/// Automatic captions repeat the last line of a cue at the top of the next, with a cue of 10 ms between the two; live
/// captions grow word by word. Read as they stand, every word would be said two or three times. A few repetitions are
/// just talk ("Non." "Non, non."), so a file must roll all along before anything is taken for shown again.
struct RollingCaptions {
  /// Words at most this many milliseconds after the previous cue can continue it.
  private static let maximumGap = 100
  /// A cue that is shown no longer than this only moves lines up.
  private static let maximumFlash = 50
  /// Cues that must continue the one before: one in this many.
  private static let share = 3

  /// A cue as far as rolling goes.
  struct Cue {
    let start: Int
    let end: Int?
    /// UTF-8; lines end in `\n`. Empty for a cue that takes no part: one that names its voice.
    let text: [UInt8]
    let hasTimestamps: Bool
  }

  /// Of each cue how many bytes at its start have been shown before; nil when the captions do not roll.
  let shownBefore: [Int]?

  init(_ cues: [Cue]) {
    var shownBefore: [Int] = []
    shownBefore.reserveCapacity(cues.count)
    var rolling = 0
    var flashes = 0
    var stamped = 0
    var filled = 0
    var previous: Words?
    var previousStart = 0
    var previousEnd = 0
    for cue in cues {
      let words = Words(cue.text)
      guard !words.ranges.isEmpty else {
        shownBefore.append(0)
        continue
      }
      filled += 1
      if cue.hasTimestamps { stamped += 1 }
      var repeated = 0
      if let previous, cue.start >= previousStart, cue.start - previousEnd <= Self.maximumGap {
        repeated = words.overlap(with: previous)
      }
      let isFlash = cue.end.map { $0 - cue.start <= Self.maximumFlash } ?? false
      if repeated > 0 {
        if repeated < words.ranges.count { rolling += 1 } else if isFlash { flashes += 1 }
      }
      shownBefore.append(
        repeated == 0 ? 0 : repeated < words.ranges.count ? words.ranges[repeated].lowerBound : cue.text.count)
      previous = words
      previousStart = cue.start
      previousEnd = cue.end ?? cue.start
    }
    let found = rolling + flashes
    let isSure = found > 0 && (flashes > 0 || stamped > 0)
    let rolls = isSure ? found * Self.share * 2 >= filled : found >= 2 && found * Self.share >= filled
    self.shownBefore = rolls ? shownBefore : nil
  }

  /// The words of a cue, and which of them begin lines.
  private struct Words {
    let text: [UInt8]
    private(set) var ranges: [Range<Int>] = []
    private(set) var beginsLine: [Bool] = []

    init(_ text: [UInt8]) {
      self.text = text
      var index = 0
      var isFirst = true
      while index < text.count {
        if text[index] <= 0x20 {
          if text[index] == 0x0A { isFirst = true }
          index += 1
          continue
        }
        let start = index
        while index < text.count, text[index] > 0x20 { index += 1 }
        ranges.append(start..<index)
        beginsLine.append(isFirst)
        isFirst = false
      }
    }

    /// How many words at the start are the last ones of `previous`, from the beginning of one of its lines.
    func overlap(with previous: Words) -> Int {
      // The border of Knuth, Morris and Pratt: linear, whatever repeats itself in the two.
      let count = min(ranges.count, previous.ranges.count)
      var borders = [0]
      borders.reserveCapacity(count)
      for index in 1..<max(count, 1) {
        var border = borders[index - 1]
        while border > 0, word(border) != word(index) { border = borders[border - 1] }
        borders.append(word(border) == word(index) ? border + 1 : 0)
      }
      var matched = 0
      for index in (previous.ranges.count - count)..<previous.ranges.count {
        while matched > 0, matched == count || word(matched) != previous.word(index) { matched = borders[matched - 1] }
        if word(matched) == previous.word(index) { matched += 1 }
      }
      while matched > 0, !previous.beginsLine[previous.ranges.count - matched] { matched = borders[matched - 1] }
      return matched
    }

    private func word(_ index: Int) -> ArraySlice<UInt8> { text[ranges[index]] }
  }
}
