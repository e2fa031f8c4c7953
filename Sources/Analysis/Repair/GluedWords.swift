/// Words that white space was lost between (`notoriétéVa`, `NONUtilisateur`, `comptés.Le`), beside real CamelCase names
/// (`ReadWriteWeb`): the whole is a term, and so are its parts.
enum GluedWords {
  /// Emits a word of letters and digits, whatever else is inside.
  static func split(_ start: Int, _ end: Int, in context: inout RepairContext) {
    guard start < end else { return }
    let text = context.text
    let first = context.classes[text[start]]
    var inner: UInt8 = 0
    for i in start + 1..<end { inner |= context.classes[text[i]] }
    let seen = first | inner
    if seen & (UnitClasses.apostrophe | UnitClasses.separator | UnitClasses.digit) == 0,
      inner & UnitClasses.upper == 0 || seen & UnitClasses.lower == 0
    {
      context.emit(start, end, .word)
    } else if seen & UnitClasses.apostrophe != 0 {
      Elision.split(start, end, in: &context)
    } else if seen & UnitClasses.separator != 0 {
      splitAtSeparators(start, end, in: &context)
    } else {
      splitAtCase(start, end, hasDecimals: false, in: &context)
    }
  }

  // MARK: Separators that UAX #29 keeps inside a word

  private static func splitAtSeparators(_ start: Int, _ end: Int, in context: inout RepairContext) {
    let text = context.text
    var parts: [Range<Int>] = []
    var partStart = start
    var hasDecimals = false
    for i in start...end {
      if i < end {
        guard UnitClasses.isSeparator(text[i]) else { continue }
        if isDecimal(i, start, end, text) {
          hasDecimals = true
          continue
        }
      }
      if partStart < i { parts.append(partStart..<i) }
      partStart = i + 1
    }
    guard let first = parts.first, let last = parts.last else { return }
    guard parts.count > 1 else {
      splitAtCase(first.lowerBound, first.upperBound, hasDecimals: hasDecimals, in: &context)
      return
    }
    let separator = text[first.upperBound]
    if separator == 0x2E || isMiddleDot(separator), first.count > 1,
      parts.dropFirst().allSatisfy({ InclusiveWriting.isEnding($0, after: first, text) })
    {
      context.emit(first.lowerBound, last.upperBound, .whole)
      splitAtCase(first.lowerBound, first.upperBound, hasDecimals: false, in: &context)
      return
    }
    if separator == 0x2E, first.count <= 2, parts.dropFirst().allSatisfy({ $0.count == 1 }) {
      // An abbreviation: `P.S`, `U.S.A`, `Ph.D`.
      context.emit(first.lowerBound, last.upperBound, .word)
      return
    }
    if separator == 0x2E, last.count > 1, parts.dropFirst().allSatisfy({ LatinCase.isLower(text[$0.lowerBound]) }) {
      context.emit(first.lowerBound, last.upperBound, .host, keeping: .dots)
    } else if separator == 0x5F {
      context.emit(first.lowerBound, last.upperBound, .whole)
    }
    for part in parts { splitAtCase(part.lowerBound, part.upperBound, hasDecimals: hasDecimals, in: &context) }
  }

  private static func isDecimal(_ i: Int, _ start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt16>) -> Bool {
    Numbers.isDecimalMark(text[i]) && i > start && i + 1 < end && isDigit(text[i - 1]) && isDigit(text[i + 1])
  }

  // MARK: Case and digits

  private static func splitAtCase(_ start: Int, _ end: Int, hasDecimals: Bool, in context: inout RepairContext) {
    let text = context.text
    let keeping: Folder.Keeping = hasDecimals ? .dots : .letters
    var partStart = start
    var before = text[start]
    for i in start + 1..<end {
      let unit = text[i]
      if isCombining(unit) { continue }
      if isBoundary(at: i, before: before, partStart: partStart, start: start, end: end, text) {
        if partStart == start { context.emit(start, end, .whole, keeping: keeping) }
        emitPart(partStart, i, keeping, in: &context)
        partStart = i
      }
      before = unit
    }
    emitPart(partStart, end, keeping, in: &context)
  }

  private static func emitPart(_ start: Int, _ end: Int, _ keeping: Folder.Keeping, in context: inout RepairContext) {
    let isNumber = keeping == .dots && (start..<end).contains { Numbers.isDecimalMark(context.text[$0]) }
    context.emit(start, end, isNumber ? .number : .word, keeping: keeping)
  }

  /// A part has at least two letters before a change of case, so that `iPhone`, `PhD` and `ONGs` stay whole; numbers
  /// and units are parts (`60K`, `20h30`), `CO2` and `B2B` are not made of any.
  private static func isBoundary(
    at i: Int, before: UInt16, partStart: Int, start: Int, end: Int, _ text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    let unit = text[i]
    let length = i - partStart
    if LatinCase.isUpper(unit) {
      if LatinCase.isLower(before) {
        return length >= 2 && (hasLetter(after: i, end, text) || length >= 3 && isLoneWord(unit))
      }
      if LatinCase.isUpper(before) { return length >= 2 && smallLetters(from: i + 1, end, text) >= 2 }
    }
    if LatinCase.isLetter(unit), isDigit(before), isDigit(text[partStart]) {
      return !ordinals.contains(text, i, end)
    }
    if isDigit(unit), LatinCase.isLetter(before) { return length >= 3 || partStart > start }
    return false
  }

  /// `1er`, `2nd`, `21st`, `3ème` stay whole.
  private static let ordinals = ShortWords("er ers ere eres re res e es eme emes nd nde nds ndes de st rd th")

  /// French words of one letter that open a sentence.
  private static func isLoneWord(_ unit: UInt16) -> Bool { unit == 0x41 || unit == 0xC0 || unit == 0x59 }

  private static func hasLetter(after i: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt16>) -> Bool {
    var j = i + 1
    while j < end, isCombining(text[j]) { j += 1 }
    return j < end
  }

  private static func smallLetters(from i: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt16>) -> Int {
    var count = 0
    var j = i
    while j < end, count < 2 {
      if LatinCase.isLower(text[j]) { count += 1 } else if !isCombining(text[j]) { break }
      j += 1
    }
    return count
  }
}
