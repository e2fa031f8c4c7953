/// The symbols that the language model counts: 26 letters, the apostrophe, 35 letters with marks, and the word boundary.
///
/// A code fits in six bits, so that up to four of them make a key of 24 bits without collision. Case is folded, accents
/// are kept (they tell languages apart), marks that only rarer languages use are dropped.
package enum LanguageAlphabet {
  /// Not a symbol: stands for nothing in a key, and for a letter of another script in `code(of:)`.
  package static let foreign: UInt8 = 0
  /// Start and end of a word.
  package static let boundary: UInt8 = 1
  /// `'`, `’` and `ʼ` between two letters.
  package static let apostrophe: UInt8 = 28
  /// The letters in code order, from code 2 on; the apostrophe stands at its place.
  package static let letters = Array("abcdefghijklmnopqrstuvwxyz'àâæçéèêëîïôœùûüäößáíóúñãõòășțąęłżåø".unicodeScalars)

  /// Letters written in another way, and letters whose mark the model does not tell apart.
  private static let variants: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("’", "'"), ("ʼ", "'"), ("ş", "ș"), ("ţ", "ț"), ("ð", "d"), ("ı", "i"), ("ÿ", "y"), ("ý", "y"), ("ì", "i"),
    ("ć", "c"), ("č", "c"), ("ń", "n"), ("ś", "s"), ("š", "s"), ("ź", "z"), ("ž", "z"), ("ő", "ö"), ("ű", "ü"),
    ("ě", "e"), ("ē", "e"), ("ė", "e"), ("ř", "r"), ("ů", "u"), ("ū", "u"), ("ā", "a"), ("ī", "i"), ("đ", "d"),
    ("ğ", "g"), ("ň", "n"), ("ď", "d"), ("ť", "t"), ("ķ", "k"), ("ļ", "l"), ("ņ", "n"), ("þ", "t"), ("ŀ", "l"),
  ]

  /// The first code unit that `table` does not hold.
  package static let tableSize = 0x250

  /// Code unit to code, below `tableSize`.
  package static let table: [UInt8] = {
    var table = [UInt8](repeating: boundary, count: tableSize)
    func set(_ scalar: Unicode.Scalar, _ code: UInt8) {
      if scalar.value < tableSize { table[Int(scalar.value)] = code }
      let upper = scalar.properties.uppercaseMapping.unicodeScalars
      if upper.count == 1, let capital = upper.first, capital.value < tableSize { table[Int(capital.value)] = code }
    }
    for (offset, letter) in letters.enumerated() { set(letter, UInt8(offset + 2)) }
    for (variant, letter) in variants { set(variant, table[Int(letter.value)]) }
    return table
  }()

  /// The code of a unit that `table` does not hold: letters of other scripts are `foreign`, the rest are boundaries.
  package static func codeBeyondTable(_ unit: UInt16) -> UInt8 {
    switch unit {
    case 0x2019, 0x02BC: apostrophe
    case 0x0250..<0x02B0, 0x0370..<0x1E00, 0x1E00..<0x2000: foreign
    case 0x2C00..<0x2E00, 0x2E80..<0x3000, 0x3040..<0xD800, 0xF900..<0xFE00, 0xFE70..<0xFF00, 0xFF66..<0xFFE0: foreign
    default: boundary
    }
  }

  /// Letters made of a base letter and a combining mark.
  private static let compositions: [(mark: UInt16, bases: String, letters: String)] = [
    (0x0300, "aeou", "àèòù"), (0x0301, "aeiou", "áéíóú"), (0x0302, "aeiou", "âêîôû"), (0x0303, "ano", "ãñõ"),
    (0x0306, "a", "ă"), (0x0307, "z", "ż"), (0x0308, "aeiou", "äëïöü"), (0x030A, "a", "å"), (0x0326, "st", "șț"),
    (0x0327, "cst", "çșț"), (0x0328, "ae", "ąę"),
  ]

  /// The first combining mark, and how many there are.
  package static let firstMark: UInt16 = 0x0300
  package static let markCount: UInt16 = 0x70

  private static let compositionTable: [UInt8] = {
    var composed = (0..<64).flatMap { [UInt8](repeating: UInt8($0), count: Int(markCount)) }
    for (mark, bases, letters) in compositions {
      for (base, letter) in zip(bases.unicodeScalars, letters.unicodeScalars) {
        composed[Int(table[Int(base.value)]) * Int(markCount) + Int(mark - firstMark)] = table[Int(letter.value)]
      }
    }
    return composed
  }()

  /// The code of a letter followed by a combining mark (decomposed text); a mark that makes no symbol is dropped.
  package static func composed(_ base: UInt8, with mark: UInt16) -> UInt8 {
    compositionTable[Int(base) * Int(markCount) + Int(mark - firstMark)]
  }

  /// The codes typed by somebody without accents: `é` gives `e`, `œ` gives `o` and `e`.
  package static func unaccented(_ code: UInt8) -> [UInt8] {
    guard code > apostrophe else { return [code] }
    let letter = letters[Int(code) - 2]
    let spelled = [("œ", "oe"), ("æ", "ae"), ("ß", "ss"), ("ł", "l"), ("ø", "o")] as [(Unicode.Scalar, String)]
    if let typed = spelled.first(where: { $0.0 == letter }) {
      return typed.1.unicodeScalars.map { table[Int($0.value)] }
    }
    for (_, bases, letters) in compositions {
      for (base, composed) in zip(bases.unicodeScalars, letters.unicodeScalars) where composed == letter {
        return [table[Int(base.value)]]
      }
    }
    return [code]
  }
}
