import Searching
import Testing

/// Fixtures/Rankings/queries.tsv over Fixtures/Debates: the debate that people who type this want comes first.
@Suite struct RankingGoldenTests {
  @Test func wantedDebatesComeFirst() throws {
    let index = try FixtureIndex(sources: [FixtureIndex.fixtures + "/Debates"])
    let rows = try table("Rankings/queries.tsv")
    #expect(rows.count >= 30)
    for row in rows {
      let found = try index.debates(row[0])
      let rank = found.firstIndex(of: row[1]).map { $0 + 1 }
      #expect(
        rank == 1,
        "\"\(row[0])\" (\(row[2])): \(row[1]) is at \(rank.map(String.init) ?? "no rank"), first is \(found.first ?? "nothing")"
      )
    }
  }
}
