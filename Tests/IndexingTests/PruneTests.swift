import Schema
import Testing

@testable import Indexing

@Suite struct PruneTests {
  private static func bench() throws -> Bench {
    let bench = try Bench([
      "in/a.ndjson": [record("a", "Harbour"), record("a2", "Wall")], "in/b.ndjson": [record("b", "Bell")],
      "other.ndjson": [record("o", "Other")],
      "in/m.ndjson": [record("m", "Members", #""visibility":"members""#)],
    ])
    try bench.run("in", "other.ndjson")
    return bench
  }

  @Test func whatIsGoneFromTheseSourcesGoes() throws {
    let bench = try Self.bench()
    try bench.remove("in/b.ndjson")
    try bench.remove("in/m.ndjson")
    try bench.write("in/a.ndjson", [record("a", "Harbour")])
    #expect(try bench.run("in").removed == 0)
    #expect(try bench.debates().count == 4)
    let receipt = try bench.run("in", prune: true)
    #expect(receipt.tally(\.removed, \.unchanged) == [3, 1])
    #expect(try bench.debates() == ["a": "Harbour", "o": "Other"])
    #expect(try bench.debates(.members) == [:])
    #expect(try bench.documents(with: "bell") == 0)
  }

  @Test func refusedRecordsStay() throws {
    let bench = try Self.bench()
    try bench.write("in/b.ndjson", [record("b", "Bell", #""date":"0000""#)])
    let receipt = try bench.run("in", prune: true)
    #expect(receipt.tally(\.removed, \.refused) == [0, 1])
    #expect(try bench.debates()["b"] == "Bell")
  }

  @Test func unnamedRefusalPrunesNothing() throws {
    let bench = try Self.bench()
    try bench.remove("in/b.ndjson")
    try bench.write("in/a.ndjson", [record("a", "Harbour"), "{ cut"])
    #expect(try bench.run("in", prune: true).removed == 0)
    #expect(try bench.debates().count == 4)
    #expect(bench.problems.last?.contains("nothing was pruned") == true, "\(bench.problems)")
  }

  @Test func siblingFoldersAreNotMeant() throws {
    let bench = try Bench(["in/a.ndjson": [record("a", "A")], "in-two/b.ndjson": [record("b", "B")]])
    try bench.run("in", "in-two")
    try bench.write("in/a.ndjson", [record("c", "C")])
    try bench.run("in", prune: true)
    #expect(try bench.debates() == ["b": "B", "c": "C"])
  }

  /// A file that is there and in which no record was read may hold anything: what came from it stays.
  @Test(arguments: ["in", "in/b.ndjson"]) func whatWasNotReadStays(source: String) throws {
    let bench = try Self.bench()
    try bench.write("in/b.ndjson", [])
    let receipt = try bench.run(source, prune: true)
    #expect(receipt.removed == 0)
    #expect(try bench.debates().count == 4)
    #expect(bench.problems.last?.contains("pruned") == true, "\(bench.problems)")
    // Deletions are records, too.
    try bench.write("in/b.ndjson", [#"{"id":"never","deleted":true}"#])
    #expect(try bench.run(source, prune: true).removed == 1)
    #expect(try bench.debates()["b"] == nil)
  }

  /// Pruning is work like any other: bounded batches, each durable.
  @Test func prunesInBatches() throws {
    let bench = try Bench(["in/a.ndjson": council(0..<200), "in/b.ndjson": [record("b", "Bell")]])
    try bench.run("in")
    try bench.remove("in/a.ndjson")
    bench.batchBytes = 1
    #expect(try bench.run("in", prune: true).removed == 200)
    #expect(try bench.debates() == ["b": "Bell"])
  }
}
