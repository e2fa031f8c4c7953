/// Finds the date in a text as people write it, in French or English: `lundi 2 décembre 2009 à 18h30`, `2 déc. 2009`,
/// `March 3rd, 2012`, `02/12/2009`; ISO 8601 as well.
public struct WrittenDate {
  private let words: [DateNames.Word]
  private let isDayFirst: Bool
  private var year = 0
  private var month = 0
  private var day: Int?
  /// Where the date's words end.
  private var end = 0

  /// The date as ISO 8601, never more precise than it is written; nil when there is none.
  ///
  /// - Parameter isDayFirst: whether `02/12/2009` is of December, as in French and British English.
  public static func iso(in text: String, isDayFirst: Bool = true) -> String? {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let moment = try? Moment(text) { return moment.text }
    var date = WrittenDate(words: DateNames.words(of: text), isDayFirst: isDayFirst)
    guard date.findsNamedMonth() || date.findsNumbers() else { return nil }
    return date.iso
  }

  private init(words: [DateNames.Word], isDayFirst: Bool) {
    self.words = words
    self.isDayFirst = isDayFirst
  }

  private var iso: String? {
    Self.iso(year: year, month: month, day: day, time: day == nil ? nil : time)
  }

  /// A date and the time of its day as ISO 8601; nil when the calendar has no such day.
  public static func iso(year: Int, month: Int?, day: Int?, time: (hour: Int, minute: Int, second: Int)?) -> String? {
    func digits(_ number: Int, _ width: Int = 2) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    var text = digits(year, 4)
    if let month {
      text += "-" + digits(month)
      if let day {
        text += "-" + digits(day)
        if let time { text += "T\(digits(time.hour)):\(digits(time.minute)):\(digits(time.second))" }
      }
    }
    return (try? Moment(text))?.text
  }

  // MARK: Words

  private func number(at index: Int, in range: ClosedRange<Int>) -> Int? {
    guard words.indices.contains(index), case .number(let number, _) = words[index], range.contains(number) else {
      return nil
    }
    return number
  }

  private func year(at index: Int) -> Int? {
    guard words.indices.contains(index), case .number(let number, digits: 4) = words[index] else { return nil }
    return number
  }

  private static let fillers: Set<String> = ["er", "st", "nd", "rd", "th", "of", "de", "the", "le"]

  /// Whether a word may stand between the parts of a date.
  private func isFiller(_ index: Int) -> Bool {
    guard words.indices.contains(index) else { return false }
    switch words[index] {
    case .name(let name): return Self.fillers.contains(name)
    case .sign(let sign): return sign == "." || sign == ","
    case .number: return false
    }
  }

  private mutating func findsNamedMonth() -> Bool {
    for (index, word) in words.enumerated() {
      guard case .name(let name) = word, let month = DateNames.month(name) else { continue }
      var before = index - 1
      while isFiller(before) { before -= 1 }
      var after = index + 1
      while isFiller(after) { after += 1 }
      var day = number(at: before, in: 1...31)
      if year(at: after) == nil, day == nil, let found = number(at: after, in: 1...31) {
        day = found
        after += 1
        while isFiller(after) { after += 1 }
      }
      guard let year = year(at: after) else { continue }
      (self.year, self.month, self.day, end) = (year, month, day, after + 1)
      return true
    }
    return false
  }

  /// Three numbers with one sign between them.
  private mutating func findsNumbers() -> Bool {
    for index in words.indices.dropLast(4) {
      guard case .sign(let sign) = words[index + 1], "/.-".contains(sign), words[index + 3] == .sign(sign) else {
        continue
      }
      if let year = year(at: index), let month = number(at: index + 2, in: 1...12),
        let day = number(at: index + 4, in: 1...31)
      {
        (self.year, self.month, self.day, end) = (year, month, day, index + 5)
        return true
      }
      guard let year = year(at: index + 4), let first = number(at: index, in: 1...31),
        let second = number(at: index + 2, in: 1...31)
      else { continue }
      // A month beyond 12 says that it is the day.
      let dayFirst = first > 12 || isDayFirst && second <= 12
      (self.year, month, day, end) = (year, dayFirst ? second : first, dayFirst ? first : second, index + 5)
      return true
    }
    return false
  }

  /// The time after the date, or before it: `18h30`, `18 h`, `18:30:05`, `6:30 pm`.
  private var time: (hour: Int, minute: Int, second: Int)? {
    for index in Array(words.indices.dropFirst(end)) + Array(words.indices.prefix(end)) {
      guard let hour = number(at: index, in: 0...23), index + 1 < words.count else { continue }
      switch words[index + 1] {
      case .name("h"): return (hour, number(at: index + 2, in: 0...59) ?? 0, 0)
      case .name("am"), .name("pm"):
        return onTwentyFourHours(hour, words[index + 1]).map { ($0, 0, 0) }
      case .sign(":"):
        guard let minute = number(at: index + 2, in: 0...59) else { continue }
        var second = 0
        var next = index + 3
        if words.indices.contains(next), words[next] == .sign(":") {
          second = number(at: next + 1, in: 0...59) ?? 0
          next += 2
        }
        let half = words.indices.contains(next) ? words[next] : nil
        return (onTwentyFourHours(hour, half) ?? hour, minute, second)
      default: continue
      }
    }
    return nil
  }

  private func onTwentyFourHours(_ hour: Int, _ half: DateNames.Word?) -> Int? {
    switch half {
    case .name("am") where (1...12).contains(hour): hour % 12
    case .name("pm") where (1...12).contains(hour): hour % 12 + 12
    default: nil
    }
  }
}
