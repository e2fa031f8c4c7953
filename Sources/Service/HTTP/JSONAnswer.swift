import Foundation

/// JSON as the service writes it: keys sorted, slashes as they are, on one line.
enum JSONAnswer {
  static let mediaType = "application/json; charset=utf-8"

  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return [UInt8](try encoder.encode(value))
  }
}
