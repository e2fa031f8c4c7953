/// URLs by host and path words: `http://www.a-b.org/les-metiers?x=1` is `a-b.org`, `a`, `b`, `les`, `metiers`.
enum WebAddresses {
  /// What was found: a URL, or an e-mail address.
  struct Address {
    var range: Range<Int>
    var isEmail: Bool
  }

  /// The URLs and e-mail addresses of a text in order, a URL from its scheme (or `www.`) to its last character that is
  /// not punctuation.
  static func find(in text: UnsafeBufferPointer<UInt16>, into addresses: inout [Address]) {
    addresses.removeAll(keepingCapacity: true)
    var i = 0
    let count = text.count
    while i < count {
      guard text[i] == 0x3A || text[i] == 0x2E || text[i] == 0x40 else {
        i += 1
        continue
      }
      if text[i] == 0x40,
        let range = EmailAddresses.range(around: i, notBefore: addresses.last?.range.upperBound ?? 0, text)
      {
        addresses.append(Address(range: range, isEmail: true))
        i = range.upperBound
        continue
      }
      var start: Int?
      if text[i] == 0x3A, i + 3 < count, text[i + 1] == 0x2F, text[i + 2] == 0x2F {
        start = schemeStart(before: i, text)
      } else if text[i] == 0x2E, i >= 3, i + 1 < count, isAsciiAlphanumeric(text[i + 1]),
        (i - 3..<i).allSatisfy({ text[$0] | 0x20 == 0x77 }), i == 3 || !isAsciiAlphanumeric(text[i - 4])
      {
        start = i - 3
      }
      guard let start else {
        i += 1
        continue
      }
      var end = i + 1
      while end < count, !endsAddress(text[end]) { end += 1 }
      while end > i + 1, isTrailing(text[end - 1]) { end -= 1 }
      addresses.append(Address(range: start..<end, isEmail: false))
      i = end
    }
  }

  private static func schemeStart(before colon: Int, _ text: UnsafeBufferPointer<UInt16>) -> Int? {
    for scheme in ["https", "http", "ftp"] {
      let start = colon - scheme.utf16.count
      if start >= 0, zip(start..<colon, scheme.utf16).allSatisfy({ text[$0] | 0x20 == $1 }) { return start }
    }
    return nil
  }

  private static func endsAddress(_ unit: UInt16) -> Bool {
    unit <= 0x20 || unit == 0x22 || unit == 0x3C || unit == 0x3E || unit == 0xAB || unit == 0xBB || unit == 0xA0
      || unit == 0x201C || unit == 0x201D || isGroupSpace(unit) || unit == 0x29 || unit == 0x5D
  }

  private static func isTrailing(_ unit: UInt16) -> Bool {
    isApostrophe(unit) || unit == 0x2E || unit == 0x2C || unit == 0x3B || unit == 0x3A || unit == 0x21
      || unit == 0x3F || unit == 0x2026
  }

  /// Emits the host and the words of the path and of the fragment. The query string is for machines and is left out.
  static func split(_ range: Range<Int>, in context: inout RepairContext) {
    let text = context.text
    var hostStart = range.lowerBound
    if let colon = range.first(where: { text[$0] == 0x3A || text[$0] == 0x2E }), text[colon] == 0x3A {
      hostStart = colon + 3
    }
    var pathStart = hostStart
    while pathStart < range.upperBound, !isHostEnd(text[pathStart]) { pathStart += 1 }
    emitHost(hostStart, pathStart, in: &context)
    var i = pathStart
    while i < range.upperBound, text[i] != 0x3F {
      if text[i] == 0x25, i + 2 < range.upperBound {
        i += 3
        continue
      }
      let wordStart = i
      while i < range.upperBound, isPathWord(text[i]) { i += 1 }
      if wordStart < i { GluedWords.split(wordStart, i, in: &context) } else { i += 1 }
    }
    if let fragment = (i..<max(i, range.upperBound)).first(where: { text[$0] == 0x23 }) {
      split(words: fragment + 1, range.upperBound, in: &context)
    }
  }

  /// Emits the words of a stretch of an address.
  static func split(words start: Int, _ end: Int, in context: inout RepairContext) {
    var i = start
    while i < end {
      let wordStart = i
      while i < end, isPathWord(context.text[i]) { i += 1 }
      if wordStart < i { GluedWords.split(wordStart, i, in: &context) } else { i += 1 }
    }
  }

  private static func isHostEnd(_ unit: UInt16) -> Bool { unit == 0x2F || unit == 0x3F || unit == 0x23 || unit == 0x3A }

  private static func isPathWord(_ unit: UInt16) -> Bool {
    isAsciiAlphanumeric(unit) || LatinCase.isLetter(unit)
      || unit >= 0x250 && !isApostrophe(unit) && !isHyphen(unit) && !isInvisible(unit)
  }

  /// Emits a host without its `www.`, and its labels.
  static func emitHost(_ start: Int, _ end: Int, in context: inout RepairContext) {
    var start = start
    let text = context.text
    if end - start > 4, (start..<start + 3).allSatisfy({ text[$0] | 0x20 == 0x77 }), text[start + 3] == 0x2E {
      start += 4
    }
    var labels: [Range<Int>] = []
    var labelStart = start
    for i in start...max(start, end) where i >= end || text[i] == 0x2E || text[i] == 0x2D {
      if labelStart < i { labels.append(labelStart..<i) }
      labelStart = i + 1
    }
    guard !labels.isEmpty else { return }
    context.emit(start, end, .host, keeping: .dots)
    // The last label is the top-level domain: it says little, and stands in the host's own term.
    for label in labels.count > 1 ? labels.dropLast() : labels[...] {
      context.emit(label.lowerBound, label.upperBound, .word)
    }
  }
}
