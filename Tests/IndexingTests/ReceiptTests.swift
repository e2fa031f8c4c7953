import Formats
import Foundation
import Schema
import Testing
import Xapian

@testable import Indexing

/// What runs leave for the operator, and nobody else.
@Suite struct ReceiptTests {
  /// Errors name records of members: no database that answers may hold them.
  @Test func noDatabaseHoldsReceipts() throws {
    let refused = record("secret-id", "Hidden", #""visibility":"members","date":"31 Brumaire""#)
    let bench = try Bench(["a.ndjson": [refused, record("a", "Harbour")]])
    #expect(try bench.run("a.ndjson").refused == 1)
    #expect(try IndexStatus(path: bench.index).receipts.first?.errors.first?.record == "secret-id")
    let reader = try Reader(path: try bench.path(of: .everyone))
    for key in try reader.metadataKeys(prefix: "") {
      let value = String(decoding: try reader.metadata(key) ?? [], as: UTF8.self)
      #expect(!value.contains("secret-id") && !value.contains("Brumaire"), "\(key)")
    }
    let files = try #require(FileManager.default.enumerator(atPath: try bench.path(of: .everyone)))
    for case let file as String in files {
      let data = try Data(contentsOf: URL(fileURLWithPath: try bench.path(of: .everyone) + "/" + file))
      #expect(data.range(of: Data("secret-id".utf8)) == nil, "\(file)")
    }
  }

  @Test func theNewestComeFirstAndTheOldestGo() throws {
    let bench = try Bench(["a.ndjson": [record("a", "Harbour")]])
    for _ in 0..<ReceiptBook.maximumRuns + 2 { try bench.run("a.ndjson") }
    let receipts = try IndexStatus(path: bench.index).receipts
    #expect(receipts.count == ReceiptBook.maximumRuns)
    #expect(receipts.map(\.started) == receipts.map(\.started).sorted(by: >))
    #expect(receipts.allSatisfy { $0.unchanged == 1 && $0.failed == nil })
  }

  @Test func damagedReceiptsAreToldAndReplaced() throws {
    let bench = try Bench(["a.ndjson": [record("a", "Harbour")]])
    try bench.run("a.ndjson")
    try bench.write("index/receipts.json", ["["])
    #expect(throws: IndexError.self) { try IndexStatus(path: bench.index) }
    try bench.run("a.ndjson")
    #expect(try IndexStatus(path: bench.index).receipts.count == 1)
  }

  /// A run that fails says why, and what of it is in the index.
  @Test func failedRunsLeaveTheirReason() throws {
    let bench = try Bench(["a.ndjson": [record("z", "Bell")]])
    try bench.run("a.ndjson")
    try bench.damage(debate: "z")
    try bench.write("a.ndjson", council(0..<2000) + [record("z", "Bells")])
    bench.jobs = 1
    bench.batchBytes = 1 << 16
    #expect(throws: IndexError.self) { try bench.run("a.ndjson") }
    let receipt = try #require(try IndexStatus(path: bench.index).receipts.first)
    #expect(receipt.failed?.contains("cannot be read back") == true)
    #expect(receipt.indexed > 0)
    #expect(receipt.passages == Int(try Reader(path: try bench.path(of: .everyone)).documentCount) - 1)
  }

  /// Once per id, wherever and however often it comes again.
  @Test(arguments: [1, 48 << 20]) func idsThatComeAgainAreTold(batchBytes: Int) throws {
    let bench = try Bench([
      "a.ndjson": [record("a", "Harbour"), record("b", "Bell")],
      "b.ndjson": [record("a", "Wall"), record("a", "Tower"), record("c", "Café")],
    ])
    bench.batchBytes = batchBytes
    // New ones, then known ones.
    for _ in 0..<2 {
      let receipt = try bench.run("a.ndjson", "b.ndjson")
      #expect(bench.problems.count == 1)
      let place = "b.ndjson:1: record \"a\": this id came before in this run in a.ndjson; the last one counts"
      #expect(bench.problems.first == place)
      #expect(receipt.refused == 0)
      #expect(try bench.debates() == ["a": "Tower", "b": "Bell", "c": "Café"])
    }
    try bench.run("a.ndjson")
    #expect(bench.problems.isEmpty)
  }

  @Test func hashesKeepNamesApart() {
    var set = IdSet()
    let results = [set.insert("é"), set.insert("é")]
    #expect(results == [true, false])
    #expect(!set.contains("e\u{301}"))
    #expect((0..<100_000).count { set.insert("d\($0)") } == 100_000)
  }
}
