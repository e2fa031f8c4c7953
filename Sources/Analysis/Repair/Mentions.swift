/// Names and tags: `@vincent_b` is `@vincent_b`, `vincent` and `b`; `#vélo` is `#velo` and `velo`.
enum Mentions {
  /// Emits the mention that a segment is the name of, if a sign stands before it. `C#` and `a#b` are no tags; a name may
  /// be glued to what precedes its `@`.
  static func emit(_ start: Int, _ end: Int, in context: inout RepairContext) {
    guard start > 0 else { return }
    let text = context.text
    let sign = text[start - 1]
    guard sign == 0x40 || sign == 0x23 && (start == 1 || !isWordUnit(text[start - 2])) else { return }
    var nameEnd = start
    while nameEnd < end, !endsName(text[nameEnd]) { nameEnd += 1 }
    context.emit(start - 1, nameEnd, .mention, keeping: .sigil)
  }

  private static func endsName(_ unit: UInt16) -> Bool {
    isApostrophe(unit) || UnitClasses.isSeparator(unit) && unit != 0x5F
  }

  private static func isWordUnit(_ unit: UInt16) -> Bool { LatinCase.isLetter(unit) || isDigit(unit) }
}
