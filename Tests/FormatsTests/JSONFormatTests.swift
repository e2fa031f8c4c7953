import Debates
import Foundation
import Testing

@testable import Formats

@Suite struct JSONFormatTests {
  /// What a document gives, one word an item: an id, `-id` for a deletion, `line!` for a refusal.
  static func told(_ json: String) -> [String] {
    JSONFormat.decode(Data(json.utf8), file: "a.json", line: nil, limits: RecordLimits()).map { item in
      switch item {
      case .debate(let debate, _, _): debate.id
      case .deletion(let id, _, _): "-" + id
      case .refused(let error): "\(error.line ?? 0)!"
      case .notice(let notice): "?\(notice.field ?? "")"
      }
    }
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
    ("[]", []),
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
  func readsDocuments(json: String, items: [String]) {
    #expect(Self.told(json) == items)
  }
}
