import Testing

@testable import Debates

@Suite struct TextSplitterTests {
  /// Pieces of at most ten words.
  @Test(arguments: [
    ("a b c", ["a b c"]),
    ("  a  b\n", ["a  b"]),
    ("1 2 3 4. 5 6 7 8. 9 10 11", ["1 2 3 4. 5 6 7 8.", "9 10 11"]),
    ("1 2 3 4. 5 6 M. Dupont 9 10 11", ["1 2 3 4.", "5 6 M. Dupont 9 10 11"]),
    ("1 2 3 4 « Non ! » 7 8 9 10", ["1 2 3 4 « Non !", "» 7 8 9 10"]),
    ("1 2 3 (4 5.) 6 7 8 9 10 11", ["1 2 3 (4 5.)", "6 7 8 9 10 11"]),
    ("1 2 3 “4 5!” 6 7 8 9 10 11", ["1 2 3 “4 5!”", "6 7 8 9 10 11"]),
    ("1 2 3 4 5… 6 7 8 9 10 11", ["1 2 3 4 5…", "6 7 8 9 10 11"]),
    ("1 2 3 4 5\n6 7 8 9 10 11", ["1 2 3 4 5", "6 7 8 9 10 11"]),
    ("1 2 3 4 5 6 7 8 9 10 11 12", ["1 2 3 4 5 6 7 8 9 10", "11 12"]),
    ("1. 2 3 4 5 6 7 8 9 10 11 12", ["1. 2 3 4 5 6 7 8 9 10", "11 12"]),
    ("1 2 3.5 4 5 6 7 8 9 10 11", ["1 2 3.5 4 5 6 7 8 9 10", "11"]),
    (
      "1\u{A0}2\u{202F}3\u{2009}4\u{3000}5\u{A0}6 7 8 9 10 11",
      ["1\u{A0}2\u{202F}3\u{2009}4\u{3000}5\u{A0}6 7 8 9 10", "11"]
    ),
    ("", []),
    (" \u{A0}\n", []),
  ])
  func splits(text: String, pieces: [String]) {
    #expect(TextSplitter(maximumWords: 10).texts(of: text) == pieces)
  }

  @Test func endlessWordsAreCutBetweenCharacters() {
    let pieces = TextSplitter(maximumBytes: 10).texts(of: "ab " + String(repeating: "é", count: 12) + " 🙂🙂🙂 z")
    #expect(pieces.joined() == "ab" + String(repeating: "é", count: 12) + "🙂🙂🙂 z")
    #expect(pieces.allSatisfy { $0.utf8.count <= 10 })
  }

  /// Sixteen times the text takes about sixteen times as long, not 256 times.
  @Test func endlessWordsAreReadOnce() {
    func time(_ count: Int) -> Duration {
      let text = String(repeating: "a", count: count)
      return (0..<3).map { _ in
        ContinuousClock().measure { #expect(TextSplitter(maximumBytes: 64).texts(of: text).count == count / 64) }
      }.min() ?? .zero
    }
    #expect(time(1 << 18) < time(1 << 14) * 100)
  }
}
