import Searching
import Testing

/// The tables of Fixtures/Rankings over Fixtures/Debates: what people who type this want comes first.
@Suite struct RankingGoldenTests {
  private static let index = Result { try FixtureIndex(sources: [FixtureIndex.fixtures + "/Debates"]) }

  /// A rank, its table, and how many rows it has at least.
  static let tables: [(rank: EvaluatedRank, table: String, rows: Int)] = [
    (.debates, "queries", 39), (.speakers, "speakers", 20), (.expertises, "expertises", 12), (.related, "related", 8),
  ]

  @Test(arguments: tables)
  func wantedComesFirst(rank: EvaluatedRank, name: String, least: Int) throws {
    let index = try Self.index.get().open()
    let rows = try table("Rankings/\(name).tsv")
    #expect(rows.count >= least)
    for row in rows {
      let query = EvaluationQuery(id: "", text: row[0], exclude: rank == .related ? row[0] : nil)
      let found = try index.ranking(query, by: rank, limit: 100).map(\.id)
      let place = found.firstIndex(of: row[1]).map { $0 + 1 }
      #expect(
        place == 1,
        "\"\(row[0])\" (\(row[2])): \(row[1]) is at \(place.map(String.init) ?? "no rank"), first are \(found.prefix(3))")
    }
  }
}
