import Foundation

/// The names of months and days of the week in French and English, and words of dates taken apart.
public enum DateNames {
  private static let months: [String: Int] = {
    let names = [
      ["janvier", "january", "janv", "jan"], ["fevrier", "february", "fevr", "fev", "feb"],
      ["mars", "march", "mar"], ["avril", "april", "avr", "apr"], ["mai", "may"], ["juin", "june", "jun"],
      ["juillet", "july", "juil", "jul"], ["aout", "august", "aug"], ["septembre", "september", "sept", "sep"],
      ["octobre", "october", "oct"], ["novembre", "november", "nov"], ["decembre", "december", "dec"],
    ]
    return names.enumerated().reduce(into: [:]) { months, month in
      for name in month.element { months[name] = month.offset + 1 }
    }
  }()

  private static let days: Set<String> = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lun", "mer", "jeu", "ven", "sam", "dim",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun",
  ]

  /// The number of a month, by its name folded, in full or short.
  public static func month(_ name: String) -> Int? { months[name] }

  /// Whether a folded word names a day of the week.
  public static func isDay(_ name: String) -> Bool { days.contains(name) }

  /// A stretch of letters or of digits, or one other character; white space is left out.
  public enum Word: Equatable, Sendable {
    /// Folded: in lower case, without accents.
    case name(String)
    /// A number, and by how many digits it is written.
    case number(Int, digits: Int)
    /// Any other character.
    case sign(Character)
  }

  /// Characters of a text that are looked at.
  private static let maximumLength = 500

  /// The words of the beginning of a text; it may be of any length.
  public static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var rest = text.prefix(maximumLength)
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        if let number = Int(digits) { words.append(.number(number, digits: digits.count)) }
        rest = rest.dropFirst(digits.count)
      } else if first.isLetter {
        let letters = rest.prefix(while: \.isLetter)
        words.append(.name(letters.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)))
        rest = rest.dropFirst(letters.count)
      } else {
        if !first.isWhitespace { words.append(.sign(first)) }
        rest = rest.dropFirst()
      }
    }
    return words
  }
}
