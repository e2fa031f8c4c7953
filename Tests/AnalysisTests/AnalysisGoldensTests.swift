import Analysis
import Foundation
import Testing

/// The tables of Fixtures/Analysis: what each text becomes. `TokenLine` says how to read a row.
@Suite(.serialized)
struct AnalysisGoldensTests {
  private static let updates = ProcessInfo.processInfo.environment["PALABRE_UPDATE_GOLDENS"] == "1"

  @Test(arguments: GoldenTable.all)
  func tokensAreAsTheTableSays(_ name: String) throws {
    var table = try GoldenTable.named(name)
    let tokens = TokenLine(analyzer: try Analyzer())
    for index in table.rows.indices {
      let row = table.rows[index]
      let found = tokens(row.text)
      if Self.updates {
        table.rows[index].expected = found
        continue
      }
      #expect(
        found == row.expected,
        """
        Fixtures/Analysis/\(name):\(row.line)
          text      \(row.source)
          expected  \(row.expected)
          found     \(found)
        If the new tokens are right: PALABRE_UPDATE_GOLDENS=1 swift test --filter AnalysisGoldens, then read the diff.
        """)
    }
    if Self.updates { try table.write() }
  }

  @Test func tablesAreComplete() throws {
    let rows = try GoldenTable.all.reduce(0) { try $0 + GoldenTable.named($1).rows.count }
    #expect(rows >= 700)
  }
}
