/// Texts of dates.
struct DateWording: Sendable {
  /// Of the twelve months, in a date.
  let months: [String]
  /// Of the twelve months, for the narrow bars of a histogram.
  let shortMonths: [String]
  /// `3 March 2010`.
  let day: @Sendable (_ day: Int, _ month: String, _ year: String) -> String
  /// `March 2010`.
  let month: @Sendable (_ month: String, _ year: String) -> String
  /// `from 2009 to 2011`; either end may be open.
  let range: @Sendable (_ from: String?, _ to: String?) -> String

  /// A date of ISO 8601 as people write it, as precise as it is: a year, a month, a day. Its time of day is left out.
  /// What is no such date is given back.
  func text(_ date: String) -> String {
    let day = date.prefix { $0 != "T" && $0 != " " }
    let parts = day.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard (1...3).contains(parts.count), parts[0].count == 4, Int(parts[0]) != nil else { return date }
    if parts.count == 1 { return parts[0] }
    guard let number = Int(parts[1]), (1...12).contains(number) else { return date }
    if parts.count == 2 { return month(months[number - 1], parts[0]) }
    guard let dayOfMonth = Int(parts[2]), (1...31).contains(dayOfMonth) else { return date }
    return self.day(dayOfMonth, months[number - 1], parts[0])
  }
}
