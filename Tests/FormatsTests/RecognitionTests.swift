import Foundation
import Testing

@testable import Formats

/// What a file is taken for, by its first bytes and its name.
@Suite struct RecognitionTests {
  @Test(arguments: [
    ("a.ndjson", "", "ndjson"),
    ("a.jsonl", "?", "ndjson"),
    ("a.json", "{}", "json"),
    ("export", "{\"id\":\"a\",\"title\":\"\"}\n{\"id\":\"b\"", "ndjson"),
    ("export.txt", " [\n{\"id\": \"a\", \"title\": \"b\"}]", "json"),
    ("one", "{\"id\":\"a\",\"title\":\"\"}", "json"),
    ("package", "{\"name\":\"x\"}\n{\"name\":\"y\"}", nil),
    ("notes.txt", "Rien de spécial.", nil),
    ("empty.txt", "", nil),
  ]) func recognised(file: String, head: String, format: String?) {
    let found = FormatRegistry.recognise(FileHead(bytes: Array(head.utf8), file: file))
    #expect(found?.name == format)
  }

  @Test(arguments: [
    ("<a/>", "a", nil), ("<?xml version='1.0'?>\n<!-- x > -->\n<!DOCTYPE a [<!ENTITY b '>'>]><a x='1'>", "a", nil),
    ("\u{FEFF}<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">", "TEI", "http://www.tei-c.org/ns/1.0"),
    ("<r:rss xmlns:r='u' version='2.0'>", "rss", "u"),
  ]) func roots(text: String, name: String, namespace: String?) {
    #expect(Reading.head(text).root == FileHead.Root(name: name, namespace: namespace))
  }

  @Test(arguments: ["", "text", "<", "<!-- open", "<!DOCTYPE a [", "< a>", "<1>"]) func noRoots(text: String) {
    #expect(Reading.head(text).root == nil)
  }

  @Test func utf16HeadsAreRead() {
    let bytes: [UInt8] = [0xFF, 0xFE] + "WEBVTT".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(FileHead(bytes: bytes, file: "a.vtt").text == "WEBVTT")
  }
}
