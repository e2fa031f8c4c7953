import Debates

/// Dates as mail and RSS write them: `Wed, 02 Dec 2009 10:30:00 +0100`, and the ways in which they are miswritten.
///
/// Read by tables, not by a formatter: the order of day, month and year may vary, names may be whole or short, English
/// or French, and seconds, zone and weekday may be missing.
enum RFC822Date {
  /// Longer texts are no dates.
  private static let maximumBytes = 100

  private static let months: [String: Int] = [
    "jan": 1, "january": 1, "janv": 1, "janvier": 1, "feb": 2, "february": 2, "fev": 2, "fév": 2, "févr": 2,
    "fevr": 2, "février": 2, "fevrier": 2, "mar": 3, "march": 3, "mars": 3, "apr": 4, "april": 4, "avr": 4,
    "avril": 4, "may": 5, "mai": 5, "jun": 6, "june": 6, "juin": 6, "jul": 7, "july": 7, "juil": 7, "juill": 7,
    "juillet": 7, "aug": 8, "august": 8, "aoû": 8, "août": 8, "aout": 8, "sep": 9, "sept": 9, "september": 9,
    "septembre": 9, "oct": 10, "october": 10, "octobre": 10, "nov": 11, "november": 11, "novembre": 11, "dec": 12,
    "december": 12, "déc": 12, "décembre": 12, "decembre": 12,
  ]

  /// Minutes east of UTC. Names with several meanings (IST, AST) are left out: unknown zones count as UTC (RFC 5322,
  /// section 4.3), and so do the letters of military zones.
  private static let zones: [String: Int] = [
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "akst": -540, "akdt": -480, "hst": -600, "wet": 0, "west": 60, "bst": 60, "cet": 60, "met": 60, "mez": 60,
    "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "jst": 540, "aest": 600, "aedt": 660,
    "nzst": 720, "nzdt": 780,
  ]

  /// The date as ISO 8601; nil when the text is none.
  static func iso8601(_ text: String) -> String? {
    guard text.utf8.count <= maximumBytes else { return nil }
    var parts = Parts()
    for token in tokens(of: text) { parts.take(token) }
    return parts.iso8601
  }

  /// Words in lower case, without remarks in parentheses; a day written `02-Dec-09` is three words.
  private static func tokens(of text: String) -> [Substring] {
    let lowered = text.lowercased()[...]
    var plain = ""
    var depth = 0
    for character in lowered {
      switch character {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      default: if depth == 0 { plain.append(character) }
      }
    }
    return plain.split { $0.isWhitespace || $0 == "," || $0 == ";" }.flatMap { token -> [Substring] in
      let parts = token.split(separator: "-", omittingEmptySubsequences: false)
      return parts.count == 3 && months[word(parts[1])] != nil ? parts : [token]
    }
  }

  private static func word(_ token: Substring) -> String {
    String(token.last == "." ? token.dropLast() : token)
  }

  private struct Parts {
    private var day: Int?
    private var month: Int?
    private var year: Int?
    /// `10:30:00`
    private var time: String?
    private var zoneMinutes = 0

    mutating func take(_ token: Substring) {
      guard let first = token.first else { return }
      if first.isASCII, first.isNumber {
        if token.contains(":") { takeTime(token) } else { takeNumber(token) }
      } else if first == "+" || first == "-" {
        if time != nil { zoneMinutes = Self.minutes(ofOffset: token) ?? zoneMinutes }
      } else {
        takeWord(token)
      }
    }

    /// The last name of a month counts: French "mar." is Tuesday first.
    private mutating func takeWord(_ token: Substring) {
      let word = word(token)
      if let month = RFC822Date.months[word] {
        self.month = month
      } else if time != nil {
        let name = word.prefix { $0.isLetter }
        let offset = word.dropFirst(name.count)
        if let minutes = RFC822Date.zones[word] {
          zoneMinutes = minutes
        } else if ["gmt", "utc", "ut"].contains(name), let minutes = Self.minutes(ofOffset: offset) {
          zoneMinutes = minutes
        }
      }
    }

    private mutating func takeNumber(_ token: Substring) {
      // "1er", "2nd"
      let digits = token.prefix { $0.isASCII && $0.isNumber }
      guard digits.count <= 4, let value = Int(digits) else { return }
      if day == nil, digits.count <= 2 {
        day = value
      } else if year == nil {
        // RFC 5322, section 4.3.
        year = digits.count == 2 ? value + (value < 50 ? 2000 : 1900) : digits.count == 3 ? value + 1900 : value
      }
    }

    /// A time that no clock shows is left out; the day stands.
    private mutating func takeTime(_ token: Substring) {
      let parts = token.prefix { $0 != "." }.split(separator: ":", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { $0.count <= 2 ? Int($0) : nil }
      guard time == nil, numbers.count == parts.count, (2...3).contains(numbers.count) else { return }
      guard (0..<24).contains(numbers[0]), numbers.dropFirst().allSatisfy({ (0..<60).contains($0) }) else { return }
      time = numbers.map(Parts.twoDigits).joined(separator: ":") + (numbers.count == 2 ? ":00" : "")
    }

    /// `+0100`, `+01:00`, `-5`
    private static func minutes(ofOffset text: Substring) -> Int? {
      let sign = text.first == "-" ? -1 : 1
      guard text.first == "-" || text.first == "+" else { return nil }
      let digits = text.dropFirst().filter { $0 != ":" }
      guard (1...4).contains(digits.count), let value = Int(digits), value >= 0 else { return nil }
      let (hours, minutes) = digits.count <= 2 ? (value, 0) : (value / 100, value % 100)
      guard hours <= 14, minutes < 60 else { return nil }
      return sign * (hours * 60 + minutes)
    }

    private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    var iso8601: String? {
      guard let day, let month, let year, (1...9999).contains(year) else { return nil }
      let yearText = String(repeating: "0", count: 4 - String(year).count) + String(year)
      var text = "\(yearText)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
      if let time {
        let size = abs(zoneMinutes)
        let zone =
          zoneMinutes == 0
          ? "Z" : (zoneMinutes < 0 ? "-" : "+") + Self.twoDigits(size / 60) + ":" + Self.twoDigits(size % 60)
        text += "T\(time)\(zone)"
      }
      return (try? Moment(text))?.text
    }
  }
}
