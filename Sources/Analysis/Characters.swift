import CICU

// What a UTF-16 code unit is to the rules of repair. Units outside Latin are letters without case to these rules,
// which were written for French and English; folding and segmentation ask ICU about all scripts.

/// `'`, `’`, `‘`, `‛`, `ʼ`, `′` and `＇`: all are typed for an elision.
@inline(__always)
func isApostrophe(_ unit: UInt16) -> Bool {
  unit == 0x27 || unit == 0x2019 || unit == 0x2018 || unit == 0x201B || unit == 0x2BC || unit == 0x2032
    || unit == 0xFF07
}

/// The hyphens that join the parts of a compound: hyphen-minus, hyphen, non-breaking hyphen.
@inline(__always)
func isHyphen(_ unit: UInt16) -> Bool { unit == 0x2D || unit == 0x2010 || unit == 0x2011 }

/// The dots that join endings in inclusive writing, and letters in Catalan: middle dot, hyphenation point, bullets.
@inline(__always)
func isMiddleDot(_ unit: UInt16) -> Bool {
  unit == 0xB7 || unit == 0x2027 || unit == 0x2022 || unit == 0x2219 || unit == 0x22C5
}

/// The spaces that French typography puts inside a number: space, no-break, narrow no-break, thin.
@inline(__always)
func isGroupSpace(_ unit: UInt16) -> Bool { unit == 0x20 || unit == 0xA0 || unit == 0x202F || unit == 0x2009 }

/// Combining marks that folding drops: diacritics of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic.
/// Vowel signs of Indic scripts are letters to their readers and stay.
@inline(__always)
func isCombining(_ unit: UInt16) -> Bool {
  guard unit >= 0x300 else { return false }
  return unit <= 0x36F || (0x591...0x5C7).contains(unit) && unit != 0x5BE && unit != 0x5C0 && unit != 0x5C3
    || (0x64B...0x65F).contains(unit) || (0x1AB0...0x1AFF).contains(unit) || (0x1DC0...0x1DFF).contains(unit)
    || (0x20D0...0x20FF).contains(unit)
}

/// Soft hyphen, zero-width space and joiners, bidirectional marks, word joiner, BOM.
@inline(__always)
func isInvisible(_ unit: UInt16) -> Bool {
  unit == 0xAD || (0x200B...0x200F).contains(unit) || (0x202A...0x202F).contains(unit)
    || (0x2060...0x2064).contains(unit) || unit == 0xFEFF
}

@inline(__always)
func isDigit(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }

@inline(__always)
func isAlphanumeric(_ byte: UInt8) -> Bool {
  (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
}

@inline(__always)
func isAsciiAlphanumeric(_ unit: UInt16) -> Bool { unit < 0x80 && isAlphanumeric(UInt8(unit)) }

/// Upper and lower case of the Latin letters, from ICU, looked up once per unit below U+0250.
enum LatinCase {
  private static let table: [UInt8] = (0..<0x250).map { unit in
    cicu_is_upper(UInt32(unit)) != 0 ? 1 : cicu_is_lower(UInt32(unit)) != 0 ? 2 : 0
  }

  @inline(__always)
  static func isUpper(_ unit: UInt16) -> Bool {
    unit < 0x80 ? (unit >= 0x41 && unit <= 0x5A) : unit < 0x250 && table[Int(unit)] == 1
  }

  @inline(__always)
  static func isLower(_ unit: UInt16) -> Bool {
    unit < 0x80 ? (unit >= 0x61 && unit <= 0x7A) : unit < 0x250 && table[Int(unit)] == 2
  }

  @inline(__always)
  static func isLetter(_ unit: UInt16) -> Bool { isUpper(unit) || isLower(unit) }
}
