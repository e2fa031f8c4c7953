/// How many columns text takes on a terminal: two for the wide characters of East Asia and for emoji, however many
/// scalars these have, none for marks that stand on others and for what is not seen.
enum DisplayWidth {
  static func of(_ text: some StringProtocol) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.reduce(0) { $0 + of($1) }
  }

  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, first.value >= 0x80 || scalars.count > 1 else { return 1 }
    let asksForText = scalars.contains("\u{FE0E}")
    let asksForEmoji = scalars.contains("\u{FE0F}") && first.properties.isEmoji
    if asksForEmoji || first.properties.isEmojiPresentation && !asksForText { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    // A soft hyphen is drawn.
    case .format: return scalar == "\u{AD}" ? 1 : 0
    default: break
    }
    if vowelsAndFinals.contains(scalar.value) { return 0 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// Of Hangul written by letters: they join the consonant before them.
  private static let vowelsAndFinals: ClosedRange<UInt32> = 0x1160...0x11FF

  /// East Asian Width W and F of Unicode 16 (EastAsianWidth.txt), by blocks, without emoji.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
