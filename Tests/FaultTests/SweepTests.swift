import Foundation
import TestTools
import Testing

@testable import FaultTrials

/// A small part of what `Scripts/faults` does, on an index of a few debates.
@Suite(.serialized, .timeLimit(.minutes(10))) struct SweepTests {
  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// What needs no library in front of libc.
  private static let kinds = Interposer.isAvailable ? Sweep.kinds : ["kills", "descriptors", "starts"]

  private static let sizes: Sizes = {
    var sizes = Sizes()
    sizes.small = 30_000
    return sizes
  }()

  @Test(arguments: kinds) func nothingIsLostAndNothingUnreadable(kind: String) throws {
    let folder = try TemporaryFolder()
    var counts = Sweep.Counts()
    (counts.kills, counts.cuts, counts.fullDisks, counts.failures, counts.starts) = (20, 12, 6, 10, 8)
    let sweep = try Sweep(
      program: Tool.path(), repository: Self.repository, folder: folder.path, seed: 1, sizes: Self.sizes)
    let report = try sweep.run(Sweep.plan(counts, kinds: [kind], seed: 1, large: false)) { trial, problem, _ in
      Issue.record("\(trial): \(problem)")
    }
    #expect(report.isClean)
    #expect(report.rowsWithoutEffect == [], "the disturbance came too late, or not at all")
  }

  /// The trials can fail: where folders are never synced, power cuts lose what was acknowledged.
  @Test(.enabled(if: Interposer.isAvailable)) func missingSyncsAreNoticed() throws {
    let folder = try TemporaryFolder()
    let lane = try Lane(
      Program(path: Tool.path(), lane: folder.path + "/lane"),
      Interposer(repository: Self.repository, into: folder.path), repository: Self.repository, sizes: Self.sizes,
      seed: 1)
    let history = try lane.history(isLarge: false)
    var random = Seeded(seed: 1)
    var lost = 0
    for number in 0..<10 {
      let cut = try PowerCut(
        history.trace, at: history.cut(&random), seed: random.next(), journal: .perFolder, forgetsFolders: true)
      let outcome = try lane.examine(cut, of: history, keeping: folder.path + "/kept/\(number)")
      lost += outcome.isRight ? 0 : 1
    }
    #expect(lost > 0)
  }
}
