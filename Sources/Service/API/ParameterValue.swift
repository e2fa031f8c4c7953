/// What values a parameter takes: read by the parser of requests and by the OpenAPI document.
enum ParameterValue: Sendable, Equatable {
  /// Free text of at most so many characters; may be empty.
  case text(maximum: Int)
  /// A name, of 1 to so many characters.
  case name(maximum: Int)
  /// One of these.
  case choice([String])
  /// A number in a range.
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  /// `true` or `false`.
  case flag
  /// A day, month or year, as `DateExpression` understands them.
  case date

  /// What is wrong with a value, in words; nil for nothing.
  func problem(with text: String) -> String? {
    switch self {
    case .text(let maximum):
      text.unicodeScalars.count > maximum ? "longer than \(maximum) characters" : nil
    case .name(let maximum):
      text.isEmpty
        ? "empty; leave it out" : text.unicodeScalars.count > maximum ? "longer than \(maximum) characters" : nil
    case .choice(let choices): choices.contains(text) ? nil : "takes \(choices.joined(separator: ", "))"
    case .integer(let range):
      ParameterValue.integer(text).map(range.contains) == true
        ? nil : "takes a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number(let range):
      ParameterValue.number(text).map(range.contains) == true
        ? nil : "takes a number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: ["true", "false"].contains(text) ? nil : "takes true or false"
    case .date: DateParameter.range(text) == nil ? DateParameter.help : nil
    }
  }

  /// ASCII digits alone: `Int` would take `+1` and digits of other scripts are another number to a reader.
  static func integer(_ text: String) -> Int? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  static func number(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }
}
