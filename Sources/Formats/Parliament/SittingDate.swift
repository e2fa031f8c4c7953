import Debates

/// Days as people write them in French and English: `mardi 29 janvier 2013`, `1er février 2013`, `10th June 2011`,
/// `February 1, 2013`, `30. 1. 2001`.
enum SittingDate {
  /// The first day that stands in a text, as ISO 8601; nil when there is none of the calendar.
  static func day(in text: String) -> String? {
    // Whoever writes a date writes it early; the rest of a long text is not looked at.
    let words = text.prefix(400).lowercased().split { !$0.isLetter && !$0.isNumber }
    for index in words.indices {
      if let month = months[words[index]] {
        if let day = iso(day: word(words, index - 1), month: month, year: word(words, index + 1)) { return day }
        if let day = iso(day: word(words, index + 1), month: month, year: word(words, index + 2)) { return day }
        // "the 3rd of June 2011"
        if word(words, index - 1) == "of",
          let day = iso(day: word(words, index - 2), month: month, year: word(words, index + 1))
        {
          return day
        }
      } else if let month = number(word(words, index + 1)), (1...12).contains(month), words[index].count <= 2,
        let day = iso(day: words[index], month: month, year: word(words, index + 2))
      {
        return day
      }
    }
    return nil
  }

  private static let months: [Substring: Int] = [
    "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8,
    "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12,
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
    "janv": 1, "févr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12, "jan": 1, "feb": 2, "mar": 3,
    "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "dec": 12,
  ]

  /// What follows the number of a day.
  private static let ordinals: Set<Substring> = ["er", "st", "nd", "rd", "th"]

  private static func word(_ words: [Substring], _ index: Int) -> Substring? {
    words.indices.contains(index) ? words[index] : nil
  }

  private static func number(_ word: Substring?) -> Int? {
    guard let word, word.count <= 4, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(word)
  }

  private static func iso(day: Substring?, month: Int, year: Substring?) -> String? {
    guard let day, let year, year.count == 4, let yearNumber = number(year) else { return nil }
    let digits = day.prefix { $0.isNumber }
    let rest = day.dropFirst(digits.count)
    guard rest.isEmpty || ordinals.contains(rest), digits.count <= 2, let dayNumber = number(digits) else { return nil }
    let text = "\(pad(yearNumber, 4))-\(pad(month, 2))-\(pad(dayNumber, 2))"
    return (try? Moment(text))?.text
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
