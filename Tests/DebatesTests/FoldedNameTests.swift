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
}
