import Foundation

/// Days counted, for dates that are told by their distance from today.
extension Moment {
  /// The day of a number of days since 1970-01-01; nil outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    guard CivilDay.numbers.contains(dayNumber) else { return nil }
    self.init(knownDay: dayNumber)
  }

  /// The day that it is where the machine stands.
  public static var today: Moment {
    let now = Date()
    let seconds = now.timeIntervalSince1970 + Double(TimeZone.current.secondsFromGMT(for: now))
    let number = Int((seconds / 86_400).rounded(.down))
    // A clock may be set to anything.
    return Moment(knownDay: min(max(number, CivilDay.numbers.lowerBound), CivilDay.numbers.upperBound))
  }

  private init(knownDay number: Int) {
    let day = CivilDay.date(of: number)
    let parts = [MomentParts.digits(day.year, 4), MomentParts.digits(day.month, 2), MomentParts.digits(day.day, 2)]
    text = parts.joined(separator: "-")
    sortKey = parts.joined()
    lastSortKey = sortKey
    dayNumber = number
    secondsSinceEpoch = number * 86_400
  }
}
