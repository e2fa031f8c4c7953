import Foundation
import Testing

@testable import Debates

@Suite struct JSONParserTests {
  static func parse(_ json: String) throws -> JSONValue {
    var json = json
    return try json.withUTF8 { bytes in try JSONParser.parse(bytes, maximumDepth: 8) }
  }

  @Test(arguments: [
    (#""""#, ""), (#""a\"\\\/b""#, "a\"\\/b"), (#""\n\t\r""#, "\n\t\r"), (#""\u00e9\u00E9""#, "éé"),
    (#""\ud83d\ude42""#, "🙂"), (#""\ud83d""#, "\u{FFFD}"), (#""\ude42x""#, "\u{FFFD}x"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"), ("\"é🙂\u{1}\"", "é🙂\u{1}"), (#"  "x"  "#, "x"), (#""\u0000""#, "\u{0}"),
  ])
  func strings(json: String, text: String) throws {
    guard case .string(let found) = try Self.parse(json) else { throw CancellationError() }
    #expect(Array(found.utf8) == Array(text.utf8))
  }

  @Test(arguments: [("0", 0.0), ("-0.5", -0.5), ("12.25e2", 1225), ("1E-2", 0.01), ("123456789012", 123_456_789_012)])
  func numbers(json: String, number: Double) throws {
    guard case .number(let found) = try Self.parse(json) else { throw CancellationError() }
    #expect(found == number)
  }

  @Test(arguments: [
    "", "{", "[", "\"", "\"\\", "\"\\u12", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "[1,", "tru", "-",
  ])
  func cutShort(json: String) {
    let problem = #expect(throws: JSONParser.Problem.self) { try Self.parse(json) }
    #expect(problem?.offset == nil)
  }

  @Test(arguments: [
    ("{'a':1}", 1), ("{\"a\" 1}", 5), ("[1 2]", 3), ("[1,]", 3), ("{\"a\":1,}", 7), ("01", 1), ("1.x", 2), ("trux", 3),
    ("1e999 ", 0), ("NaN", 0), ("\"\\q\"", 2), ("\"\\u12g4\"", 5), ("[[[[[[[[[1]]]]]]]]]", 8), ("{} {}", 3), ("+1", 0),
  ])
  func wrong(json: String, offset: Int) {
    let problem = #expect(throws: JSONParser.Problem.self) { try Self.parse(json) }
    #expect(problem?.offset == offset)
  }

  /// Foundation's reader as the judge: whatever it accepts is accepted, and read the same.
  @Test func agreesWithFoundation() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let value = Self.random(&generator, depth: 0)
      let json = try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed])
      let found = try Self.parse(String(decoding: json, as: UTF8.self))
      #expect(Self.foundation(found) as? NSObject == value as? NSObject)
    }
  }

  private static func random(_ generator: inout SeededGenerator, depth: Int) -> Any {
    switch Int.random(in: 0..<(depth < 4 ? 6 : 4), using: &generator) {
    case 0: return NSNull()
    case 1: return Bool.random(using: &generator)
    case 2: return Double(Int.random(in: -1000...1000, using: &generator)) / 8
    case 3:
      return String(
        (0..<Int.random(in: 0..<9, using: &generator)).compactMap { _ in
          "aé\n\"\\/🙂\t\u{1}".randomElement(using: &generator)
        })
    case 4:
      return (0..<Int.random(in: 0..<4, using: &generator)).map { _ in random(&generator, depth: depth + 1) }
    default:
      return Dictionary(
        uniqueKeysWithValues: (0..<Int.random(in: 0..<4, using: &generator)).map {
          ("k\($0)", random(&generator, depth: depth + 1))
        })
    }
  }

  private static func foundation(_ value: JSONValue) -> Any {
    switch value {
    case .null: NSNull()
    case .bool(let flag): flag
    case .number(let number): number
    case .string(let text): text
    case .list(let values): values.map(foundation)
    case .object(let members):
      Dictionary(uniqueKeysWithValues: members.map { ($0.key, foundation($0.value)) })
    }
  }
}

/// The same numbers on each run, so that a failure can be looked at again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
