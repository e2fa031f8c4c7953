import Foundation
import Searching
import Testing

@Suite struct MetricsTests {
  @Test func countsAsTrecEvalDoes() {
    // DCG = 2/log2(2) + 1/log2(4) = 2.5; ideal = 2/log2(2) + 1/log2(3) + 1/log2(4) = 3.13093.
    let metrics = Metrics(ranking: ["a", "x", "b"], grades: ["a": 2, "b": 1, "c": 1, "x": 0])
    #expect(abs(metrics.ndcgAt10 - 2.5 / 3.130_929_753_571_458) < 1e-12)
    #expect(metrics.reciprocalRankAt10 == 1)
    #expect(abs(metrics.recallAt100 - 2.0 / 3) < 1e-12)
  }

  @Test func ranksBeyondTheCutDoNotCount() {
    let ranking = (0..<10).map { "x\($0)" } + ["a"]
    let metrics = Metrics(ranking: ranking, grades: ["a": 1])
    #expect(metrics.ndcgAt10 == 0)
    #expect(metrics.reciprocalRankAt10 == 0)
    #expect(metrics.recallAt100 == 1)
  }

  @Test func aQueryWithoutResultsCountsZeroInTheMean() {
    let found = Metrics(ranking: ["a"], grades: ["a": 1])
    let nothing = Metrics(ranking: [], grades: ["a": 1])
    #expect(Metrics.mean([found, nothing]).ndcgAt10 == 0.5)
  }

  @Test func leavesOutTheQueryItselfAndWhatItExcludes() throws {
    let index = try FixtureIndex(records: [
      #"{"id":"q","title":"budget"}"#, #"{"id":"same","title":"budget"}"#, #"{"id":"other","title":"budget vert"}"#,
    ])
    let query = EvaluationQuery(id: "q", text: "budget", exclude: "same")
    let rankings = try Evaluation(rank: .debates).run([query], on: index.open(), qrels: nil)
    #expect(rankings.first?.results.map(\.id) == ["other"])
    let run = Run.text(rankings).split(separator: " ")
    #expect(run.prefix(4) == ["q", "Q0", "other", "1"])
  }

  @Test func malformedJudgementsNameTheirLine() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("q\ta\t1\nq\tb\tgood\n".utf8).write(to: file)
    #expect(throws: EvaluationError.malformed(file.path, line: 2, expected: "a whole number as the grade")) {
      try Qrels(file.path)
    }
  }
}
