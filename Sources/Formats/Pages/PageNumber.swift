import Debates

/// Numbers and durations as pages write them.
enum PageNumber {
  /// The first number of a text; spaces, no-break ones too, may stand between its thousands: `1 250 spectateurs`.
  static func first(in text: String) -> Double? {
    guard let start = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
    var digits = start > text.startIndex && text[text.index(before: start)] == "-" ? "-" : ""
    var rest = text[start...].prefix(40)
    var hasPoint = false
    while let character = rest.popFirst() {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else if !hasPoint, character == "." || character == ",", rest.first.map({ $0.isASCII && $0.isNumber }) ?? false
      {
        // Three digits after a comma or a point are thousands: "1,250".
        let group = rest.prefix { $0.isASCII && $0.isNumber }
        if group.count == 3 { continue }
        hasPoint = true
        digits.append(".")
      } else if character.isWhitespace, rest.prefix(3).count(where: { $0.isASCII && $0.isNumber }) == 3 {
        continue
      } else {
        break
      }
    }
    guard let number = Double(digits), number.isFinite else { return nil }
    return number
  }

  /// A number as a count; nil when it is none.
  static func count(_ number: Double) -> Int? {
    guard let count = Int(exactly: number), (0...1_000_000_000_000).contains(count) else { return nil }
    return count
  }

  /// Seconds of `PT1H2M3S` (ISO 8601), `1:02:03`, `62:03` or `3723`.
  static func seconds(in text: String) -> Double? {
    let text = text[...].trimmed
    if text.first == "P" || text.first == "p" { return isoDuration(text.dropFirst()) }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var seconds = 0.0
    for part in parts {
      guard let number = Double(part.replacing(",", with: ".")), number.isFinite, number >= 0 else { return nil }
      seconds = seconds * 60 + number
    }
    return bounded(seconds)
  }

  /// What no recording lasts is a slip of somebody's, not a time.
  private static func bounded(_ seconds: Double) -> Double? {
    (0...Double(RecordLimits().maximumSeconds)).contains(seconds) ? seconds : nil
  }

  /// What follows the `P`; years and months, whose length is not known, are none.
  private static func isoDuration(_ text: Substring) -> Double? {
    var seconds = 0.0
    var isTime = false
    var digits = ""
    for character in text.uppercased() {
      switch character {
      case "T": isTime = true
      case "0"..."9", ".": digits.append(character)
      case ",": digits.append(".")
      default:
        let units: [Character: Double] = isTime ? ["H": 3600, "M": 60, "S": 1] : ["W": 604_800, "D": 86_400]
        guard let unit = units[character], let number = Double(digits) else { return nil }
        seconds += number * unit
        digits = ""
      }
    }
    return digits.isEmpty ? bounded(seconds) : nil
  }
}
