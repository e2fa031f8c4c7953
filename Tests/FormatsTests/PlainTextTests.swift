import Testing

@testable import Formats

@Suite struct PlainTextTests {
  @Test(arguments: [
    "", "plain", "a < b", "x<3", "i <3 you & me", "R&D", "AT&T;", "if a<b then c>d", "1 < 2 > 0", "<- arrow", "Q&A ;",
    "vu sur <http://example.org/?a=1&b=2>", "tags <unknown> stay", "M&M's \u{A0} «&»", "  spaces\n\n kept ",
    "a &amp b", "5 <p", "&;", "<", "&", "La balise <script> est dangereuse pour la démocratie", "un <!-- sans fin",
    "<style> puis <STYLE> puis <object data=1> et <svg >", "--> avant <!-- après", "<!-->",
  ])
  func leavesPlainTextAlone(text: String) {
    #expect(PlainText.from(text) == (text == "AT&T;" ? "AT&T;" : text))
  }

  @Test(arguments: [
    ("<p>Un <b>débat</b> &amp; deux</p>", "Un débat & deux"),
    ("one<br>two<br/>three<BR />four", "one\ntwo\nthree\nfour"),
    ("<p>a</p><p>b</p>", "a\nb"),
    ("caf&eacute; &#233;t&#xE9; 2 &euro; &lt;b&gt;", "café été 2 € <b>"),
    ("<b>a</b> < b and x<3, R&D", "a < b and x<3, R&D"),
    ("<script>alert(1)</script>safe", "safe"),
    ("<style>p { color: red }</style><p>safe</p>", "safe"),
    ("before <!-- hidden --> after <i>x</i>", "before  after x"),
    ("<a href=\"http://x.org/?a=1&b=2\">link</a> end", "link end"),
    ("<ul><li>un</li><li>deux</li></ul>", "un\ndeux"),
    ("unclosed <b>bold", "unclosed bold"),
    ("stray </b> end", "stray  end"),
    ("<b>🙂 œuvre</b>", "🙂 œuvre"),
    ("<b>La balise</b> <script> est <i>lue</i>", "La balise <script> est lue"),
    ("a<script>x</script>b <script> c", "ab <script> c"),
    ("a<SCRIPT type=\"x\">y <script> z</Script>b", "ab"),
    ("a <object><object>b</object> c", "a <object> c"),
    ("a<object>b<object>c</object>d</object>e", "ae"),
    ("a <!-- b --> c <!-- d", "a  c <!-- d"),
    ("a <svg/> b <i>c</i>", "a  b c"),
  ])
  func readsMarkup(html: String, text: String) {
    #expect(PlainText.from(html) == text)
  }

  @Test func deepMarkupEnds() {
    let depth = 50_000
    let html = String(repeating: "<div>", count: depth) + "deep" + String(repeating: "</div>", count: depth)
    #expect(PlainText.from(html).contains("deep"))
  }

  @Test func manyOpeningsAreReadOnce() {
    let text = String(repeating: "<script><!--<object>", count: 50_000)
    #expect(PlainText.from(text) == text)
  }

  @Test func entityBombStaysText() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><p>&b;</p>"
    #expect(PlainText.from(bomb).utf8.count < 200)
  }
}
