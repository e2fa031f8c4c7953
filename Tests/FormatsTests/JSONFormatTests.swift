import Debates
import Foundation
import Testing

@testable import Formats

@Suite struct JSONFormatTests {
  /// What a document gives, one word an item: an id, `-id` for a deletion, `line!` for a refusal.
  static func told(_ json: String) throws -> [String] {
    let folder = try SourceReaderTests.Folder(["a.json": json])
    let reader = try SourceReader(sources: [folder.path + "/a.json"])
    var told: [String] = []
    while let item = reader.next() {
      switch item {
      case .debate(let debate, _, _, _): told.append(debate.id)
      case .deletion(let id, _, _): told.append("-" + id)
      case .refused(let error): told.append("\(error.line ?? 0)!")
      case .notice(let notice): told.append("?\(notice.field ?? "")")
      }
    }
    return told
  }

  @Test(arguments: [
    (#"{"id":"a","title":""}"#, ["a"]),
    ("\u{FEFF}{\n\"id\":\"a\",\n\"title\":\"x ] } \\\" [\"}\n", ["a"]),
    (#"[{"id":"a","title":""},{"id":"b","deleted":true}]"#, ["a", "-b"]),
    (
      "[\n{\"id\":\"a\",\"title\":\"\"},\n{\"id\":1},\n{\"id\":\"c\",\"title\":\"\",\"x\":0}\n]\n",
      ["a", "3!", "?x", "c"]
    ),
    ("{\"id\":\"a\",\"title\":\"\"}\n{\"id\":\"b\",\"title\":\"\"}", ["a", "b"]),
    ("[]", ["0!"]),
    ("", ["1!"]),
    (" \n ", ["2!"]),
    (#"{"id":"a","title":"#, ["1!"]),
    (#"[{"id":"a","title":""},"#, ["a", "1!"]),
    (#"[{"id":"a","title":""}"#, ["a", "1!"]),
    (#"[{"id":"a","title":""}] {}"#, ["a", "1!"]),
    ("nonsense", ["1!"]),
    ("]", ["1!"]),
    ("42", ["1!"]),
  ])
  func readsDocuments(json: String, items: [String]) throws {
    #expect(try Self.told(json) == items)
  }

  /// Each element is a piece of its own, so that threads can share a list and no more than a batch is held decoded.
  @Test func elementsAreHandedOnOneByOne() throws {
    let list = "[\n" + (0..<1000).map { SourceReaderTests.record("d\($0)") }.joined(separator: ",\n") + "\n]"
    let folder = try SourceReaderTests.Folder(["a.json": list])
    let reader = try SourceReader(sources: [folder.path])
    var lines: [Int?] = []
    while let raw = reader.nextRaw() {
      #expect(raw.byteCount < 30)
      lines.append(raw.line)
    }
    #expect(lines == (2...1001).map { $0 })
  }
}
