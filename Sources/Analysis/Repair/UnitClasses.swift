/// What a unit may mean to the rules of repair, as bits, so that one pass over a word tells which rules it needs.
struct UnitClasses {
  static let upper: UInt8 = 1
  static let lower: UInt8 = 2
  static let digit: UInt8 = 4
  static let apostrophe: UInt8 = 8
  /// Joins words by the rules of UAX #29: full stop, comma, colon, underscore, middle dot and their kind.
  static let separator: UInt8 = 16

  private let table: [UInt8]

  init() {
    table = (0..<UInt16(0x250)).map { unit in
      (LatinCase.isUpper(unit) ? UnitClasses.upper : 0) | (LatinCase.isLower(unit) ? UnitClasses.lower : 0)
        | (isDigit(unit) ? UnitClasses.digit : 0) | UnitClasses.marks(unit)
    }
  }

  @inline(__always)
  subscript(unit: UInt16) -> UInt8 {
    Int(unit) < table.count ? table[Int(unit)] : unit < 0x300 ? UnitClasses.marks(unit) : UnitClasses.highMarks(unit)
  }

  @inline(__always)
  private static func highMarks(_ unit: UInt16) -> UInt8 {
    unit >= 0x2018 && unit <= 0x2032 || unit >= 0xFE00 ? marks(unit) : 0
  }

  private static func marks(_ unit: UInt16) -> UInt8 {
    (isApostrophe(unit) ? apostrophe : 0) | (isSeparator(unit) ? separator : 0)
  }

  /// Separators inside a segment. U+202F is none: `ExtraBoundaries` has cut there.
  static func isSeparator(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x5F, 0xB7, 0x2024, 0x2027, 0xFE13, 0xFE52, 0xFE55, 0xFF0E, 0xFF1A, 0xFF3F: true
    default: false
    }
  }
}
