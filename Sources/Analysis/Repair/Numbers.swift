/// Numbers: digit groups across the spaces of French typography (`12 500` is `12500`, `12` and `500`), grouping commas
/// and dots (`12,500`), decimals with comma or dot as one term.
enum Numbers {
  /// The run of segments that are the groups of one number, starting at segment `first`; nil when it is one segment.
  static func groups(from first: Int, in segments: [Segmenter.Segment], _ text: UnsafeBufferPointer<UInt16>)
    -> ClosedRange<Int>?
  {
    guard isDigits(segments[first], upTo: 3, text) else { return nil }
    var last = first
    while last + 2 < segments.count {
      let space = segments[last + 1]
      guard space.end - space.start == 1, isGroupSpace(text[space.start]) else { break }
      let group = segments[last + 2]
      guard group.kind == .number, group.end - group.start == 3, isDigits(group, upTo: 3, text) else { break }
      last += 2
    }
    return last > first ? first...last : nil
  }

  private static func isDigits(
    _ segment: Segmenter.Segment, upTo most: Int, _ text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    segment.end - segment.start <= most && (segment.start..<segment.end).allSatisfy { isDigit(text[$0]) }
  }

  /// Emits one number segment.
  static func split(_ start: Int, _ end: Int, in context: inout RepairContext) {
    let text = context.text
    var start = start
    var end = end
    // U+202F and `_` join numbers to what follows them by the rules of UAX #29.
    while start < end, !isDigit(text[start]), text[start] == 0x202F || text[start] == 0x5F { start += 1 }
    while end > start, text[end - 1] == 0x202F || text[end - 1] == 0x5F { end -= 1 }
    let marks = (start..<end).filter { !isDigit(text[$0]) }
    guard let mark = marks.first else {
      context.emit(start, end, .word)
      return
    }
    if (start..<end).contains(where: { LatinCase.isLetter(text[$0]) }) {
      GluedWords.split(start, end, in: &context)
    } else if isApostrophe(text[mark]) {
      context.emit(start, end, .word)
    } else if marks.allSatisfy({ text[$0] == 0x202F }) {
      context.emit(start, end, .whole)
      var from = start
      for stop in marks + [end] {
        context.emit(from, stop, .word)
        from = stop + 1
      }
    } else {
      if isGrouped(start, end, marks, text) { context.emit(start, end, .whole) }
      context.emit(start, end, .number)
    }
  }

  private static func isGrouped(_ start: Int, _ end: Int, _ marks: [Int], _ text: UnsafeBufferPointer<UInt16>) -> Bool {
    guard let first = marks.first, first - start <= 3, marks.allSatisfy({ text[$0] == text[first] }) else {
      return false
    }
    return zip(marks, marks.dropFirst() + [end]).allSatisfy { $1 - $0 == 4 }
  }
}
