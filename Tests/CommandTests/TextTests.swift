import Testing

@testable import palabre

/// Columns, lines and what may reach a terminal.
@Suite struct TextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("été", 3), ("e\u{301}te\u{301}", 3), ("œuvre", 5), ("日本語", 6), ("ｆｕｌｌ", 8), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇫🇷", 2), ("❤", 1), ("❤️", 2), ("⌚", 2),
    ("⌚︎", 1), ("1️⃣", 2), ("©", 1), ("a\u{200B}b", 2), ("\u{200D}", 0), ("\u{FEFF}x", 1), ("soft\u{AD}ness", 9),
    ("नि", 2), ("ภาษา", 4), ("שָׁלוֹם", 4), ("…", 1), ("«\u{A0}x\u{202F}»", 5), ("█▏", 2), ("𠀋", 2), ("\u{FFFD}", 1),
    ("→", 1), ("、。", 4),
  ])
  func widths(text: String, columns: Int) { #expect(DisplayWidth.of(text) == columns, "\(text)") }

  /// A text, the columns of its first line and of the others, its lines.
  @Test(arguments: [
    ("", 10, 10, []), ("one two three", 7, 7, ["one two", "three"]), ("one two three", 3, 9, ["one", "two three"]),
    ("abcdefghij", 4, 4, ["abcd", "efgh", "ij"]), ("ab abcdefghij x", 4, 4, ["ab", "abcd", "efgh", "ij x"]),
    ("日本語 日本", 4, 4, ["日本", "語", "日本"]), ("Où ça ?", 5, 5, ["Où", "ça ?"]),
    ("use :help now", 5, 5, ["use", ":help", "now"]), ("Quoi ?! Oui", 7, 7, ["Quoi ?!", "Oui"]),
    ("« oui » dit-il", 7, 7, ["« oui »", "dit-il"]), ("60 000\u{A0}€", 4, 7, ["60", "000\u{A0}€"]),
    ("   lead", 9, 9, ["lead"]), ("two  gaps", 9, 9, ["two  gaps"]), ("two  gaps", 8, 8, ["two", "gaps"]),
    ("one\ntwo\tthree", 20, 20, ["one two three"]), ("e\u{301}e\u{301} x", 2, 2, ["e\u{301}e\u{301}", "x"]),
    ("x", 0, 0, ["x"]),
  ])
  func lines(text: String, first: Int, later: Int, expected: [String]) {
    let lines = LineBreaker.lines(of: StyledText(text), first: first, later: later)
    #expect(lines.map { $0.runs.map(\.text).joined() } == expected)
  }

  /// An underline goes on between two words, and never over the end of a line.
  @Test func stylesGoOnBetweenWords() {
    var sheet = TextSheet(TextLook(columns: 44, hasColor: true))
    let matches = "a community manager who manages all communities"
    sheet.write(StyledText("say ") + StyledText(matches, .match) + StyledText("."), indent: 2)
    #expect(
      sheet.text == """
          say \u{1B}[1;4ma community manager who manages all\u{1B}[0m
          \u{1B}[1;4mcommunities\u{1B}[0m.

        """)
  }

  @Test(arguments: [
    ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("\u{9B}2J", "\u{FFFD}2J"), ("\u{9D}8;;x\u{9C}", "\u{FFFD}8;;x\u{FFFD}"),
    ("\u{7}\u{8}\r\u{7F}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), ("a\u{202E}b\u{202C}", "a\u{FFFD}b\u{FFFD}"),
    ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"), ("été 日本 👍🏽\n\t", "été 日本 👍🏽\n\t"),
  ])
  func steering(text: String, shown: String) { #expect(Terminal.sanitized(text) == shown) }

  /// What a word means to a shell while it is being typed, and how a word is written for it.
  @Test(arguments: [
    (#""Ada T"#, "Ada T"), (#"Ada\ T"#, "Ada T"), ("'l'", "l"), (#"'a\b'"#, #"a\b"#), (#"a"b c"'d'"#, "ab cd"),
    ("", ""),
    (#""a\"b"#, #"a"b"#), ("é", "é"),
  ])
  func typedWords(typed: String, meaning: String) { #expect(ShellWords.meaning(of: typed) == meaning) }

  @Test(arguments: [
    (["palabre", "search", "été"], "palabre search été"), (["l'été", ""], #"'l'\''été' ''"#),
    (["$(x)", "--limit", "2"], "'$(x)' --limit 2"), (["a b"], "'a b'"),
  ])
  func commandLines(words: [String], line: String) { #expect(ShellWords.line(words) == line) }

  @Test(arguments: [
    ("https://a.example/b#t=1", "https://a.example/b#t=1"), ("HTTP://a.example", "HTTP://a.example"),
    ("https://a.example/é x", "https://a.example/%C3%A9%20x"), ("file:///etc/passwd", nil),
    ("javascript:alert(1)", nil),
    ("-rf", nil), ("https://", nil), ("", nil), ("ftp://a.example", nil), ("//a.example", nil),
    ("https://a.example/\u{1B}]8", "https://a.example/%1B%5D8"),
  ])
  func addresses(text: String, address: String?) { #expect(WebAddress(text)?.text == address) }
}
