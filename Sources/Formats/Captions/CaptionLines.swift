/// Steps through the lines of a text: `\n`, `\r\n` and `\r` end one.
struct CaptionLines {
  /// One line, without its end.
  struct Line {
    let range: Range<Int>
    /// From 1.
    let number: Int
    /// Whether `-->` stands in it.
    let hasArrow: Bool
  }

  let bytes: [UInt8]
  private var position = 0
  private var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next line; nil at the end.
  mutating func next() -> Line? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    var hasArrow = false
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
      if bytes[end] == UInt8(ascii: ">"), end >= start + 2, bytes[end - 1] == UInt8(ascii: "-"),
        bytes[end - 2] == UInt8(ascii: "-")
      {
        hasArrow = true
      }
      end += 1
    }
    position = min(end + 1, bytes.count)
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { position += 1 }
    number += 1
    return Line(range: start..<end, number: number, hasArrow: hasArrow)
  }

  /// Makes the line that was read last the next one again.
  mutating func unread(_ line: Line) {
    position = line.range.lowerBound
    number = line.number - 1
  }

  /// The range without blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Whether there is nothing but digits in the range, and at least one.
  func isNumber(_ range: Range<Int>) -> Bool {
    !range.isEmpty && bytes[range].allSatisfy { (0x30...0x39).contains($0) }
  }
}
