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
}
