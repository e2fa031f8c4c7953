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
}
