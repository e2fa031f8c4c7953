import Debates

/// How a site writes its dates: `d MMMM yyyy`, `dd/MM/yyyy 'à' HH'h'mm`, or `ISO`.
///
/// Letters stand for parts as in Unicode's patterns (yyyy, M, MM, MMM, MMMM, d, dd, H, HH, h, hh, m, mm, s, ss, a,
/// E); text between apostrophes, and signs, stand for themselves; a space stands for any white space, or none. Names
/// of months and days are known in French and English, in full or short.
struct DatePattern: Sendable {
  private let parts: [Part]

  private enum Part: Equatable {
    case field(Character, count: Int)
    case sign(DateNames.Word)
  }

  private static let fields: Set<Character> = ["y", "M", "d", "H", "h", "m", "s", "a", "E"]

  /// Nil when the pattern has a letter that stands for nothing, or no year.
  init?(_ pattern: String) {
    if pattern == "ISO" {
      parts = []
      return
    }
    var parts: [Part] = []
    var rest = pattern[...]
    while let first = rest.first {
      if first == "'" {
        let literal = rest.dropFirst().prefix { $0 != "'" }
        guard literal.endIndex < rest.endIndex else { return nil }
        parts += DateNames.words(of: String(literal)).map(Part.sign)
        rest = rest[literal.endIndex...].dropFirst()
      } else if first.isLetter {
        guard Self.fields.contains(first) else { return nil }
        let run = rest.prefix { $0 == first }
        parts.append(.field(first, count: run.count))
        rest = rest.dropFirst(run.count)
      } else {
        parts += DateNames.words(of: String(first)).map(Part.sign)
        rest = rest.dropFirst()
      }
    }
    guard parts.contains(where: { if case .field("y", _) = $0 { true } else { false } }) else { return nil }
    self.parts = parts
  }

  /// The first date in a text that is written so, as ISO 8601; nil when there is none.
  func iso(in text: String) -> String? {
    guard !parts.isEmpty else { return WrittenDate.iso8601(in: text) }
    let words = DateNames.words(of: text)
    return words.indices.lazy.compactMap { match(words[$0...]) }.first
  }

  private func match(_ words: ArraySlice<DateNames.Word>) -> String? {
    var rest = words
    var values: [Character: Int] = [:]
    var half: String?
    for part in parts {
      switch part {
      case .sign(let sign): guard rest.popFirst() == sign else { return nil }
      case .field("a", _):
        guard case .name(let name) = rest.popFirst(), name == "am" || name == "pm" else { return nil }
        half = name
      case .field("E", _):
        guard case .name(let name) = rest.popFirst(), DateNames.isDay(name) else { return nil }
        if rest.first == .sign(".") { rest = rest.dropFirst() }
      case .field("M", let count) where count > 2:
        guard case .name(let name) = rest.popFirst(), let month = DateNames.month(name) else { return nil }
        values["M"] = month
        if rest.first == .sign(".") { rest = rest.dropFirst() }
      case .field(let letter, let count):
        guard case .number(let number, let digits) = rest.popFirst() else { return nil }
        guard letter == "y" ? digits == max(count, 2) : digits <= 2 else { return nil }
        // Of two digits, those of this century up to 69, as POSIX has it.
        values[letter] = letter == "y" && digits == 2 ? number + (number < 70 ? 2000 : 1900) : number
        if letter == "d", case .name(let suffix) = rest.first, ["er", "st", "nd", "rd", "th"].contains(suffix) {
          rest = rest.dropFirst()
        }
      }
    }
    guard let year = values["y"] else { return nil }
    return WrittenDate.iso(year: year, month: values["M"], day: values["d"], time: time(values, half))
  }

  private func time(_ values: [Character: Int], _ half: String?) -> (hour: Int, minute: Int, second: Int)? {
    let (minute, second) = (values["m"] ?? 0, values["s"] ?? 0)
    if let hour = values["H"] { return (hour, minute, second) }
    guard let hour = values["h"], (1...12).contains(hour) else { return nil }
    return (hour % 12 + (half == "pm" ? 12 : 0), minute, second)
  }
}

extension WrittenDate {
  /// The first ISO 8601 date among the words of a text.
  static func iso8601(in text: String) -> String? {
    if let moment = try? Moment(String(text[...].trimmed)) { return moment.text }
    return text.prefix(500).split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "(" })
      .lazy.compactMap { $0.count >= 4 ? (try? Moment($0))?.text : nil }.first
  }
}
