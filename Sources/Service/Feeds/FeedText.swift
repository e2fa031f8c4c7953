import Debates
import Foundation

/// Ids, dates and texts as feeds have them.
enum FeedText {
  /// An id that stays the same wherever the service runs: a UUID made of a name (RFC 9562, version 8).
  static func id(_ name: String) -> String {
    var hash = ContentHash()
    hash.update(name)
    var digits = Array(hash.hexadecimal.prefix(32))
    guard digits.count == 32 else { return "urn:uuid:00000000-0000-8000-8000-000000000000" }
    digits[12] = "8"
    digits[16] = "8"
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return "urn:uuid:" + groups.joined(separator: "-")
  }

  /// A date of ISO 8601, as precise as its source, as an instant (RFC 3339); nil for what is none.
  static func instant(_ date: String) -> String? {
    if date.contains("T") { return (try? Date(date, strategy: .iso8601)).map(instant) }
    let missing = ["", "-01-01", "-01", ""]
    let parts = date.split(separator: "-")
    guard (1...3).contains(parts.count), parts.allSatisfy({ Int($0) != nil }), parts[0].count == 4 else { return nil }
    return (try? Date(date + missing[parts.count] + "T00:00:00Z", strategy: .iso8601)).map(instant)
  }

  static func instant(_ date: Date) -> String { date.formatted(.iso8601) }

  /// Where nobody knows when.
  static let unknownInstant = "1970-01-01T00:00:00Z"

  /// Without what XML 1.0 cannot hold.
  static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          switch scalar.value {
          case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
          default: false
          }
        }))
  }
}
