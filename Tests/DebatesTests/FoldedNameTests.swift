import Testing

@testable import Debates

@Suite struct FoldedNameTests {
  @Test(arguments: [
    ("François DENIEUL", "francois-denieul"), ("  Cyril   COHEN ", "cyril-cohen"), ("President.", "president"),
    ("Jean-Luc d’Arc", "jean-luc-d-arc"), ("Jean-Luc d'Arc", "jean-luc-d-arc"), ("BASCUÑANA", "bascunana"),
    ("e\u{301}tienne", "etienne"), ("Étienne", "etienne"), ("Zoé\u{A0}Martin", "zoe-martin"), ("user_42", "user-42"),
    ("Λένα", "λενα"), ("王小明", "王小明"), ("???", "???"), (" ? ! ", "?-!"), ("", ""),
  ])
  func makesIDs(name: String, id: String) {
    #expect(FoldedName.id(of: name) == id)
  }

  /// A record refuses longer ids, and would not be read again.
  @Test func idsStayWithinTheirLimit() {
    let limit = RecordLimits().maximumIDBytes
    #expect(FoldedName.id(of: String(repeating: "λ", count: limit)) == String(repeating: "λ", count: limit / 2))
    #expect(FoldedName.id(of: "a" + String(repeating: "λ", count: limit)).utf8.count == limit - 1)
    #expect(FoldedName.id(of: String(repeating: "?", count: limit + 1)).utf8.count == limit)
  }
}
