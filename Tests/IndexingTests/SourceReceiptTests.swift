import Formats
import Foundation
import Schema
import Testing

@testable import Indexing

/// What a run tells of each of its sources.
@Suite struct SourceReceiptTests {
  /// `name read indexed unchanged removed refused` of each source of a receipt.
  private func counts(_ receipt: Receipt, _ bench: Bench) -> [String] {
    (receipt.bySource ?? []).map { source in
      let name = source.source.replacingOccurrences(of: bench.root + "/", with: "")
      return "\(name) \(source.read) \(source.indexed) \(source.unchanged) \(source.removed) \(source.refused)"
    }
  }

  private let refused = record("bad", "X", #""date":"0000""#)

  @Test(arguments: [1, 48 << 20]) func eachIsCountedApart(batchBytes: Int) throws {
    let bench = try Bench([
      "in/a.ndjson": [record("a", "Harbour"), record("b", "Bell")],
      "in/deep/c.ndjson": [record("c", "Café"), refused],
      "z.ndjson": [record("z", "Wall")],
    ])
    bench.batchBytes = batchBytes
    #expect(try counts(bench.run("in/", "z.ndjson"), bench) == ["in/ 4 3 0 0 1", "z.ndjson 1 1 0 0 0"])
    try bench.write("in/a.ndjson", [record("b", "Bell"), #"{"id":"z","deleted":true}"#])
    try bench.write("z.ndjson", [record("y", "Quay")])
    #expect(
      try counts(bench.run("z.ndjson", "in", prune: true), bench) == ["z.ndjson 1 1 0 0 0", "in 4 0 2 2 1"])
  }

  /// Of two sources that hold a file, the inner one; of two names of one place, the first.
  @Test func sourcesInSources() throws {
    let bench = try Bench(["in/a.ndjson": [record("a", "Harbour")], "in/b.ndjson": [record("b", "Bell")]])
    #expect(
      try counts(bench.run("in", "in/b.ndjson", "in/"), bench) == ["in 2 2 0 0 0", "in/b.ndjson 3 3 0 0 0"])
  }

  @Test func bytesAreThoseOfTheFiles() throws {
    let bench = try Bench([
      "a.ndjson": council(0..<300), "b.ndjson": council(300..<310), "c.ndjson": [record("c", "C")],
    ])
    let receipt = try bench.run("a.ndjson", "b.ndjson", "c.ndjson")
    let sizes = try ["a", "b", "c"].map {
      try Data(contentsOf: URL(fileURLWithPath: "\(bench.root)/\($0).ndjson")).count
    }
    #expect(receipt.bySource?.map(\.bytes) == sizes.map(Int64.init))
    #expect(receipt.bytes == Int64(sizes.reduce(0, +)))
    let durations = receipt.bySource?.map(\.duration) ?? []
    #expect(durations.allSatisfy { $0 > 0 } && durations.reduce(0, +) <= receipt.duration)
  }

  @Test func manySourcesAreCountedTogether() throws {
    let count = SourceTally.maximumSources + 5
    let bench = try Bench(
      Dictionary(uniqueKeysWithValues: (0..<count).map { ("\($0).ndjson", [record("d\($0)", "D")]) }))
    var options = IndexOptions(sources: (0..<count).map { "\(bench.root)/\($0).ndjson" }, index: bench.index)
    options.jobs = 1
    let receipt = try IndexRun(options).run()
    #expect(receipt.indexed == count)
    #expect(receipt.bySource?.map(\.indexed) == [Int](repeating: 1, count: SourceTally.maximumSources))
  }

  /// Twenty runs of another source later.
  @Test func theStateOfASourceOutlivesItsRuns() throws {
    let bench = try Bench(["a.ndjson": [record("a", "Harbour")], "b.ndjson": [record("b", "Bell")]])
    let first = try bench.run("a.ndjson")
    for _ in 0...ReceiptBook.maximumRuns { try bench.run("b.ndjson") }
    let status = try IndexStatus(path: bench.index)
    #expect(status.receipts.count == ReceiptBook.maximumRuns)
    #expect(status.receipts.allSatisfy { $0.sources == [bench.root + "/b.ndjson"] })
    #expect(status.sources.map(\.last.path) == [bench.root + "/a.ndjson", bench.root + "/b.ndjson"])
    #expect(status.sources.first?.lastSuccess == first.finished)
    #expect(status.sources.first?.last == first.bySource?.first)
  }

  @Test func refusedRecordsWaitSinceTheyWereFirstSeen() throws {
    let bench = try Bench(["a.ndjson": [refused, record("a", "Harbour")]])
    func state() throws -> SourceStatus { try #require(try IndexStatus(path: bench.index).sources.first) }
    let first = try bench.run("a.ndjson")
    #expect(try state().oldestPending == first.started)
    #expect(try state().lastSuccess == first.finished)
    // Another line of the same record, and a record without an id.
    try bench.write("a.ndjson", [record("a", "Harbour"), "{", refused])
    let second = try bench.run("a.ndjson")
    #expect(try state().waiting.map(\.since) == [first.started, second.started])
    #expect(try state().waiting.map(\.error.line) == [3, 2])
    #expect(try state().oldestPending == first.started)
    try bench.write("a.ndjson", [record("a", "Harbour"), "{", record("bad", "Mended")])
    #expect(try bench.run("a.ndjson").indexed == 1)
    #expect(try state().oldestPending == second.started)
    try bench.write("a.ndjson", [record("a", "Harbour"), record("bad", "Mended")])
    try bench.run("a.ndjson")
    #expect(try state().waiting == [])
    #expect(try state().oldestPending == nil)
  }

  @Test func aRunThatFailsIsNoSuccess() throws {
    let bench = try Bench(["a.ndjson": [record("z", "Bell"), refused]])
    let first = try bench.run("a.ndjson")
    try bench.damage(debate: "z")
    try bench.write("a.ndjson", [record("z", "Wall")])
    let end = Int32(74)
    let options = IndexOptions(sources: [bench.root + "/a.ndjson"], index: bench.index)
    #expect(throws: IndexError.self) { try IndexRun(options).run(exitStatus: { _ in end }) }
    let status = try IndexStatus(path: bench.index)
    #expect(status.receipts.first?.exitStatus == end)
    let state = try #require(status.sources.first)
    #expect(state.lastSuccess == first.finished)
    #expect(state.lastRun > first.finished)
    #expect(state.failed?.contains("cannot be read back") == true)
    // What it has not come to is waiting as before.
    #expect(state.waiting.map(\.since) == [first.started])
    #expect(state.oldestPending == first.started)
  }

  /// A source that has gone is a run that failed; a name that nobody ever read is a slip of the keyboard.
  @Test func sourcesThatAreNotThere() throws {
    let bench = try Bench(["a.ndjson": [record("a", "Harbour")]])
    let first = try bench.run("a.ndjson")
    try bench.remove("a.ndjson")
    #expect(throws: (any Error).self) { try bench.run("a.ndjson", "b.ndjson") }
    let status = try IndexStatus(path: bench.index)
    #expect(status.receipts.count == 2)
    #expect(status.receipts.first?.failed?.contains("a.ndjson: no such file") == true)
    #expect(status.sources.map(\.last.read) == [0])
    #expect(status.sources.first?.lastSuccess == first.finished)
    #expect(status.sources.first?.oldestPending == first.finished)
  }

  @Test func whereThereIsNoIndexAFailureMakesNone() throws {
    let bench = try Bench()
    #expect(throws: (any Error).self) { try bench.run("a.ndjson") }
    #expect(!FileManager.default.fileExists(atPath: bench.index))
  }
}
