import Foundation
import Testing

@testable import Formats

@Suite struct HTMLDocumentTests {
  static func found(_ xpath: String, in page: String) throws -> [String] {
    try HTMLDocument(Data(page.utf8)).evaluate(XPathExpression(xpath)).texts
  }

  @Test(arguments: [
    ("//p", "<p>Un<br>deux <b>trois</b></p><p>l&#8217;été&nbsp;!</p>", ["Un\ndeux trois", "l’été !"]),
    ("//div", "<div>a<script>var b</script><style>c</style><p>d\n  e</p>f</div>", ["a\nd e\nf"]),
    ("//a/@href", "<a href='/x?a=1&amp;b=2'>x</a>", ["/x?a=1&b=2"]),
    ("count(//p)", "<p>a<p>b<p>c", ["3"]),
    ("number('x')", "<p>", []),
  ]) func texts(xpath: String, page: String, expected: [String]) throws {
    #expect(try Self.found(xpath, in: page) == expected)
  }

  @Test(arguments: [
    ("//p[", "the XPath breaks off"), ("//p]", "not XPath from here on: ]"),
    ("foo(1)", "calls a function that XPath 1.0 does not have"), ("$x", "names a variable; there are none"),
    ("//x:p", "uses a prefix; HTML has no namespaces"),
    ("contains('a')", "gives a function too many arguments, or too few"),
  ]) func wrongXPath(xpath: String, reason: String) {
    #expect(throws: HTMLError(reason: reason)) { try XPathExpression(xpath) }
  }

  // MARK: Encodings

  @Test func latin1IsWindows1252() throws {
    let page = Data("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>l".utf8) + [0x92, 0xE9]
    let document = try HTMLDocument(page)
    #expect(try document.evaluate(XPathExpression("//p")).texts == ["l’é"])
    #expect(document.encodingProblem == nil)
  }

  @Test func utf8DeclaredAsLatin1() throws {
    let document = try HTMLDocument(Data("<meta charset=iso-8859-1><p>été".utf8))
    #expect(try document.evaluate(XPathExpression("//p")).texts == ["été"])
    #expect(document.encodingProblem?.reason == "the page says that it is iso-8859-1 and is not; read as utf-8")
  }

  @Test func windows1252DeclaredAsUTF8() throws {
    let document = try HTMLDocument(Data("<meta charset='UTF-8'>\n<p>".utf8) + [0xE9, 0x74, 0xE9])
    #expect(try document.evaluate(XPathExpression("//p")).texts == ["été"])
    #expect(
      document.encodingProblem?.reason == "line 2 holds bytes that are not utf-8 as the rest is; read as windows-1252")
  }

  @Test func nulIsASpace() throws {
    #expect(try Self.found("//p", in: "<p>a\u{0}b</p>") == ["a b"])
  }

  // MARK: Hostile pages

  @Test(arguments: [
    "<div>", "<b>", "<p>", "<table>", "<table><tr><td>", "<ul><li>", "<a href=x>", "<font>", "<select>", "<form>",
  ])
  func depthIsFlattened(tag: String) throws {
    let page = String(repeating: tag, count: 300_000) + "<p>le fond</p>" + String(repeating: "</i></b>", count: 100_000)
    let time = try ContinuousClock().measure {
      let document = try HTMLDocument(Data(page.utf8))
      let body = try document.evaluate(XPathExpression("//body")).texts
      #expect(body.first?.hasSuffix("le fond") ?? false, "\(tag)")
      let depth = try document.evaluate(XPathExpression("count(//p[. = 'le fond']/ancestor::*)")).texts
      #expect(Int(depth.first ?? "").map { $0 <= 210 } ?? false, "\(tag) \(depth)")
    }
    #expect(time < .seconds(30), "\(tag) takes \(time)")
  }

  @Test func attributesAreBounded() {
    let tag = "<p>x</p>\n<p" + (0..<1000).map { " a\($0)=1" }.joined() + ">"
    #expect(throws: HTMLError(reason: "a tag on line 2 has more than 256 attributes; mend the page")) {
      try HTMLDocument(Data(tag.utf8))
    }
    #expect(throws: Never.self) {
      try HTMLDocument(Data("<script>if (a <b \(String(repeating: "c ", count: 1000)))</script><p>x".utf8))
    }
  }

  /// What hides a tag from one who reads as browsers do: libxml2 sees it.
  @Test(arguments: [
    "<!-- x --!>", "<scriptx>", "<script/>", "<stylesheet>", "<!---->", "</p \"",
  ])
  func attributesAreBoundedBehind(opening: String) {
    let attributes = (0..<1000).map { " a\($0)" }.joined()
    for tag in ["<p", "<_p", "<p =\"", "<p @a=\"", "<p a='x'=\""] {
      #expect(throws: HTMLError.self, "\(opening)\(tag)") {
        try HTMLDocument(Data("<body>\(opening)\(tag)\(attributes)>x</p>".utf8))
      }
    }
  }

  @Test(arguments: [
    "<meta content=\"%\">", "<p @a='%'>", "<!-- <p %> -->", "<script>a <b %</script>", "<STYLE>a <b %</STYLE>",
    "<p a=\"x\" title='%'>",
  ])
  func wordsAreNoAttributes(page: String) {
    let words = String(repeating: "- 7 ", count: 1000)
    #expect(throws: Never.self) { try HTMLDocument(Data((page.replacing("%", with: words) + "<p>x").utf8)) }
  }

  @Test func megabytesOfNothing() throws {
    for (piece, size) in [("<a", 50), ("<a ", 5), ("<a>", 5), ("<!--", 5), ("&amp", 5), ("</b>", 5), ("<a b='", 5)] {
      let page = Data(String(repeating: piece, count: (size << 20) / piece.utf8.count).utf8)
      let time = ContinuousClock().measure {
        _ = try? HTMLDocument(page).evaluate(XPathExpression("count(//*)"))
      }
      #expect(time < .seconds(60), "\(piece) takes \(time)")
    }
  }

  @Test func costlyXPathIsStopped() throws {
    let page = try HTMLDocument(Data(String(repeating: "<p>a</p>", count: 20_000).utf8))
    let time = ContinuousClock().measure {
      #expect(throws: HTMLError.self) { try page.evaluate(XPathExpression("//*[count(//*) > count(//*[. = 'b'])]")) }
    }
    #expect(time < .seconds(60), "takes \(time)")
  }
}
