/// A text as written, to be cut without harm.
struct WrittenText {
  private let text: String
  private let units: [UInt16]

  /// Characters of more code units, which nobody writes, may be cut.
  private static let longestCharacter = 64

  /// - Parameter units: the text in UTF-16.
  init(_ text: String, _ units: [UInt16]) {
    self.text = text
    self.units = units
  }

  /// A range without the parts of characters at its ends: no accent, flag or family loses anything.
  func withWholeCharacters(_ range: Range<Int>) -> Range<Int> {
    let range = WhiteSpace.trimmed(range, units)
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, start - range.lowerBound < WrittenText.longestCharacter, !isBoundary(start) { start += 1 }
    while end > start, range.upperBound - end < WrittenText.longestCharacter, !isBoundary(end) { end -= 1 }
    if start < end, UTF16.isTrailSurrogate(units[start]) { start += 1 }
    if start < end, UTF16.isLeadSurrogate(units[end - 1]) { end -= 1 }
    return start..<end
  }

  private func isBoundary(_ offset: Int) -> Bool {
    guard offset > 0, offset < units.count else { return true }
    return String.Index(String.Index(utf16Offset: offset, in: text), within: text) != nil
  }

  /// The windows with what matches in them marked.
  ///
  /// - Parameters:
  ///   - matches: in order, without overlap.
  ///   - isOnOneLine: whether white space is folded; otherwise not a character is changed.
  func highlights(
    _ windows: [Range<Int>], marking matches: [Range<Int>], isOnOneLine: Bool = true
  ) -> Highlights {
    func written(_ range: Range<Int>) -> String {
      isOnOneLine ? onOneLine(range) : String(decoding: units[range], as: UTF16.self)
    }
    var runs: [Highlights.Run] = []
    for window in windows {
      if !runs.isEmpty { runs.append(.gap) }
      var at = window.lowerBound
      for match in matches where match.overlaps(window) {
        let match = match.clamped(to: window)
        if at < match.lowerBound { runs.append(.init(text: written(at..<match.lowerBound), isMatch: false)) }
        runs.append(.init(text: written(match), isMatch: true))
        at = match.upperBound
      }
      if at < window.upperBound { runs.append(.init(text: written(at..<window.upperBound), isMatch: false)) }
    }
    let before = units[..<(windows.first?.lowerBound ?? 0)]
    let after = units[(windows.last?.upperBound ?? units.count)...]
    return Highlights(
      runs: runs, isCutBefore: !before.allSatisfy(WhiteSpace.isSpace),
      isCutAfter: !after.allSatisfy(WhiteSpace.isSpace))
  }

  /// Runs of white space as one space, and without the characters that turn the direction of what follows: the window
  /// may end before they are undone.
  private func onOneLine(_ range: Range<Int>) -> String {
    var kept: [UInt16] = []
    kept.reserveCapacity(range.count)
    var wasSpace = false
    for unit in units[range] where !WrittenText.turnsDirection(unit) {
      let isSpace = WhiteSpace.isBreak(unit)
      if !isSpace { kept.append(unit) } else if !wasSpace { kept.append(0x20) }
      wasSpace = isSpace
    }
    return String(decoding: kept, as: UTF16.self)
  }

  /// Embeddings, overrides and isolates of the bidirectional algorithm (UAX #9).
  private static func turnsDirection(_ unit: UInt16) -> Bool {
    (0x202A...0x202E).contains(unit) || (0x2066...0x2069).contains(unit)
  }
}
