/// Texts of counts and durations.
struct CountWording: Sendable {
  /// A number as it is written: `12,500`.
  let number: @Sendable (Int) -> String
  let debates: @Sendable (Int) -> String
  let passages: @Sendable (Int) -> String
  let speakers: @Sendable (Int) -> String
  let expertises: @Sendable (Int) -> String
  let comments: @Sendable (Int) -> String
  let words: @Sendable (Int) -> String
  /// `3 passages in 2 debates`.
  let passagesInDebates: @Sendable (_ passages: Int, _ debates: Int) -> String
  /// `4 debates, 12 people`.
  let debatesAndSpeakers: @Sendable (_ debates: Int, _ speakers: Int) -> String
  /// Of a number of seconds: `1 h 12 min`.
  let duration: @Sendable (_ seconds: Int) -> String
  /// Names of figures, as headings above them.
  let debatesName: String
  let passagesName: String
  let speakersName: String
  let expertisesName: String
}

/// How a language writes whole numbers, and what it counts as one.
struct NumberStyle: Sendable {
  /// Between groups of three digits.
  let separator: String
  /// French counts 0 as one, English does not.
  let zeroIsSingular: Bool

  /// In groups of three digits.
  func digits(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    let groups = stride(from: digits.count, to: 0, by: -3).map { String(digits[max(0, $0 - 3)..<$0]) }
    return (number < 0 ? "\u{2212}" : "") + groups.reversed().joined(separator: separator)
  }

  /// The number with what it counts, on one line.
  func counted(_ number: Int, _ one: String, _ many: String) -> String {
    let isSingular = number == 1 || (number == 0 && zeroIsSingular)
    return "\(digits(number))\u{A0}\(isSingular ? one : many)"
  }
}

/// A second of a recording, as players show it: `0:34`, `1:02:03`.
enum Clock {
  /// - Parameter seconds: from the beginning.
  static func text(_ seconds: Int) -> String {
    let seconds = max(0, seconds)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
  }
}
