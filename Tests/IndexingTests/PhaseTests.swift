import Testing

@testable import Indexing

/// What a run says it is at.
@Suite struct PhaseTests {
  /// What comes after reading, of a run that changes much and of one that changes little.
  @Test(arguments: [true, false]) func afterReading(prune: Bool) throws {
    let bench = try Bench(["a.ndjson": council(0..<300) + [record("d7", "Again")]])
    bench.bytesBeforeSegments = 0
    try bench.run("a.ndjson", prune: prune)
    #expect(bench.progress.first?.phase == .reading)
    #expect(bench.progress.contains { $0.phase == .joining })
    bench.bytesBeforeSegments = 8 << 20
    try bench.run("a.ndjson", prune: prune)
    #expect(bench.progress.map(\.phase).last == .publishing)
    #expect(bench.progress.allSatisfy { $0.phase != .joining })
  }
}
