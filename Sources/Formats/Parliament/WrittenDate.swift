import Debates

/// Days found in ids, file names and sentences.
enum WrittenDate {
  /// The first `2009-11-25` in a text that is a day of the calendar.
  static func iso(in text: String) -> String? {
    let bytes = Array(text.utf8.prefix(maximumLength))
    for start in bytes.indices where bytes.count - start >= 10 {
      if start > 0, isDigit(bytes[start - 1]) { continue }
      if start + 10 < bytes.count, isDigit(bytes[start + 10]) { continue }
      let candidate = bytes[start..<(start + 10)]
      let hasShape = candidate.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : isDigit(byte)
      }
      if hasShape, let day = day(String(decoding: candidate, as: UTF8.self)) { return day }
    }
    return nil
  }

  /// The day that `20241106140000000` begins with.
  static func compact(_ text: String) -> String? {
    let digits = Array(text.utf8.prefix(8))
    guard digits.count == 8, digits.allSatisfy(isDigit) else { return nil }
    let part = { (range: Range<Int>) in String(decoding: digits[range], as: UTF8.self) }
    return day("\(part(0..<4))-\(part(4..<6))-\(part(6..<8))")
  }

  /// The day of `Tuesday, January 27, 2026`, `27 January 2026` or `mardi 1er janvier 2026`.
  static func spelled(in text: String) -> String? {
    var numbers: [Int] = []
    var month: Int?
    for word in text.prefix(maximumLength).split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      if let number = Int(word.hasSuffix("er") ? word.dropLast(2) : word) {
        numbers.append(number)
      } else {
        month = month ?? months[word.lowercased()]
      }
    }
    guard let month, let year = numbers.first(where: { $0 > 31 }), let date = numbers.first(where: { $0 <= 31 })
    else { return nil }
    return iso(year: year, month: month, day: date)
  }

  /// A day by its numbers; nil when the calendar has none.
  static func iso(year: Int, month: Int, day: Int) -> String? {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let digits = { (number: Int, count: Int) in
      String(repeating: "0", count: max(0, count - String(number).count)) + String(number)
    }
    return self.day("\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))")
  }

  /// Dates stand near the beginning of what names something.
  private static let maximumLength = 1000

  private static let months: [String: Int] = {
    let names = [
      ["january", "janvier"], ["february", "février", "fevrier"], ["march", "mars"], ["april", "avril"],
      ["may", "mai"],
      ["june", "juin"], ["july", "juillet"], ["august", "août", "aout"], ["september", "septembre"],
      ["october", "octobre"], ["november", "novembre"], ["december", "décembre", "decembre"],
    ]
    var months: [String: Int] = [:]
    for (index, names) in names.enumerated() {
      for name in names { months[name] = index + 1 }
    }
    return months
  }()

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func day(_ text: String) -> String? { (try? Moment(text))?.text }
}
