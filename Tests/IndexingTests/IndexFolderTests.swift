import Foundation
import Schema
import Testing
import Xapian

@testable import Indexing

/// Folders that are no index, or one that this version must not touch.
@Suite struct IndexFolderTests {
  /// Runs, and gives the message of the error and whether status says the same.
  private func refusal(_ bench: Bench) -> String {
    let error = #expect(throws: IndexError.self) { try bench.run("a.ndjson") }
    return error.map { "\($0)".replacingOccurrences(of: bench.root + "/", with: "") } ?? ""
  }

  private func indexed() throws -> Bench {
    let bench = try Bench(["a.ndjson": [record("a", "Harbour")]])
    try bench.run("a.ndjson")
    return bench
  }

  private func analysis() throws -> String {
    let bench = try indexed()
    return try withExtendedLifetime(bench) { try IndexStatus(path: bench.index).analysis }
  }

  @Test func aFile() throws {
    let bench = try Bench(["a.ndjson": [record("a", "A")], "index": ["words"]])
    #expect(refusal(bench) == "index: is a file, not an index folder; choose another place with --index")
    #expect(throws: IndexError.self) { try IndexStatus(path: bench.index) }
  }

  @Test func somethingElse() throws {
    let bench = try Bench(["a.ndjson": [record("a", "A")], "index/letter.txt": ["Dear"]])
    #expect(refusal(bench).hasPrefix("index: this folder holds something other than an index"))
  }

  @Test func anEmptyFolderIsFine() throws {
    let bench = try Bench(["a.ndjson": [record("a", "A")]])
    try FileManager.default.createDirectory(atPath: bench.index, withIntermediateDirectories: false)
    #expect(try bench.run("a.ndjson").indexed == 1)
  }

  @Test(arguments: [(StateKey.format, "0"), (StateKey.analysis, "another")])
  func otherVersions(key: String, value: String) throws {
    let bench = try indexed()
    let path = try bench.path(of: .everyone)
    do {
      let writer = try Writer(path: path, mode: .open)
      try writer.setMetadata(key, Array(value.utf8))
      try writer.commit()
    }
    let before = try bench.dump()
    let message = refusal(bench)
    #expect(message.contains(value) && message.contains("palabre rebuild"), "\(message)")
    #expect(throws: IndexError.self) { try IndexStatus(path: bench.index) }
    #expect(try bench.dump() == before)
  }

  @Test func missingGeneration() throws {
    let bench = try indexed()
    try bench.write("index/CURRENT", ["generation-7"])
    #expect(refusal(bench).contains("generation-7 is missing"))
    try bench.write("index/CURRENT", ["../elsewhere"])
    #expect(refusal(bench).contains("something other than an index"))
  }

  @Test func missingDatabase() throws {
    let bench = try indexed()
    try FileManager.default.removeItem(atPath: try bench.path(of: .everyone) + "/iamglass")
    #expect(refusal(bench).contains("generation-1 is missing"))
  }

  /// What a run leaves that ended while it made the members' database.
  @Test func aFolderWithoutADatabaseIsNoDatabase() throws {
    let bench = try indexed()
    try FileManager.default.createDirectory(
      atPath: try bench.path(of: .members), withIntermediateDirectories: false)
    #expect(try IndexStatus(path: bench.index).contents.map(\.audience) == [.everyone])
    try bench.write("a.ndjson", [record("a", "Harbour"), record("m", "M", #""visibility":"members""#)])
    #expect(try bench.run("a.ndjson").tally(\.indexed, \.unchanged) == [1, 1])
    #expect(try bench.debates(.members) == ["m": "M"])
  }

  /// Another first run comes and ends between the first look at the folder and the lock.
  @Test(arguments: [true, false]) func aFirstRunNeverClearsAnother(sameAnalysis: Bool) throws {
    let bench = try Bench(["a.ndjson": [record("a", "Harbour"), record("m", "M", #""visibility":"members""#)]])
    let fingerprint = sameAnalysis ? try analysis() : "another"
    func open() throws {
      let writer = try IndexWriter(IndexLayout(root: bench.index), fingerprint: fingerprint) {
        try bench.run("a.ndjson")
      }
      #expect(writer.base?.audiences == [.everyone, .members])
      try writer.commit()
    }
    if sameAnalysis { try open() } else { #expect(throws: IndexError.self) { try open() } }
    #expect(try bench.debates() == ["a": "Harbour"])
    #expect(try bench.debates(.members) == ["m": "M"])
    #expect(try bench.run("a.ndjson").unchanged == 2)
  }

  @Test func locked() throws {
    let bench = try indexed()
    let writer = try Writer(path: try bench.path(of: .everyone), mode: .open)
    // Where nothing has changed nobody is in the way.
    #expect(try bench.run("a.ndjson").unchanged == 1)
    try bench.write("a.ndjson", [record("a", "Wall")])
    #expect(refusal(bench).contains("another run is writing"))
    try writer.close()
    #expect(try bench.run("a.ndjson").indexed == 1)
  }

  /// What the system refuses is not blamed on another run. A folder in the lock's place stops the superuser, too.
  @Test func cannotBeWritten() throws {
    let bench = try indexed()
    let lock = try bench.path(of: .everyone) + "/flintlock"
    try FileManager.default.createDirectory(atPath: lock, withIntermediateDirectories: false)
    try bench.write("a.ndjson", [record("a", "Wall")])
    let message = refusal(bench)
    #expect(message.contains("cannot write: ") && message.contains("Is a directory"), "\(message)")
  }

  @Test func cannotBeMade() throws {
    let bench = try Bench(["a.ndjson": [record("a", "A")], "file": ["x"]])
    let options = IndexOptions(sources: [bench.root + "/a.ndjson"], index: bench.root + "/file/index")
    #expect(throws: IndexError.self) { try IndexRun(options).run() }
  }

  /// A first run that died before anyone could see it leaves nothing to be found.
  @Test func leftoversOfAFirstRunAreCleared() throws {
    let bench = try Bench(["old.ndjson": [record("old", "Old"), record("m", "M", #""visibility":"members""#)]])
    try bench.run("old.ndjson")
    try bench.remove("index/CURRENT")
    try bench.write("a.ndjson", [record("a", "Harbour")])
    #expect(try bench.run("a.ndjson").indexed == 1)
    #expect(try bench.debates() == ["a": "Harbour"])
    #expect(try bench.debates(.members) == [:])
    #expect(try IndexStatus(path: bench.index).receipts.count == 1)
  }
}
