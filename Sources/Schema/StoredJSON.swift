import Debates
import Foundation

/// JSON as it is stored: keys sorted, so that equal content is equal bytes.
public enum StoredJSON {
  /// - Throws: `EncodingError`, for a number that JSON has no form for.
  public static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  /// - Throws: `DecodingError`.
  public static func decode<Value: Decodable>(_ type: Value.Type, from bytes: some Collection<UInt8>) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }

  /// JSON of an object with a checksum of the rest as its first key, which ``isIntact(_:)`` looks at and decoding
  /// passes over: Xapian's own files have none.
  ///
  /// - Throws: `EncodingError`, for a number that JSON has no form for.
  public static func sealed(_ object: some Encodable) throws -> [UInt8] {
    let rest = try encode(object).dropFirst()
    return seal(rest) + rest
  }

  /// Whether bytes are as ``sealed(_:)`` made them.
  public static func isIntact(_ bytes: [UInt8]) -> Bool {
    let rest = bytes.dropFirst(sealBytes)
    return bytes.starts(with: seal(rest))
  }

  private static func seal(_ rest: ArraySlice<UInt8>) -> [UInt8] {
    let checksum = String(rest.withUnsafeBytes { ShortHash.of($0, seed: 0) }, radix: 16)
    return Array(#"{"checksum":"\#(String(repeating: "0", count: 16 - checksum.count))\#(checksum)","#.utf8)
  }

  private static let sealBytes = seal([]).count
}
