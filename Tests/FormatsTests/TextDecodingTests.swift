import Foundation
import Testing

@testable import Formats

@Suite struct TextDecodingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    var declared: String?
    let text: String
    let encoding: String
    var mixedLine: Int?
    var testDescription: String { "\(encoding): \(text)" }
  }

  static let cases = [
    Case(bytes: Array("été".utf8), text: "été", encoding: "utf-8"),
    Case(bytes: [0xEF, 0xBB, 0xBF] + "été".utf8, text: "été", encoding: "utf-8"),
    Case(bytes: Array("été".utf8), declared: "ISO-8859-1", text: "été", encoding: "utf-8"),
    Case(bytes: [0xE9, 0x74, 0xE9], text: "été", encoding: "windows-1252"),
    Case(bytes: [0x6C, 0x92, 0x65, 0x20, 0x9C], declared: "iso-8859-1", text: "l’e œ", encoding: "windows-1252"),
    Case(bytes: [0xBD, 0x20, 0xA4], declared: "ISO-8859-15", text: "œ €", encoding: "iso-8859-15"),
    Case(
      bytes: Array("un été\nl".utf8) + [0x92] + "été".utf8, text: "un été\nl’été", encoding: "utf-8", mixedLine: 2),
    // What looks like UTF-8 and is not: an overlong slash, half of a surrogate pair, too great a number, a cut end.
    Case(bytes: "é".utf8 + [0xC0, 0xAF], declared: "utf-8", text: "éÀ¯", encoding: "utf-8", mixedLine: 1),
    Case(
      bytes: "é\n".utf8 + [0xED, 0xA0, 0x80], declared: "utf-8", text: "é\ní\u{A0}€", encoding: "utf-8", mixedLine: 2),
    Case(bytes: [0xF4, 0x90, 0x80, 0x80], declared: "utf-8", text: "ô\u{90}€€", encoding: "utf-8", mixedLine: 1),
    Case(bytes: "é€😀".utf8 + [0xF0, 0x9F], text: "é€😀ðŸ", encoding: "utf-8", mixedLine: 1),
    Case(bytes: [0xFF, 0xFE, 0x65, 0, 0xE9, 0], text: "eé", encoding: "utf-16le"),
    Case(bytes: [0xFE, 0xFF, 0, 0x65, 0, 0xE9], text: "eé", encoding: "utf-16be"),
    Case(bytes: Array("WEBVTT\n".utf8).flatMap { [$0, 0] }, text: "WEBVTT\n", encoding: "utf-16le"),
    Case(bytes: [], text: "", encoding: "utf-8"),
    Case(bytes: [0xFF, 0xFE], text: "", encoding: "utf-16le"),
    Case(bytes: [0xFF, 0xFE, 0x65], text: "", encoding: "utf-16le"),
  ]

  @Test(arguments: ["windows-1252", "utf-8", "iso-8859-15"]) func manyForeignBytes(declared: String) {
    let decoding = TextDecoding(Data([UInt8](repeating: 0xE9, count: 100_000) + [0x0A]), declared: declared)
    #expect(decoding.text == String(repeating: "é", count: 100_000) + "\n")
  }

  @Test(arguments: cases) func decodes(_ test: Case) {
    let decoding = TextDecoding(Data(test.bytes), declared: test.declared)
    #expect(decoding.text == test.text)
    #expect(decoding.encoding == test.encoding)
    #expect(decoding.mixedLine == test.mixedLine)
  }
}
