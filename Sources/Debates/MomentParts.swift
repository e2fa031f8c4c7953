/// The fields of an ISO 8601 text, before the calendar has its say.
struct MomentParts {
  private(set) var year = 0
  private(set) var month: Int?
  private(set) var day: Int?
  private(set) var secondsOfDay = 0
  /// Seconds east of UTC.
  private(set) var offset = 0
  private(set) var text = ""

  init(_ source: some StringProtocol) throws(MomentError) {
    var rest = Array(source.utf8)[...]
    let malformed = MomentError(
      reason: "\"\(source.prefix(40))\" is not a date; write 2009, 2009-12, 2009-12-02 or 2009-12-02T10:30:00Z")
    func number(_ count: Int) throws(MomentError) -> Int {
      guard rest.count >= count else { throw malformed }
      var value = 0
      for byte in rest.prefix(count) {
        guard (0x30...0x39).contains(byte) else { throw malformed }
        value = value * 10 + Int(byte - 0x30)
      }
      rest = rest.dropFirst(count)
      return value
    }
    func next(_ byte: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: byte) else { return false }
      rest = rest.dropFirst()
      return true
    }
    year = try number(4)
    guard year >= 1 else { throw MomentError(reason: "year 0 does not exist; years go from 0001 to 9999") }
    text = Self.digits(year, 4)
    guard next("-") else {
      guard rest.isEmpty else { throw malformed }
      return
    }
    let month = try number(2)
    self.month = month
    text += "-" + Self.digits(month, 2)
    guard next("-") else {
      guard rest.isEmpty else { throw malformed }
      return
    }
    let day = try number(2)
    self.day = day
    text += "-" + Self.digits(day, 2)
    guard !rest.isEmpty else { return }
    guard next("T") || next("t") || next(" ") else { throw malformed }

    let hour = try number(2)
    guard next(":") else { throw malformed }
    let minute = try number(2)
    var second = 0
    if next(":") {
      second = try number(2)
      if next(".") || next(",") {
        _ = try number(1)
        rest = rest.drop { (0x30...0x39).contains($0) }
      }
    }
    guard hour < 24, minute < 60, second <= 60 else {
      throw MomentError(reason: "\"\(source.prefix(40))\" has a time that no clock shows")
    }
    secondsOfDay = hour * 3600 + minute * 60 + second
    text += "T\(Self.digits(hour, 2)):\(Self.digits(minute, 2)):\(Self.digits(second, 2))"

    if rest.isEmpty || next("Z") || next("z") {
      text += "Z"
    } else {
      let sign = next("-") ? -1 : (next("+") ? 1 : 0)
      guard sign != 0 else { throw malformed }
      let hours = try number(2)
      _ = next(":")
      let minutes = rest.isEmpty ? 0 : try number(2)
      guard hours <= 18, minutes < 60 else { throw malformed }
      offset = sign * (hours * 3600 + minutes * 60)
      text += offset == 0 ? "Z" : "\(sign < 0 ? "-" : "+")\(Self.digits(hours, 2)):\(Self.digits(minutes, 2))"
    }
    guard rest.isEmpty else { throw malformed }
  }

  static func digits(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
