import CICU

/// Folding: NFKC case fold, ligatures and barred letters spelled out, combining marks dropped, so that `Métiers`,
/// `METIERS` and `me´tiers` are one term. Folding twice changes nothing.
///
/// Source: Unicode Standard Annex #15 (normalization forms), NFKC_Casefold of Unicode section 3.13. The letters of
/// `spelledOut` have no decomposition in Unicode; they are folded as they are typed on a keyboard without them.
struct Folder {
  /// What to keep of a piece besides its letters and digits.
  enum Keeping {
    /// Letters and digits only: apostrophes, hyphens, dots and spaces inside a word are dropped.
    case letters
    /// Also `-`, `.`, and `,` as `.`: decimal numbers and host names.
    case dots
    /// Also the last of `.` and `,`, as `.`: a number whose groups are marked.
    case decimal
    /// Also `@`, `.`, `-`, `_` and `+`: e-mail addresses.
    case address
    /// Also a first `@` or `#`, and `_`.
    case sigil
    /// Everything: a symbol is its own term.
    case everything
  }

  /// For each unit below `tableSize`: 0, 1 or 2 ASCII bytes, the second in the high byte; `slow` where ICU is asked.
  private let table: [UInt16]
  private static let tableSize = 0x250
  private static let slow: UInt16 = 0xFFFF

  private static let spelledOut: [UInt16: String] = [
    0x153: "oe", 0xE6: "ae", 0xF8: "o", 0x142: "l", 0x111: "d", 0xF0: "d", 0xFE: "th", 0x127: "h", 0x131: "i",
    0x167: "t",
  ]

  init() {
    var table = [UInt16](repeating: Folder.slow, count: Folder.tableSize)
    var folded: [UInt8] = []
    for unit in 0..<UInt16(Folder.tableSize) {
      folded.removeAll()
      Folder.foldWithICU([unit], keeping: .everything, into: &folded)
      guard folded.count <= 2, folded.allSatisfy({ $0 < 0x80 }) else { continue }
      table[Int(unit)] = folded.enumerated().reduce(0) { $0 | UInt16($1.element) << (8 * $1.offset) }
    }
    self.table = table
  }

  /// Appends the folded UTF-8 of a piece of text, at most `limit` bytes, cut on a character's boundary.
  func fold(
    _ text: UnsafeBufferPointer<UInt16>, _ range: Range<Int>, keeping: Keeping, limit: Int, into output: inout [UInt8]
  ) {
    let start = output.count
    for i in range {
      let unit = text[i]
      guard unit < Folder.tableSize else {
        if Folder.isDropped(unit) { continue }
        output.removeSubrange(start...)
        foldSlowly(text, range, keeping: keeping, into: &output)
        break
      }
      let entry = table[Int(unit)]
      let first = UInt8(truncatingIfNeeded: entry)
      if isAlphanumeric(first) {
        output.append(first)
        if entry > 0xFF { output.append(UInt8(entry >> 8)) }
        if output.count - start >= limit { break }
      } else if entry == Folder.slow {
        output.removeSubrange(start...)
        foldSlowly(text, range, keeping: keeping, into: &output)
        break
      } else if first != 0 {
        if keeping == .decimal, isDecimalMark(first), isLastMark(i, in: range, text) {
          output.append(0x2E)
        } else if let kept = Folder.kept(first, keeping, isFirst: output.count == start) {
          output.append(kept)
        }
      }
    }
    if output.count - start > limit {
      var end = start + limit
      while end > start, output[end] & 0xC0 == 0x80 { end -= 1 }
      output.removeSubrange(end...)
    }
  }

  private static func isDropped(_ unit: UInt16) -> Bool {
    isCombining(unit) || isApostrophe(unit) || isHyphen(unit) || isInvisible(unit) || isMiddleDot(unit)
  }

  private func isDecimalMark(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2C }

  private func isLastMark(_ i: Int, in range: Range<Int>, _ text: UnsafeBufferPointer<UInt16>) -> Bool {
    !(i + 1..<range.upperBound).contains { text[$0] == 0x2E || text[$0] == 0x2C }
  }

  private func foldSlowly(
    _ text: UnsafeBufferPointer<UInt16>, _ range: Range<Int>, keeping: Keeping, into output: inout [UInt8]
  ) {
    // The bound keeps a hostile piece (a megabyte of one word) from being normalized whole.
    var end = min(range.upperBound, range.lowerBound + Folder.slowLimit)
    if end < range.upperBound, text[end - 1] & 0xFC00 == 0xD800 { end -= 1 }
    Folder.foldWithICU(Array(text[range.lowerBound..<end]), keeping: keeping, into: &output)
  }

  private static let slowLimit = 512

  private static func foldWithICU(_ units: [UInt16], keeping: Keeping, into output: inout [UInt8]) {
    let folded = transform(transform(units, cicu_nfkc_casefold), cicu_decompose)
    var kept: [UInt16] = []
    for unit in folded {
      if let letters = spelledOut[unit] {
        kept.append(contentsOf: letters.utf16)
      } else if unit < 0x80, !isAlphanumeric(UInt8(unit)) {
        if let byte = Folder.kept(UInt8(unit), keeping, isFirst: kept.isEmpty) { kept.append(UInt16(byte)) }
      } else if !isDropped(unit) {
        kept.append(unit)
      }
    }
    // Scripts whose letters are composed again (Hangul) have one spelling.
    let composed = transform(kept, cicu_nfkc_casefold)
    var bytes = [CChar](repeating: 0, count: composed.count * 3)
    let count = composed.withUnsafeBufferPointer { units in
      units.isEmpty ? 0 : cicu_utf8(units.baseAddress, Int32(units.count), &bytes)
    }
    for byte in bytes.prefix(max(0, Int(count))) { output.append(UInt8(bitPattern: byte)) }
  }

  private static func transform(
    _ units: [UInt16], _ form: (UnsafePointer<UInt16>?, Int32, UnsafeMutablePointer<UInt16>?, Int32) -> Int32
  ) -> [UInt16] {
    guard !units.isEmpty else { return [] }
    var result = [UInt16](repeating: 0, count: units.count * 3 + 16)
    for _ in 0..<2 {
      let needed = Int(form(units, Int32(units.count), &result, Int32(result.count)))
      guard needed >= 0 else { return units }
      if needed <= result.count { return Array(result.prefix(needed)) }
      result = [UInt16](repeating: 0, count: needed)
    }
    return units
  }

  private static func kept(_ byte: UInt8, _ keeping: Keeping, isFirst: Bool) -> UInt8? {
    switch keeping {
    case .letters, .decimal: nil
    case .dots: byte == 0x2E || byte == 0x2C ? 0x2E : byte == 0x2D ? 0x2D : nil
    case .address: byte == 0x40 || byte == 0x2E || byte == 0x2D || byte == 0x5F || byte == 0x2B ? byte : nil
    case .sigil: (isFirst && (byte == 0x40 || byte == 0x23)) || byte == 0x5F ? byte : nil
    case .everything: byte > 0x20 ? byte : nil
    }
  }
}
