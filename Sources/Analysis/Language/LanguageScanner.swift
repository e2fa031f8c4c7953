/// Receives the character n-grams of a text, word by word.
package protocol LanguageGramSink {
  /// One character and up to three before it, oldest in the highest bits, six bits each.
  mutating func take(gram: UInt32)
  /// The word just taken stands.
  mutating func keepWord()
  /// The word just taken was the start of a URL or an address, and must not vote.
  mutating func dropWord()
}

/// Cuts UTF-16 text into the n-grams that the language model counts.
///
/// Training and identification both read text through this one function, so that they cannot differ.
package enum LanguageScanner {
  /// What was seen.
  package struct Summary {
    /// n-grams of words that stand.
    package var grams = 0
    /// Letters of other scripts.
    package var foreign = 0
  }

  /// Hands every n-gram to `sink` until `limit` of them, and letters of other scripts, were seen.
  ///
  /// Digits, punctuation and symbols are boundaries. URLs, e-mail addresses and `@mentions` are passed over.
  @inline(__always)
  package static func scan<Sink: LanguageGramSink>(
    _ units: UnsafeBufferPointer<UInt16>, table: UnsafePointer<UInt8>, limit: Int, into sink: inout Sink
  ) -> Summary {
    var summary = Summary()
    var index = 0
    var wordGrams = 0
    var gram = UInt32(LanguageAlphabet.boundary)
    let count = units.count
    while index < count, summary.grams &+ wordGrams &+ summary.foreign < limit {
      let unit = units[index]
      index &+= 1
      var code = unit < UInt16(LanguageAlphabet.tableSize) ? table[Int(unit)] : LanguageAlphabet.codeBeyondTable(unit)
      if index < count, units[index] &- LanguageAlphabet.firstMark < LanguageAlphabet.markCount,
        code > LanguageAlphabet.boundary
      {
        code = LanguageAlphabet.composed(code, with: units[index])
        index &+= 1
      }
      if code == LanguageAlphabet.apostrophe, !(wordGrams > 0 && isLetter(units, at: index, table)) {
        code = LanguageAlphabet.boundary
      }
      if code > LanguageAlphabet.boundary {
        gram = (gram << 6 | UInt32(code)) & 0xFF_FFFF
        sink.take(gram: gram)
        wordGrams &+= 1
        continue
      }
      if code == LanguageAlphabet.foreign { summary.foreign &+= 1 }
      if opensAddress(unit, units, at: index, after: gram) {
        sink.dropWord()
        while index < count, !isSpace(units[index]) { index &+= 1 }
      } else if wordGrams > 0 {
        sink.take(gram: (gram << 6 | UInt32(LanguageAlphabet.boundary)) & 0xFF_FFFF)
        sink.keepWord()
        summary.grams &+= wordGrams &+ 1
      }
      wordGrams = 0
      gram = UInt32(LanguageAlphabet.boundary)
    }
    if wordGrams > 0 {
      if summary.grams &+ wordGrams &+ summary.foreign < limit {
        sink.take(gram: (gram << 6 | UInt32(LanguageAlphabet.boundary)) & 0xFF_FFFF)
        wordGrams &+= 1
      }
      sink.keepWord()
      summary.grams &+= wordGrams
    }
    return summary
  }

  /// `://` after a scheme, `@` in or before a name, the dot of `www.`.
  @inline(__always)
  private static func opensAddress(
    _ unit: UInt16, _ units: UnsafeBufferPointer<UInt16>, at index: Int, after gram: UInt32
  ) -> Bool {
    switch unit {
    case 0x40: index < units.count && !isSpace(units[index])
    case 0x3A: index &+ 1 < units.count && units[index] == 0x2F && units[index &+ 1] == 0x2F
    case 0x2E: gram == threeWs
    default: false
    }
  }

  /// A boundary and `www`.
  private static let threeWs: UInt32 = 1 << 18 | 24 << 12 | 24 << 6 | 24

  @inline(__always)
  private static func isSpace(_ unit: UInt16) -> Bool {
    unit <= 0x20 || unit == 0xA0 || unit == 0x202F || unit == 0x2009
  }

  @inline(__always)
  private static func isLetter(
    _ units: UnsafeBufferPointer<UInt16>, at index: Int, _ table: UnsafePointer<UInt8>
  ) -> Bool {
    guard index < units.count, units[index] < UInt16(LanguageAlphabet.tableSize) else { return false }
    let code = table[Int(units[index])]
    return code > LanguageAlphabet.boundary && code != LanguageAlphabet.apostrophe
  }
}
