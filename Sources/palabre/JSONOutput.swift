import Foundation

/// JSON for machines on standard output: one object, keys sorted, slashes as they are.
enum JSONOutput {
  static func print(_ value: some Encodable, isPretty: Bool = true) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    encoder.dateEncodingStrategy = .iso8601
    try Output.write(try encoder.encode(value) + Data("\n".utf8))
  }
}
