import Debates
import Foundation
import Testing

@testable import Formats

@Suite struct HTMLPageFormatTests {
  @Test(arguments: [
    (#""French""#, "en"), (#""fr-FR""#, "fr"), (#"{"@type":"Language","name":"French","alternateName":"fr"}"#, "fr"),
  ])
  func languageOfLinkedData(value: String, language: String) throws {
    let json = #"{"@type":"Article","headline":"H","articleBody":"Some text.","inLanguage":\#(value)}"#
    let page = "<html lang=en><script type='application/ld+json'>\(json)</script></html>"
    let items = try Reading.items(HTMLPageFormat.self, Data(page.utf8))
    #expect(items.first?.debate?.language == language, "\(items.map(\.told))")
  }

  @Test func aCommentDoesNotAnswerItself() throws {
    let json = #"{"@type":"Question","name":"H","comment":{"@id":"c","text":"a","parentItem":{"@id":"c"}}}"#
    let page = "<html><script type='application/ld+json'>\(json)</script></html>"
    let items = try Reading.items(HTMLPageFormat.self, Data(page.utf8))
    #expect(items.first?.debate?.comments.map(\.id) == ["c"], "\(items.map(\.told))")
    #expect(items.first?.debate?.comments.map(\.parent) == [nil])
  }

  /// Layouts that hold the whole text, and are called by what stands beside it.
  @Test(arguments: [
    "<form id='aspnetForm'>", "<div class='no-sidebar'>", "<div id='page' class='site right-sidebar'>",
    "<div class='nav-open'><form>",
  ])
  func textInWhatIsCalledBoilerplate(layout: String) throws {
    let text = "The council argued for hours about the lanes along the river, and decided nothing at all."
    let page = """
      <html><div class="sidebar"><p>Buy our mugs.</p></div><form><p>Search here.</p></form>
      <div class="cookie-banner"><p>\(String(repeating: "We value your privacy. ", count: 20))</p></div>
      \(layout)<h1>Lanes</h1><p>\(text)</p><p>\(text)</p></html>
      """
    let items = try Reading.items(HTMLPageFormat.self, Data(page.utf8))
    #expect(items.first?.debate?.description == "\(text)\n\(text)", "\(items.map(\.told))")
  }

  @Test(arguments: [
    ("<!DOCTYPE html><p>", true), ("  <HTML>", true), ("<!-- saved --><html>", true), ("<head><title>x", true),
    ("<body>", true), ("<?xml version='1.0'?><rss></rss>", false), ("<?xml version='1.0'?><html xmlns='x'>", true),
    ("<p>html</p>", false), ("text <html>", false), ("{\"id\":\"<html\"}", false), ("<TEI>", false),
  ]) func recognisesByContent(text: String, isHTML: Bool) {
    #expect(HTMLPageFormat.recognises(Reading.head(text)) == isHTML)
  }

  static func told(_ page: String) throws -> [String] {
    try Reading.items(HTMLPageFormat.self, Data(page.utf8)).map(\.told)
  }

  @Test func cutShort() throws {
    #expect(
      try Self.told("<html><body><p>Un texte") == [
        "! made.file: cut short: <html> is not closed; save the page again, whole"
      ])
    #expect(try Self.told("<!doctype html><p>Un texte") == ["made made.file:0"])
  }

  @Test(arguments: [
    #"{"@type":"Article","author":"a@b.example","text":"x"}"#,
    #"[{"@type":["Event"],"performer":[{"name":"Ann"},null,3]}]"#,
    #"{"@type":"VideoObject","duration":"PT99999999999999999999H","transcript":"said"}"#, "[[[[]]]]", "12", "{",
    #"{"@type":"QAPage","mainEntity":{"@type":"Question","name":"q","suggestedAnswer":{"text":"a","comment":[{"text":"b"}]}}}"#,
  ]) func hostileJSON(json: String) throws {
    let page = "<html><script type='application/ld+json'>\(json)</script><p>Un texte assez long.</p></html>"
    let items = try Reading.items(HTMLPageFormat.self, Data(page.utf8))
    #expect(items.contains { $0.debate != nil } || items.contains { $0.told.hasPrefix("! ") })
    #expect(items.allSatisfy { $0.debate?.proposer == nil }, "an address is no name")
  }

  /// Truncations and flipped bytes of every fixture: something is always told, and nothing ends the program.
  @Test func brokenPages() throws {
    var random = Seeded(state: 20_091_202)
    let folder = FormatGoldenTests.folder + "/html"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".html") }.sorted()
    #expect(names.count >= 8)
    for name in names {
      let whole = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      for _ in 0..<40 {
        var bytes = whole.prefix(Int.random(in: 0...whole.count, using: &random))
        for _ in 0..<Int.random(in: 0...20, using: &random) where !bytes.isEmpty {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        #expect(try !Reading.items(HTMLPageFormat.self, bytes, file: name).isEmpty)
      }
    }
  }

  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
