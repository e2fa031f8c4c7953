import Foundation
import Schema
import Testing

@testable import Indexing

/// Records in, what is stored and searchable out.
@Suite struct IndexRunTests {
  /// A debate in the index, the records of its id in one run (`-` deletes it), and its title after that.
  struct OneId: Sendable, CustomStringConvertible {
    let indexed: String?
    let run: [String]
    let title: String?
    var description: String { "\(indexed ?? "nothing"): \(run.joined(separator: " "))" }

    init(_ indexed: String?, _ run: String, _ title: String?) {
      self.indexed = indexed
      self.run = run.split(separator: " ").map(String.init)
      self.title = title
    }
  }

  @Test func newUnchangedChangedDeleted() throws {
    let bench = try Bench(["a.ndjson": [record("a", "Harbour"), record("b", "Bell")]])
    let first = try bench.run("a.ndjson")
    #expect(first.tally(\.read, \.indexed, \.unchanged, \.removed, \.refused) == [2, 2, 0, 0, 0])
    let before = try bench.dump()
    #expect(try bench.documents(with: "harbour") == 1)

    let second = try bench.run("a.ndjson")
    #expect(second.tally(\.read, \.indexed, \.unchanged, \.removed) == [2, 0, 2, 0])
    #expect(try bench.dump() == before)

    try bench.write("a.ndjson", [record("a", "Lighthouse"), record("b", "Bell")])
    let third = try bench.run("a.ndjson")
    #expect(third.tally(\.indexed, \.unchanged) == [1, 1])
    #expect(try bench.documents(with: "harbour") == 0)
    #expect(try bench.documents(with: "lighthouse") == 1)

    try bench.write("a.ndjson", [#"{"id":"a","deleted":true}"#, #"{"id":"never","deleted":true}"#])
    let fourth = try bench.run("a.ndjson")
    #expect(fourth.tally(\.read, \.removed) == [2, 1])
    #expect(try bench.debates() == ["b": "Bell"])
    #expect(try bench.documents(with: Terms.id(.debate, "a")) == 0)
    #expect(try IndexStatus(path: bench.index).receipts.map(\.read) == [2, 2, 2, 2])
  }

  /// The last of two with one id counts, whatever is in the index already.
  @Test(arguments: [
    OneId(nil, "old new", "new"), OneId(nil, "new old", "old"), OneId("old", "old new", "new"),
    OneId("old", "new old", "old"), OneId("old", "new - old", "old"), OneId("old", "new old -", nil),
    OneId("old", "- old", "old"), OneId("old", "old -", nil),
  ])
  func lastOfOneIdWins(row: OneId) throws {
    for batchBytes in [1, 48 << 20] {
      let bench = try Bench()
      bench.batchBytes = batchBytes
      if let indexed = row.indexed {
        try bench.write("a.ndjson", [record("a", indexed)])
        try bench.run("a.ndjson")
      }
      try bench.write("b.ndjson", row.run.map { $0 == "-" ? #"{"id":"a","deleted":true}"# : record("a", $0) })
      try bench.run("b.ndjson")
      #expect(try bench.debates()["a"] == row.title)
      for word in ["old", "new"] { #expect(try bench.documents(with: word) == (word == row.title ? 1 : 0)) }
    }
  }

  @Test func membersLeaveNoTraceInPublic() throws {
    let hidden = record("a", "Confidential", #""visibility":"members""#)
    let shown = record("a", "Confidential")
    let other = record("b", "Open")
    let bench = try Bench(["a.ndjson": [hidden, other]])
    try bench.run("a.ndjson")
    #expect(try bench.dump().allSatisfy { !$0.lowercased().contains("confidential") })
    #expect(try bench.debates(.members) == ["a": "Confidential"])
    let hiddenDumps = [try bench.dump(), try bench.dump(.members)]

    try bench.write("a.ndjson", [shown, other])
    #expect(try bench.run("a.ndjson").indexed == 1)
    #expect(try bench.dump(.members).isEmpty)
    #expect(try bench.documents(with: "confidential") == 1)

    try bench.write("a.ndjson", [hidden, other])
    #expect(try bench.run("a.ndjson").indexed == 1)
    #expect(try [bench.dump(), bench.dump(.members)] == hiddenDumps)
    #expect(try bench.run("a.ndjson").unchanged == 2)

    try bench.write("a.ndjson", [#"{"id":"a","deleted":true}"#])
    #expect(try bench.run("a.ndjson").removed == 1)
    #expect(try bench.dump(.members).isEmpty)
  }

  /// What a run leaves that ends between its commits to the two databases: the next one notices.
  @Test func aDebateOfBothAudiencesIsMended() throws {
    let hidden = record("a", "Harbour", #""visibility":"members""#)
    let bench = try Bench(["a.ndjson": [hidden, record("b", "Open")]])
    try bench.run("a.ndjson")
    let kept = try FileManager.default.contentsOfDirectory(atPath: bench.path(of: .members)).map { name in
      (name, try Data(contentsOf: URL(fileURLWithPath: try bench.path(of: .members) + "/" + name)))
    }
    try bench.write("a.ndjson", [record("a", "Harbour"), record("b", "Open")])
    bench.bytesBeforeSegments = .max
    try bench.run("a.ndjson")
    for (name, data) in kept {
      try data.write(to: URL(fileURLWithPath: try bench.path(of: .members) + "/" + name))
    }
    #expect(try bench.debates(.members) == ["a": "Harbour"])
    #expect(try bench.run("a.ndjson").tally(\.indexed, \.unchanged) == [1, 1])
    #expect(try bench.dump(.members).isEmpty)
    #expect(try bench.debates() == ["a": "Harbour", "b": "Open"])
  }

  @Test func longIdsStayApart() throws {
    let head = String(repeating: "é", count: 120)
    let bench = try Bench(["a.ndjson": [record(head + "-one", "Wall"), record(head + "-two", "Tower")]])
    try bench.run("a.ndjson")
    #expect(try bench.debates() == [head + "-one": "Wall", head + "-two": "Tower"])
    #expect(try bench.run("a.ndjson").unchanged == 2)
    try bench.write("a.ndjson", [#"{"id":"\#(head)-one","deleted":true}"#, record(head + "-two", "Spire")])
    try bench.run("a.ndjson")
    #expect(try bench.debates() == [head + "-two": "Spire"])
    #expect(try bench.documents(with: "wall") == 0)
    #expect(try bench.documents(with: "spire") == 1)
  }

  /// How a run is cut and shared out must not show in what it leaves.
  @Test func sizesDoNotShow() throws {
    let lines =
      council(0..<400) + [record("m", "For members", #""visibility":"members""#)] + council(0..<20, word: "pier")
    let plain = try Bench(["a.ndjson": lines])
    plain.jobs = 1
    try plain.run("a.ndjson")
    let wanted = [try plain.dump(), try plain.dump(.members)]
    for (jobs, batchBytes) in [(8, 48 << 20), (1, 1), (8, 1 << 16)] {
      let bench = try Bench(["a.ndjson": lines])
      bench.jobs = jobs
      bench.batchBytes = batchBytes
      let receipt = try bench.run("a.ndjson")
      #expect(receipt.indexed == 421)
      #expect(bench.progress.last?.bytesRead == bench.progress.last?.totalBytes)
      #expect(try [bench.dump(), bench.dump(.members)] == wanted, "\(jobs) jobs, \(batchBytes) bytes")
    }
  }

  @Test func smallBatchesAreSeenOneByOne() throws {
    let bench = try Bench(["a.ndjson": council(0..<600)])
    bench.batchBytes = 1 << 16
    var seen: Set<Int> = []
    var options = IndexOptions(sources: [bench.root + "/a.ndjson"], index: bench.index)
    options.batchBytes = bench.batchBytes
    _ = try IndexRun(options).run(onProgress: { _ in
      if let count = try? IndexStatus(path: bench.index).contents.first?.debates { seen.insert(count) }
    })
    #expect(seen.count > 1, "\(seen)")
  }

  @Test func movedFilesAreKnownByTheirNewPlace() throws {
    let bench = try Bench(["in/a.ndjson": [record("a", "Harbour")]])
    try bench.run("in")
    try bench.remove("in/a.ndjson")
    try bench.write("out/a.ndjson", [record("a", "Harbour")])
    try bench.write("in/b.ndjson", [record("b", "Bell")])
    #expect(try bench.run("out").unchanged == 1)
    #expect(try bench.run("in", prune: true).removed == 0)
    #expect(try bench.debates() == ["a": "Harbour", "b": "Bell"])
  }
}
