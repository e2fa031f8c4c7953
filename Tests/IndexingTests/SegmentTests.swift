import Debates
import Foundation
import Schema
import TestTools
import Testing
import Xapian

@testable import Indexing

/// What becomes many changes goes into segments and a new generation; what comes of it is the same.
@Suite struct SegmentTests {
  /// A folder whose index is made of segments from the first debate on.
  private static func bench(_ files: [String: [String]]) throws -> Bench {
    let bench = try Bench(files)
    bench.bytesBeforeSegments = 0
    return bench
  }

  @Test func sameAsOneWriter() throws {
    let members = record("m", "Members", #""visibility":"members""#)
    let files = ["in/a.ndjson": council(0..<900) + [members], "in/b.ndjson": council(900..<1500, word: "tram")]
    let parallel = try Self.bench(files)
    let plain = try Bench(files)
    plain.bytesBeforeSegments = .max
    #expect(try parallel.run("in").tally(\.indexed, \.refused) == [1501, 0])
    #expect(try plain.run("in").indexed == 1501)
    #expect(try parallel.dump() == plain.dump())
    #expect(try parallel.dump(.members) == plain.dump(.members))
    #expect(try parallel.run("in").tally(\.indexed, \.unchanged) == [0, 1501])
    let left = try FileManager.default.contentsOfDirectory(atPath: parallel.index).sorted()
    #expect(left == ["CURRENT", "generation-1", "lock", "receipts.json", "surveys.json"])
  }

  /// What one run says twice is out of reach until the segments are joined.
  @Test func theLastOfTwoCounts() throws {
    let lines = council(0..<300) + [record("d7", "Again"), #"{"id":"d8","deleted":true}"#, record("d7", "Last")]
    let bench = try Self.bench(["a.ndjson": lines])
    #expect(try bench.run("a.ndjson").tally(\.indexed, \.removed) == [302, 1])
    let debates = try bench.debates()
    #expect(debates.count == 299)
    #expect(debates["d7"] == "Last" && debates["d8"] == nil)
    let plain = try Bench(["a.ndjson": lines])
    plain.bytesBeforeSegments = .max
    try plain.run("a.ndjson")
    #expect(try bench.dump() == plain.dump())
  }

  /// More repetitions than are kept in memory.
  @Test func manyRepetitions() throws {
    let lines = council(0..<1200) + council(0..<1200, word: "lock")
    let bench = try Self.bench(["a.ndjson": lines])
    #expect(try bench.run("a.ndjson").indexed == 2400)
    #expect(try bench.debates().count == 1200)
    #expect(try bench.documents(with: "quay") == 0)
  }

  @Test func sameOrderWhateverTheThreads() throws {
    let files = ["a.ndjson": council(0..<600)]
    let one = try Self.bench(files)
    one.jobs = 1
    let four = try Self.bench(files)
    four.jobs = 4
    try one.run("a.ndjson")
    try four.run("a.ndjson")
    #expect(try one.dump() == four.dump())
  }

  /// A first run that was killed leaves what nobody has ever seen.
  @Test(arguments: [0, 8 << 20]) func leftoversOfAKilledRunGo(bytesBeforeSegments: Int) throws {
    let bench = try Bench(["a.ndjson": council(0..<20)])
    bench.bytesBeforeSegments = bytesBeforeSegments
    for leftover in ["segments/public-0", "generation-1/public", "generation-2/public", "generation-3"] {
      try FileManager.default.createDirectory(
        atPath: "\(bench.index)/\(leftover)", withIntermediateDirectories: true)
    }
    #expect(try bench.run("a.ndjson").indexed == 20)
    #expect(try bench.debates().count == 20)
    let left = try FileManager.default.contentsOfDirectory(atPath: bench.index).sorted()
    #expect(left == ["CURRENT", "generation-1", "lock", "receipts.json", "surveys.json"])
  }

  /// What a full disk does in a thread: the run's thread hears of it, and the threads end.
  @Test func aFailureInAThreadIsThrown() throws {
    let folder = try TemporaryFolder().path + "/segments"
    let segments = try Segments(folder: folder, jobs: 2, memory: 1 << 20)
    // A segment cannot be made where something is.
    for lane in 0..<2 {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/lane-\(lane)-0.documents", withIntermediateDirectories: true)
    }
    #expect(throws: XapianError.self) {
      for _ in 0..<100_000 { try segments.add(SegmentEntry(audience: .everyone, textBytes: 3 << 20)) }
    }
    segments.stop()
    segments.remove()
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
