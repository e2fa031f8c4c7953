/// Words joined by hyphens: `porte-parole` is its parts and `porteparole`, `a-t-elle` only its parts.
enum Compounds {
  /// Pronouns and particles that French hangs on a verb or a noun: never part of a compound's joined form.
  private static let hanging = wordSet(
    "je tu il elle on nous vous ils elles ce ci la moi toi soi lui leur les le y en meme memes e s")
  /// Compounds that end like an inversion and are words all the same.
  private static let fixed = wordSet("rendezvous peutetre audela pardela viceversa")
  private static let euphonic = wordSet("t")
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
    let parts = stride(from: run.lowerBound, through: run.upperBound, by: 2).map { segments[$0] }
    guard parts.count <= mostParts, parts.contains(where: { $0.kind == .letters }) else { return }
    var count = parts.count
    if !isFixed(parts, context) {
      while count > 1, isHanging(parts[count - 1], context) {
        count -= 1
        if count > 1, context.isWord(parts[count - 1].start, parts[count - 1].end, oneOf: euphonic, longest: 1) {
          count -= 1
        }
      }
    }
    guard count > 1, parts[0].end > start else { return }
    context.emit(start, parts[count - 1].end, .whole)
  }

  private static func isHanging(_ part: Segmenter.Segment, _ context: RepairContext) -> Bool {
    context.isWord(part.start, part.end, oneOf: hanging, longest: 5)
  }

  private static func isFixed(_ parts: [Segmenter.Segment], _ context: RepairContext) -> Bool {
    guard parts.count == 2, parts[1].end - parts[0].start <= 12 else { return false }
    var joined: [UInt8] = []
    for part in parts {
      for i in part.start..<part.end {
        let unit = context.text[i]
        if isCombining(unit) { continue }
        joined.append(
          unit == 0xEA || unit == 0xCA ? 0x65 : unit == 0xE0 || unit == 0xC0 ? 0x61 : UInt8(unit & 0x7F) | 0x20)
      }
    }
    return fixed.contains(joined)
  }
}
