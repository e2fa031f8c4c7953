/// Numbers: digit groups across the spaces of French typography (`12 500` is `12500`, `12` and `500`), grouping commas
/// and dots (`12,500`), decimals with comma or dot as one term (`12 500,50` is `12500.50`).
enum Numbers {
  /// The groups of one number.
  struct Groups {
    var lastSegment: Int
    /// Where the integer part ends, and the number.
    var integerEnd: Int
    var end: Int
  }

  /// The groups that start at segment `first`; nil when it is one segment.
  static func groups(from first: Int, in segments: [Segmenter.Segment], _ text: UnsafeBufferPointer<UInt16>) -> Groups?
  {
    guard segments[first].end - segments[first].start <= 3, areDigits(segments[first].start, segments[first].end, text)
    else { return nil }
    var last = first
    var integerEnd = segments[first].end
    while integerEnd == segments[last].end, last + 2 < segments.count {
      let space = segments[last + 1]
      let group = segments[last + 2]
      guard space.end - space.start == 1, isGroupSpace(text[space.start]), group.kind == .number,
        group.end - group.start >= 3, areDigits(group.start, group.start + 3, text),
        group.end - group.start == 3 || areDecimals(group.start + 3, group.end, text)
      else { break }
      last += 2
      integerEnd = group.start + 3
    }
    return last > first ? Groups(lastSegment: last, integerEnd: integerEnd, end: segments[last].end) : nil
  }

  /// Emits the joined forms of a number's groups. The groups are emitted by the caller, in their turn.
  static func emitWhole(_ groups: Groups, startingAt start: Int, in context: inout RepairContext) {
    if groups.end > groups.integerEnd { context.emit(start, groups.end, .whole, keeping: .decimal) }
    context.emit(start, groups.integerEnd, .whole)
  }

  /// Emits one number segment.
  static func split(_ start: Int, _ end: Int, in context: inout RepairContext) {
    let text = context.text
    guard let mark = (start..<end).first(where: { !isDigit(text[$0]) }) else {
      context.emit(start, end, .word)
      return
    }
    // ICU calls a word that ends in a digit a number.
    guard (mark..<end).allSatisfy({ isDigit(text[$0]) || UnitClasses.isSeparator(text[$0]) }) else {
      GluedWords.split(start, end, in: &context)
      return
    }
    guard isDecimalMark(text[mark]) else {
      splitOtherwise(start, end, in: &context)
      return
    }
    switch shape(start, end, firstMark: mark, text) {
    case .decimal:
      context.emit(start, end, .number, keeping: .dots)
    case .groupOrDecimal:
      context.emit(start, end, .whole)
      context.emit(start, end, .number, keeping: .dots)
    case .groups(let integerEnd):
      if integerEnd < end { context.emit(start, integerEnd, .whole) }
      context.emit(start, end, .number, keeping: integerEnd < end ? .decimal : .letters)
    case .list:
      context.emit(start, end, .whole, keeping: .dots)
      splitOtherwise(start, end, in: &context)
    }
  }

  private enum Shape {
    /// `9,99`
    case decimal
    /// `3,000`: three thousand in English, three in French.
    case groupOrDecimal
    /// `1,234,567`, `12,500.50`
    case groups(integerEnd: Int)
    /// `12.07.2021`, `192.168.0.1`
    case list
  }

  private static func shape(_ start: Int, _ end: Int, firstMark: Int, _ text: UnsafeBufferPointer<UInt16>) -> Shape {
    var groupEnd = firstMark
    while groupEnd + 4 <= end, firstMark - start <= 3, text[groupEnd] == text[firstMark],
      areDigits(groupEnd + 1, groupEnd + 4, text), groupEnd + 4 == end || !isDigit(text[groupEnd + 4])
    {
      groupEnd += 4
    }
    if groupEnd == end { return groupEnd - firstMark == 4 ? .groupOrDecimal : .groups(integerEnd: end) }
    if groupEnd > firstMark, text[groupEnd] != text[firstMark], areDecimals(groupEnd, end, text) {
      return .groups(integerEnd: groupEnd)
    }
    return areDecimals(firstMark, end, text) ? .decimal : .list
  }

  /// Dates, sections, and whatever else UAX #29 joins.
  private static func splitOtherwise(_ start: Int, _ end: Int, in context: inout RepairContext) {
    let text = context.text
    var partStart = start
    for i in start...end where i == end || UnitClasses.isSeparator(text[i]) {
      context.emit(partStart, i, .word)
      partStart = i + 1
    }
  }

  static func isDecimalMark(_ unit: UInt16) -> Bool { unit == 0x2E || unit == 0x2C }

  private static func areDigits(_ start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt16>) -> Bool {
    (start..<end).allSatisfy { isDigit(text[$0]) }
  }

  private static func areDecimals(_ start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt16>) -> Bool {
    end - start > 1 && isDecimalMark(text[start]) && areDigits(start + 1, end, text)
  }
}
