import Analysis
import Debates

/// Periods told by their distance from today: `yesterday`, `cette semaine`, `last month`, `30 derniers jours`,
/// `2 years ago`.
///
/// Weeks begin on Monday. `last month` is the calendar month before this one, `2 years ago` the calendar year;
/// `last 30 days` are thirty days of which today is the last.
enum RelativeDate {
  private enum Unit { case day, week, month, year }

  private static let units: [String: Unit] = [
    "day": .day, "days": .day, "jour": .day, "jours": .day, "week": .week, "weeks": .week, "semaine": .week,
    "semaines": .week, "month": .month, "months": .month, "mois": .month, "year": .year, "years": .year, "an": .year,
    "ans": .year, "annee": .year, "annees": .year,
  ]
  private static let days: [[String]: Int] = [
    ["today"]: 0, ["aujourd", "hui"]: 0, ["aujourdhui"]: 0, ["yesterday"]: 1, ["hier"]: 1,
    ["avant", "hier"]: 2,
  ]
  private static let this: Set<String> = ["this", "current", "ce", "cet", "cette"]
  private static let last: Set<String> = ["last", "previous", "past", "dernier", "derniere", "passe", "passee"]
  private static let lasts: Set<String> = last.union(["derniers", "dernieres", "passes", "passees"])
  private static let articles: Set<String> = ["the", "le", "la", "les", "l", "des", "ces", "en", "a", "au", "ci"]
  private static let numbers: [String: Int] = {
    let names = [
      ["one", "un", "une"], ["two", "deux"], ["three", "trois"], ["four", "quatre"], ["five", "cinq"], ["six"],
      ["seven", "sept"], ["eight", "huit"], ["nine", "neuf"], ["ten", "dix"], ["eleven", "onze"], ["twelve", "douze"],
    ]
    return names.enumerated().reduce(into: [:]) { numbers, row in
      for name in row.element { numbers[name] = row.offset + 1 }
    }
  }()

  /// A century of days; who looks further back names the year.
  private static let maximumNumber = 36_525

  /// The folded words of a text, apart at hyphens, underscores and apostrophes.
  static func words(of text: String) -> [String] {
    FoldedKey.of(String(text.map { $0 == "_" ? " " : $0 })).split(separator: " ").map(String.init)
  }

  /// The days meant; nil when the text is no such period.
  static func range(_ text: String, _ today: Moment) -> DateRange? {
    let words = words(of: text)
    if let days = days[words] { return period(.day, ago: days, today) }
    if words.starts(with: ["il", "y", "a"]) { return ago(words.dropFirst(3), today) }
    if words.last == "ago" { return ago(words.dropLast(), today) }
    let said = words.filter { !articles.contains($0) }
    let unit = said.compactMap { units[$0] }
    guard unit.count == 1, let unit = unit.first else { return nil }
    if said.count == 2, said.contains(where: this.contains) { return period(unit, ago: 0, today) }
    if said.count == 2, said.contains(where: last.contains) { return period(unit, ago: 1, today) }
    guard said.count == 3, said.contains(where: lasts.contains), let count = said.compactMap(number).first, count > 0
    else { return nil }
    return latest(count, unit, today)
  }

  private static func number(_ word: String) -> Int? {
    numbers[word] ?? Int(word).flatMap { (0...maximumNumber).contains($0) ? $0 : nil }
  }

  private static func ago(_ words: ArraySlice<String>, _ today: Moment) -> DateRange? {
    guard words.count == 2, let first = words.first, let unit = words.last.flatMap({ units[$0] }),
      let count = first == "a" || first == "an" ? 1 : number(first)
    else { return nil }
    return period(unit, ago: count, today)
  }

  // MARK: The calendar

  /// The day, week, month or year that lies so many before today's.
  private static func period(_ unit: Unit, ago count: Int, _ today: Moment) -> DateRange? {
    switch unit {
    case .day: return Moment(dayNumber: today.dayNumber - count).map { DateRange(from: $0, to: $0) }
    case .week:
      // 1970-01-01 was a Thursday.
      let weekday = ((today.dayNumber + 3) % 7 + 7) % 7
      let monday = today.dayNumber - weekday - 7 * count
      guard let first = Moment(dayNumber: monday), let last = Moment(dayNumber: monday + 6) else { return nil }
      return DateRange(from: first, to: last)
    case .month: return month(today, before: count).map { DateRange(from: $0, to: $0) }
    case .year:
      return WrittenDate.iso(year: year(of: today) - count, month: nil, day: nil, time: nil)
        .flatMap { try? Moment($0) }.map { DateRange(from: $0, to: $0) }
    }
  }

  /// So many days, weeks, months or years, of which today is the last day.
  private static func latest(_ count: Int, _ unit: Unit, _ today: Moment) -> DateRange? {
    let before: Int?
    switch unit {
    case .day: before = today.dayNumber - count
    case .week: before = today.dayNumber - 7 * count
    case .month: before = sameDay(of: today, monthsBefore: count)
    case .year: before = sameDay(of: today, monthsBefore: 12 * count)
    }
    return before.flatMap { Moment(dayNumber: $0 + 1) }.map { DateRange(from: $0, to: today) }
  }

  /// The day of the same number in an earlier month, or the last of that month when it is shorter.
  private static func sameDay(of today: Moment, monthsBefore count: Int) -> Int? {
    guard let month = month(today, before: count), let last = month.lastDay, let day = Int(today.sortKey.suffix(2))
    else { return nil }
    return min(month.dayNumber + day - 1, last.dayNumber)
  }

  private static func month(_ today: Moment, before count: Int) -> Moment? {
    guard let number = Int(today.sortKey.dropFirst(4).prefix(2)) else { return nil }
    let months = year(of: today) * 12 + number - 1 - count
    guard months >= 12 else { return nil }
    return WrittenDate.iso(year: months / 12, month: months % 12 + 1, day: nil, time: nil).flatMap { try? Moment($0) }
  }

  private static func year(of today: Moment) -> Int { Int(today.sortKey.prefix(4)) ?? 0 }
}
