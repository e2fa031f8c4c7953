/// Words joined by hyphens: `porte-parole` is its parts and `porteparole`, `a-t-elle` only its parts.
enum Compounds {
  /// Pronouns and particles that French hangs on a verb or a noun: never part of a compound's joined form. `t` is the
  /// euphonic one of `a-t-elle`, and of `sera-t -il`.
  private static let hanging = ShortWords(
    "je tu il elle on nous vous ils elles ce ci la moi toi soi lui leur les le y en meme memes t")
  /// Compounds that end like an inversion and are words all the same.
  private static let fixedStarts = ShortWords("rendez au par")
  private static let fixedEnds = ShortWords("vous dela")
  private static let elidedPronouns = ShortWords("t m l")
  private static let mostParts = 6

  /// The run of segments joined by hyphens that starts at segment `first`; nil when it has only one part.
  static func parts(from first: Int, in segments: [Segmenter.Segment], _ text: UnsafeBufferPointer<UInt16>)
    -> ClosedRange<Int>?
  {
    var last = first
    while last + 2 < segments.count,
      segments[last + 1].end - segments[last + 1].start == 1, isHyphen(text[segments[last + 1].start]),
      segments[last + 2].kind == .letters || segments[last + 2].kind == .number
    {
      last += 2
    }
    return last > first ? first...last : nil
  }

  /// Emits the joined form of a compound, when it has one. Its parts are emitted by the caller, in their turn.
  /// - Parameter start: where the compound starts, after what is elided before it.
  static func emitWhole(
    _ run: ClosedRange<Int>, startingAt start: Int, of segments: [Segmenter.Segment], in context: inout RepairContext
  ) {
    let text = context.text
    let count = run.count / 2 + 1
    guard count <= mostParts else { return }
    guard
      stride(from: run.lowerBound, through: run.upperBound, by: 2).contains(where: { segments[$0].kind == .letters })
    else { return }
    var last = run.upperBound
    if !isFixed(start, run, segments, text) {
      while last > run.lowerBound, isHanging(segments[last], text) { last -= 2 }
    }
    guard last > run.lowerBound, segments[run.lowerBound].end > start else { return }
    let end = segments[last].end
    if (start..<end).contains(where: { text[$0] == 0x2E }) {
      context.emit(start, end, .host, keeping: .dots)
    } else {
      context.emit(start, end, .whole)
    }
  }

  private static func isHanging(_ part: Segmenter.Segment, _ text: UnsafeBufferPointer<UInt16>) -> Bool {
    if hanging.contains(text, part.start, part.end) { return true }
    // `va-t'en`, `donne-m'en`, `va-t'on`.
    return part.end - part.start > 2 && isApostrophe(text[part.start + 1])
      && elidedPronouns.contains(text, part.start, part.start + 1)
      && hanging.contains(text, part.start + 2, part.end)
  }

  /// `rendez-vous`, `au-delà`, `par-delà`.
  private static func isFixed(
    _ start: Int, _ run: ClosedRange<Int>, _ segments: [Segmenter.Segment], _ text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    guard run.count == 3 else { return false }
    let last = segments[run.upperBound]
    return fixedStarts.contains(text, start, segments[run.lowerBound].end)
      && fixedEnds.contains(text, last.start, last.end)
  }
}
