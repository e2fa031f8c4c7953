/// The line of a cue that says when it is shown.
struct CaptionTimes: Equatable {
  /// Milliseconds.
  let start: Int
  /// Milliseconds.
  let end: Int

  /// How a format writes its times.
  enum Style {
    /// `00:01.000 --> 00:02.000`, as the WebVTT parser algorithm has it; a comma passes for the point.
    case webVTT
    /// `0:00:01,000 --> 0:00:02,000`, any number of digits.
    case subRip
    /// `0:00:01.000,0:00:02.000`
    case subViewer
  }

  /// In plain words.
  struct Problem: Error, Equatable { let reason: String }

  /// Beyond it, hours in milliseconds are no number that can be held.
  static let maximumSeconds = Int.max / 3_600_000

  /// - Parameter maximumSeconds: the latest time that a record may hold.
  init(
    _ bytes: ArraySlice<UInt8>, style: Style, maximumSeconds: Int
  ) throws(Problem) {
    var scanner = Scanner(rest: bytes, style: style, maximumSeconds: min(maximumSeconds, Self.maximumSeconds))
    scanner.skipBlanks()
    start = try scanner.time("start")
    scanner.skipBlanks()
    if style == .subViewer {
      guard scanner.take(UInt8(ascii: ",")) else {
        throw Problem(reason: "expected a comma after the start; write the times as \(style.example)")
      }
    } else {
      guard scanner.take(UInt8(ascii: "-")), scanner.take(UInt8(ascii: "-")), scanner.take(UInt8(ascii: ">")) else {
        throw Problem(reason: "expected --> after the start; write the times as \(style.example)")
      }
    }
    scanner.skipBlanks()
    end = try scanner.time("end")
  }

  /// Reads from the left.
  private struct Scanner {
    var rest: ArraySlice<UInt8>
    let style: Style
    let maximumSeconds: Int

    /// Space, tab, form feed: what WebVTT calls white space.
    mutating func skipBlanks() {
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
    }

    mutating func take(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest = rest.dropFirst()
      return true
    }

    /// Digits and how many there are; nil when there is none. Stays at the largest number that can be.
    private mutating func number() -> (value: Int, digits: Int)? {
      var (value, digits) = (0, 0)
      while let byte = rest.first, (0x30...0x39).contains(byte) {
        let (product, isOver) = value.multipliedReportingOverflow(by: 10)
        value = isOver || product > Int.max - 9 ? Int.max / 16 : product + Int(byte - 0x30)
        digits += 1
        rest = rest.dropFirst()
      }
      return digits == 0 ? nil : (value, digits)
    }

    mutating func time(_ name: String) throws(Problem) -> Int {
      let malformed = Problem(reason: "the \(name) is not a time; write the times as \(style.example)")
      var parts: [(value: Int, digits: Int)] = []
      repeat {
        guard parts.count < 3, let part = number() else { throw malformed }
        parts.append(part)
      } while take(UInt8(ascii: ":"))
      guard parts.count >= 2, let milliseconds = milliseconds() else { throw malformed }
      let (minutes, seconds) = (parts[parts.count - 2], parts[parts.count - 1])
      guard style != .webVTT || (minutes.digits == 2 && seconds.digits == 2) else { throw malformed }
      guard minutes.value < 60, seconds.value < 60 else {
        throw Problem(reason: "the \(name) has more than 59 minutes or seconds; carry them over")
      }
      let hours = parts.count == 3 ? parts[0].value : 0
      let tooLate = Problem(
        reason: "the \(name) is over the limit of \(maximumSeconds) seconds (maximumSeconds); correct the time")
      guard hours <= maximumSeconds / 3600 else { throw tooLate }
      let time = ((hours * 60 + minutes.value) * 60 + seconds.value) * 1000 + milliseconds
      guard time <= maximumSeconds * 1000 else { throw tooLate }
      return time
    }

    /// The fraction, as thousandths; nil when it is malformed. SubRip may leave it out or be more exact.
    private mutating func milliseconds() -> Int? {
      let separator = rest.first
      guard separator == UInt8(ascii: ".") || (separator == UInt8(ascii: ",") && style != .subViewer) else {
        return style == .webVTT ? nil : 0
      }
      rest = rest.dropFirst()
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(digits.count)
      guard style == .webVTT ? digits.count == 3 : !digits.isEmpty else { return nil }
      var value = 0
      for place in 0..<3 {
        value = value * 10 + (place < digits.count ? Int(digits[digits.startIndex + place] - 0x30) : 0)
      }
      return value
    }
  }
}

extension CaptionTimes.Style {
  var example: String {
    switch self {
    case .webVTT: "00:00:01.000 --> 00:00:02.500"
    case .subRip: "00:00:01,000 --> 00:00:02,500"
    case .subViewer: "0:00:01.000,0:00:02.500"
    }
  }
}
