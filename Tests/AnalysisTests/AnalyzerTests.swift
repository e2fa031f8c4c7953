import Foundation
import Testing

@testable import Analysis

/// What holds of the tokens of every text.
@Suite struct AnalyzerTests {
  /// What long texts that are made to hurt consist of: a beginning, and what is repeated after it.
  struct Hostile: Sendable, CustomTestStringConvertible {
    var start = ""
    var unit: String
    var testDescription: String { "\(start.debugDescription) and many \(unit.debugDescription)" }
    func text(_ bytes: Int) -> String { start + String(repeating: unit, count: bytes / unit.utf8.count) }
  }

  static let repeated: [String] = [
    "a", "é", "я", "日", "7", "'", "a'", "aaaa'", "l'", "entr'", "-", "a-", ".", "a.", "mots.", "@", "a@", "a@b.c ",
    "http://", "www.a,,,", "aB", "aaBB", "AAb", "1a", "1 000 ", "1,", "_a", "mot(e)s", "mot(e", "R&", "#a", "\u{202F}a",
    "a\u{200D}", "👨‍👩‍👧‍👦", "\u{FFFD}", "A. ", "\n", "1\u{202F}000", "d’", "Ab.", "x·e",
  ]
  static let hostile: [Hostile] =
    repeated.map { Hostile(unit: $0) } + [
      Hostile(start: "e", unit: "\u{301}"), Hostile(start: "mot", unit: "'s"), Hostile(start: "mot", unit: "-e"),
      Hostile(start: "mot", unit: "·e"), Hostile(start: "@", unit: "b."), Hostile(start: "a@b", unit: "b."),
      Hostile(start: "1", unit: ",000"), Hostile(start: "m", unit: "²"), Hostile(start: "http://a.b/", unit: "%41"),
      Hostile(start: "http://a.b", unit: "/a"),
    ]

  @Test(arguments: hostile)
  func hostileTextsTakeLinearTime(_ hostile: Hostile) throws {
    let analyzer = try Analyzer()
    let texts = (hostile.text(1 << 16), hostile.text(1 << 18))
    let start = Self.processorSeconds()
    check(texts.0, with: analyzer)
    let middle = Self.processorSeconds()
    check(texts.1, with: analyzer)
    let (short, long) = (middle - start, Self.processorSeconds() - middle)
    // Four times the text in a quadratic rule takes sixteen times as long.
    #expect(long < 0.2 || long < short * 10, "\(long) s for four times the text of \(short) s")
  }

  /// Of this thread, since tests run side by side.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test(arguments: ["a", "é", "'", "a'", "a-", "a.", "@", "a@"])
  func aMegabyteOfOneKindEnds(_ unit: String) throws {
    check(Hostile(unit: unit).text(1 << 20), with: try Analyzer())
  }

  @Test func loneSurrogatesAreReplaced() throws {
    let text = String(decoding: [0x61, 0xD800, 0x62, 0xDC00, 0x20, 0xDFFF, 0xD83D] as [UInt16], as: UTF16.self)
    check(text, with: try Analyzer())
    #expect(try Analyzer().tokens(of: text).count == 2)
  }

  @Test(arguments: GoldenTable.all)
  func tablesHoldTheProperties(_ name: String) throws {
    let analyzer = try Analyzer()
    let rows = try GoldenTable.named(name).rows
    for row in rows { check(row.text, with: analyzer) }
    check(rows.map(\.text).joined(separator: "\n"), with: analyzer)
  }

  @Test func aVocabularyIsEmptiedWhenItIsLarge() throws {
    let vocabulary = try Vocabulary()
    let stops = vocabulary.count
    for i in 0..<10_000 { _ = vocabulary.intern(Array("word\(i)".utf8)) }
    #expect(vocabulary.count == stops + 10_000)
    vocabulary.reset()
    #expect(vocabulary.count == stops)
    let word = vocabulary.intern(Array("nouvelle".utf8))
    #expect(vocabulary.surface(of: word) == "nouvelle")
    #expect(vocabulary.surface(of: vocabulary.stem(of: word, in: .french)) == "nouvel")
    #expect(vocabulary.isStopWord(vocabulary.intern(Array("les".utf8)), in: .french))
  }

  /// Offsets inside the text and ascending, positions consecutive, terms short enough, a whole with its part.
  private func check(_ text: String, with analyzer: Analyzer) {
    let tokens = analyzer.tokens(of: text)
    let length = text.utf16.count
    var faults: [String] = []
    var position = -1
    var wordStart = 0
    for (index, token) in tokens.enumerated() {
      if token.start < 0 || token.start >= token.end || token.end > length { faults.append("\(token) is not inside") }
      if token.position != position, token.position != position + 1 { faults.append("\(token) skips a position") }
      position = token.position
      let bytes = analyzer.vocabulary.withSurface(of: token.word) { $0.count }
      if bytes == 0 || bytes > Analyzer.maximumTermBytes { faults.append("\(token) has \(bytes) bytes") }
      if token.takesPosition {
        if token.start < wordStart { faults.append("\(token) goes back") }
        wordStart = token.end
        continue
      }
      let part = tokens[index...].first { $0.takesPosition }
      if let part, part.position == token.position, part.start < token.end, part.end > token.start { continue }
      faults.append("\(token) shares its position with no part of it")
    }
    #expect(faults.isEmpty, "\(text.prefix(80)): \(faults.prefix(3))")
  }
}
