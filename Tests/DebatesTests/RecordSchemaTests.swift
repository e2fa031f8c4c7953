import Foundation
import Testing

@testable import Debates

@Suite struct RecordSchemaTests {
  /// The published schema and the reader know the same keys.
  @Test func schemaKnowsTheKeysOfTheRecord() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(contentsOf: root.appendingPathComponent("Documentation/record.schema.json"))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(Debate.recordKeys))

    // A record that uses every key the schema names holds no unknown one.
    var record: [String: Any] = ["id": "a", "title": ""]
    for (key, value) in properties {
      let value = value as? [String: Any]
      if let members = value?["properties"] as? [String: Any] {
        record[key] = members.mapValues { _ in NSNull() }
      } else if let items = value?["items"] as? [String: Any], let members = items["properties"] as? [String: Any] {
        record[key] = [members.mapValues { _ in NSNull() }.merging(key == "speakers" ? ["name": "x"] : [:]) { $1 }]
      }
    }
    let decoded = try RecordDecoder().decode(JSONSerialization.data(withJSONObject: record))
    #expect(decoded.unknownKeys == [])
  }
}
