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
    Case(bytes: [0xFF, 0xFE, 0x65, 0, 0xE9, 0], text: "eé", encoding: "utf-16le"),
    Case(bytes: [0xFE, 0xFF, 0, 0x65, 0, 0xE9], text: "eé", encoding: "utf-16be"),
    Case(bytes: Array("WEBVTT\n".utf8).flatMap { [$0, 0] }, text: "WEBVTT\n", encoding: "utf-16le"),
    Case(bytes: [], text: "", encoding: "utf-8"),
    Case(bytes: [0xFF, 0xFE], text: "", encoding: "utf-16le"),
    Case(bytes: [0xFF, 0xFE, 0x65], text: "", encoding: "utf-16le"),
  ]

  @Test(arguments: cases) func decodes(_ test: Case) {
    let decoding = TextDecoding(Data(test.bytes), declared: test.declared)
    #expect(decoding.text == test.text)
    #expect(decoding.encoding == test.encoding)
    #expect(decoding.mixedLine == test.mixedLine)
  }
}
