/// Boundaries that ICU does not make and that French and English need: at `@`, which ICU 72 takes for a letter (a
/// mention, an address and what is glued to them would be one word), and at the narrow no-break space, which UAX #29
/// takes for an underscore (`12 500 habitants` would be one word).
enum ExtraBoundaries {
  /// Cuts segments at those units; a segment then has neither, or is of kind `other`.
  static func cut(
    _ segments: inout [Segmenter.Segment], of text: UnsafeBufferPointer<UInt16>,
    reusing buffer: inout [Segmenter.Segment]
  ) {
    guard text.contains(where: isBoundary) else { return }
    buffer.removeAll(keepingCapacity: true)
    for segment in segments {
      if segment.kind == .other || !(segment.start..<segment.end).contains(where: { isBoundary(text[$0]) }) {
        buffer.append(segment)
        continue
      }
      var start = segment.start
      for i in segment.start...segment.end where i == segment.end || isBoundary(text[i]) {
        append(start, i, of: text, to: &buffer)
        if i < segment.end { buffer.append(Segmenter.Segment(start: i, end: i + 1, kind: .other)) }
        start = i + 1
      }
    }
    swap(&segments, &buffer)
  }

  private static func isBoundary(_ unit: UInt16) -> Bool { unit == 0x40 || unit == 0x202F }

  /// A part of a segment: what stood between two letters may now be at an edge and is cut off.
  private static func append(
    _ start: Int, _ end: Int, of text: UnsafeBufferPointer<UInt16>, to segments: inout [Segmenter.Segment]
  ) {
    var from = start
    var to = end
    while from < to, isMark(text[from]) { from += 1 }
    while to > from, isMark(text[to - 1]) { to -= 1 }
    if start < from { segments.append(Segmenter.Segment(start: start, end: from, kind: .other)) }
    if from < to {
      let isNumber = (from..<to).allSatisfy { isDigit(text[$0]) || isMark(text[$0]) }
      segments.append(Segmenter.Segment(start: from, end: to, kind: isNumber ? .number : .letters))
    }
    if to < end { segments.append(Segmenter.Segment(start: to, end: end, kind: .other)) }
  }

  private static func isMark(_ unit: UInt16) -> Bool { isApostrophe(unit) || UnitClasses.isSeparator(unit) }
}
