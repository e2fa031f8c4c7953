/// E-mail addresses: `clerk@marlbrook.example` is itself, `clerk`, `marlbrook.example` and `marlbrook`.
enum EmailAddresses {
  /// The address around the `@` at `sign`, not before `bound`; nil when there is none.
  static func range(around sign: Int, notBefore bound: Int, _ text: UnsafeBufferPointer<UInt16>) -> Range<Int>? {
    var start = sign
    while start > bound, sign - start < longestLocal, isLocal(text[start - 1]) { start -= 1 }
    while start < sign, !isAsciiAlphanumeric(text[start]) { start += 1 }
    guard start < sign else { return nil }
    var end = sign + 1
    var dots = 0
    while end < text.count, end - sign <= longestDomain, isDomain(text[end]) {
      if text[end] == 0x2E { dots += 1 }
      end += 1
    }
    while end > sign + 1, !isAsciiAlphanumeric(text[end - 1]) {
      if text[end - 1] == 0x2E { dots -= 1 }
      end -= 1
    }
    guard dots > 0, isAsciiAlphanumeric(text[sign + 1]) else { return nil }
    return start..<end
  }

  /// RFC 5321, section 4.5.3.1.
  private static let longestLocal = 64
  private static let longestDomain = 255

  /// Emits the address, the words before its `@`, and its host.
  static func split(_ range: Range<Int>, in context: inout RepairContext) {
    context.emit(range.lowerBound, range.upperBound, .address, keeping: .address)
    let sign = range.first { context.text[$0] == 0x40 } ?? range.upperBound
    WebAddresses.split(words: range.lowerBound, sign, in: &context)
    WebAddresses.emitHost(sign + 1, range.upperBound, in: &context)
  }

  private static func isLocal(_ unit: UInt16) -> Bool {
    isAsciiAlphanumeric(unit) || unit == 0x2E || unit == 0x5F || unit == 0x2B || unit == 0x2D || unit == 0x25
  }

  private static func isDomain(_ unit: UInt16) -> Bool {
    isAsciiAlphanumeric(unit) || unit == 0x2E || unit == 0x2D
  }
}
