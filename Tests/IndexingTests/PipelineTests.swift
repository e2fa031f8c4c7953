import Debates
import Formats
import Foundation
import Schema
import Testing

@testable import Indexing

@Suite(.timeLimit(.minutes(5))) struct PipelineTests {
  struct Stop: Error {}

  private func pipeline(_ bench: Bench, jobs: Int, base: IndexBase? = nil) throws -> Pipeline {
    let pipeline = Pipeline(jobs: jobs)
    pipeline.start(try SourceReader(sources: [bench.root + "/a.ndjson"]), base: base)
    return pipeline
  }

  @Test(arguments: [1, 8]) func keepsTheOrderOfTheSources(jobs: Int) throws {
    let bench = try Bench(["a.ndjson": council(0..<2000)])
    var ids: [String] = []
    try pipeline(bench, jobs: jobs).forEach { batch in
      for case .prepared(let debate, _, _) in batch.work { ids.append(debate.id) }
    }
    #expect(ids == (0..<2000).map { "d\($0)" })
  }

  @Test(arguments: [1, 8]) func endsWhenTheTakerThrows(jobs: Int) throws {
    let bench = try Bench(["a.ndjson": council(0..<3000)])
    let pipeline = try pipeline(bench, jobs: jobs)
    #expect(throws: Stop.self) { try pipeline.forEach { _ in throw Stop() } }
    pipeline.cancel()
  }

  /// A thread that cannot begin (here: its base is not there) ends the run with its error, and nothing hangs.
  @Test(arguments: [1, 8]) func endsWhenAThreadFails(jobs: Int) throws {
    let bench = try Bench(["a.ndjson": council(0..<3000)])
    let base = IndexBase(layout: IndexLayout(root: bench.root), generation: "generation-0", audiences: [.everyone])
    let pipeline = try pipeline(bench, jobs: jobs, base: base)
    #expect(throws: Stop.self) {
      try pipeline.forEach { batch in
        for case .failed(_) in batch.work { throw Stop() }
      }
    }
    pipeline.cancel()
  }

  /// What is stored of a debate cannot be read: the run says so, and leaves the index as it was.
  @Test func damagedStateEndsTheRun() throws {
    let bench = try Bench(["a.ndjson": [record("a", "Harbour")]])
    try bench.run("a.ndjson")
    try bench.damage(debate: "a")
    try bench.write("a.ndjson", [record("a", "Wall")])
    let error = #expect(throws: IndexError.self) { try bench.run("a.ndjson") }
    #expect(error.map { "\($0)" }?.contains("cannot be read back") == true)
  }
}
