import Analysis
import Debates
import Foundation
import Searching
import TestTools
import Testing

/// Any text is a query. `Scripts/fuzz query` makes up many more.
@Suite struct QueryMutationTests {
  private static let pieces = [
    "(", ")", "\"", "«", "»", "“", "”", "„", "-", "+", "*", "~", "~5", ":", "|", "..", ">=", " ", "  ", "\n", "\t",
    "\u{A0}",
    "AND", "OR", "NOT", "ET", "OU", "SAUF", " ET ", " OU ", " NOT ", "speaker:", "titre:", "in:", "date:", "lang:(",
    "-(", "+(", "-\"", "é", "e\u{301}", "l'", "’", "🚲", "مرحبا", "日本語", "\u{0}", "\u{202E}", "ﷺ", "a*", "abc*", "2009",
    "le", "the", "t-il",
  ]

  private func parser() throws -> QueryParser {
    QueryParser(analyzer: try Analyzer(), today: try Moment("2010-06-16"))
  }

  @Test func mutatedQueriesStayWithinBounds() throws {
    let parser = try parser()
    let queries = try table("Queries/trees.tsv").map { $0[0] }
    var random = Seeded(seed: 6)
    for _ in 0..<3000 {
      var scalars = Array(random.pick(queries).unicodeScalars)
      for _ in 0...random.below(5) {
        let place = random.below(scalars.count + 1)
        switch random.below(4) {
        case 0: scalars.insert(contentsOf: Self.pieces[random.below(Self.pieces.count)].unicodeScalars, at: place)
        case 1: scalars.insert(contentsOf: random.pick(queries).unicodeScalars, at: place)
        case 2: scalars.removeSubrange(place..<min(scalars.count, place + random.below(4)))
        default: scalars.swapAt(random.below(scalars.count + 1) % max(scalars.count, 1), 0)
        }
        if scalars.isEmpty { scalars = ["("] }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let query = String(text)
      if let fault = QueryTrial.fault(of: query, understoodAs: parser.parse(query)) {
        Issue.record("\(fault): \(query.debugDescription)")
        return
      }
    }
  }

  /// One thing over and over, up to the bound and beyond it.
  @Test(arguments: [
    "(", ")", "\"", "«", "“", "-", "+", "*", ":", "~", "-a ", "+a ", "a* ", "abc* ", "(a ", "-(", "((a) ", "\"a\" ",
    "« ",
    "in:(", "in:talk ", "title:", "title:(", "title:a ", "date:\"", "speaker:\"", "date:2009 ", "NOT ", "NOT le ",
    "a OU ", "(a OU ", "a ET b OU ", "ET ", "le ", "\"a b\"~9 ", "-title:(", "(-a ", "e\u{301}", "\u{301}", "\n-a",
    "ﷺ ",
    "|", "in:a|", "a-", "a(", "a(b ", " ", "speaker: ", "in:talk,",
  ]) func repetitionStaysWithinBounds(piece: String) throws {
    let parser = try parser()
    for bytes in [50, 3000] {
      let query = String(repeating: piece, count: bytes / piece.utf8.count + 1)
      #expect(QueryTrial.fault(of: query, understoodAs: parser.parse(query)) == nil)
    }
  }

  @Test(arguments: ["(", "\"", "-a ", "(a OU ", "in:talk,", "ﷺ ", "🚲"]) func whatIsTooLongIsCut(piece: String) throws {
    let query = String(repeating: piece, count: (20 << 10) / piece.utf8.count)
    let parsed = try parser().parse(query)
    #expect(QueryTrial.fault(of: query, understoodAs: parsed) == nil)
    #expect(parsed.notes.contains { $0.message.contains("first 16 KiB") })
  }
}
