/// Words that white space was lost between (`notoriétéVa`, `NONUtilisateur`, `comptés.Le`), beside real CamelCase names
/// (`ReadWriteWeb`): the whole is a term, and so are its parts.
enum GluedWords {
  /// Emits a word without apostrophes, hyphens or spaces inside.
  static func split(_ start: Int, _ end: Int, in context: inout RepairContext) {
    let text = context.text
    var hasSeparator = false
    var hasBoundary = false
    var hasDigit = false
    var previous: UInt16 = 0
    for i in start..<end {
      let unit = text[i]
      if isSeparator(unit) { hasSeparator = true }
      if isDigit(unit) { hasDigit = true }
      if i > start, LatinCase.isUpper(unit) != LatinCase.isUpper(previous) { hasBoundary = true }
      previous = unit
    }
    if hasSeparator {
      splitAtSeparators(start, end, in: &context)
    } else if hasBoundary || hasDigit {
      splitAtCase(start, end, in: &context)
    } else {
      context.emit(start, end, .word)
    }
  }

  // MARK: Separators that UAX #29 keeps inside a word

  /// Full stop, colon, underscore, middle dot, narrow no-break space.
  private static func isSeparator(_ unit: UInt16) -> Bool {
    unit == 0x2E || unit == 0x3A || unit == 0x5F || unit == 0xB7 || unit == 0x202F || unit == 0x2027 || unit == 0x2024
  }

  /// The endings that inclusive writing joins by dots: `citoyen·ne·s`, `étudiant.e.s`.
  private static let inclusiveEndings = wordSet(
    "e s x es ne nes le les te tes ve ves se ses re res trice trices rice rices euse euses esse esses ere eres")

  private static func splitAtSeparators(_ start: Int, _ end: Int, in context: inout RepairContext) {
    let text = context.text
    var parts: [Range<Int>] = []
    var partStart = start
    for i in start...end where i == end || isSeparator(text[i]) {
      if partStart < i { parts.append(partStart..<i) }
      partStart = i + 1
    }
    guard let first = parts.first, let last = parts.last else { return }
    guard parts.count > 1 else {
      split(first.lowerBound, first.upperBound, in: &context)
      return
    }
    let separator = text[first.upperBound]
    let isDotted = separator == 0x2E || separator == 0xB7 || separator == 0x2027
    if isDotted, parts.allSatisfy({ $0.count == 1 }) {
      // An abbreviation: `P.S`, `U.S.A`.
      context.emit(first.lowerBound, last.upperBound, .word)
      return
    }
    if isDotted, first.count > 2, parts.dropFirst().allSatisfy({ isInclusive($0, context) }) {
      context.emit(first.lowerBound, last.upperBound, .whole)
      context.emit(first.lowerBound, first.upperBound, .word)
      return
    }
    let isHost = separator == 0x2E && parts.dropFirst().allSatisfy { LatinCase.isLower(text[$0.lowerBound]) }
    let isNumber = parts.contains { isDigit(text[$0.lowerBound]) } && separator == 0x2E
    if isHost || isNumber {
      context.emit(first.lowerBound, last.upperBound, .host)
    } else if separator == 0x5F {
      context.emit(first.lowerBound, last.upperBound, .whole)
    }
    for part in parts { split(part.lowerBound, part.upperBound, in: &context) }
  }

  private static func isInclusive(_ part: Range<Int>, _ context: RepairContext) -> Bool {
    context.isWord(part.lowerBound, part.upperBound, oneOf: inclusiveEndings, longest: 6)
  }

  // MARK: Case and digits

  private static func splitAtCase(_ start: Int, _ end: Int, in context: inout RepairContext) {
    var parts: [Range<Int>] = []
    var partStart = start
    var i = start + 1
    while i < end {
      if isBoundary(at: i, partStart: partStart, end: end, context.text) {
        parts.append(partStart..<i)
        partStart = i
      }
      i += 1
    }
    guard !parts.isEmpty else {
      context.emit(start, end, .word)
      return
    }
    parts.append(partStart..<end)
    context.emit(start, end, .whole)
    for part in parts { context.emit(part.lowerBound, part.upperBound, .word) }
  }

  /// A part has at least two letters before a change from lower to upper case, and three after a run of capitals, so
  /// that `iPhone`, `PhD` and `ONGs` stay whole.
  private static func isBoundary(
    at i: Int, partStart: Int, end: Int, _ text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    let before = text[i - 1]
    let unit = text[i]
    let length = i - partStart
    if LatinCase.isUpper(unit) {
      if LatinCase.isLower(before) { return length >= 2 && end - i >= 2 }
      if LatinCase.isUpper(before) {
        return length >= 2 && i + 1 < end && LatinCase.isLower(text[i + 1])
          && run(from: i + 1, end, text, LatinCase.isLower) >= 2
      }
    }
    if isDigit(before), LatinCase.isLetter(unit) {
      // `60K`, `238ROI`, but `1er`, `21st` and `2nd` stay whole.
      let letters = run(from: i, end, text, LatinCase.isLetter)
      return (letters == 1 || letters >= 3) && run(backFrom: i - 1, partStart, text) == length
    }
    if LatinCase.isLetter(before), isDigit(unit) { return length >= 3 }
    return false
  }

  private static func run(
    from i: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt16>, _ belongs: (UInt16) -> Bool
  ) -> Int {
    var j = i
    while j < end, belongs(text[j]) { j += 1 }
    return j - i
  }

  private static func run(backFrom i: Int, _ start: Int, _ text: UnsafeBufferPointer<UInt16>) -> Int {
    var j = i
    while j >= start, isDigit(text[j]) { j -= 1 }
    return i - j
  }
}
