import Analysis
import Foundation
import Searching
import Testing

/// Fixtures/Queries/trees.tsv: the text of a query and the tree it is understood as.
@Suite struct QueryParserTests {
  @Test func queriesAreUnderstoodAsTheTableSays() throws {
    let parser = QueryParser(analyzer: try Analyzer())
    let rows = try table("Queries/trees.tsv")
    #expect(rows.count >= 30)
    if ProcessInfo.processInfo.environment["PALABRE_UPDATE_GOLDENS"] != nil {
      let lines = rows.map { "\($0[0])\t\(parser.parse($0[0]).description)\n" }.joined()
      let header = "# A query, and the tree it is understood as. Rewritten by PALABRE_UPDATE_GOLDENS=1 swift test.\n"
      try Data((header + lines).utf8).write(
        to: URL(fileURLWithPath: FixtureIndex.fixtures + "/Queries/trees.tsv"))
      return
    }
    for row in rows {
      #expect(parser.parse(row[0]).description == row[1], "query: \(row[0])")
    }
  }

  @Test func aHugeQueryIsCutAndStillMeansSomething() throws {
    let parser = QueryParser(analyzer: try Analyzer())
    let words = parser.parse((0..<100_000).map { "mot\($0)" }.joined(separator: " ")).words
    #expect(words.first?.surface == "mot0")
    #expect(words.count > 100 && words.count < 10_000)
  }
}
