import Foundation
import Testing

@testable import FaultTrials

/// What the model of a power cut may take and what it may not, on traces made for it.
@Suite struct PowerCutTests {
  private static let seeds: Range<UInt64> = 0..<200

  /// A trace below `/d`, whose inode is 1; the bytes of all writes are those of `data`.
  private func trace(_ operations: [Trace.Operation], data: [UInt8] = Array("onetwo".utf8)) -> Trace {
    Trace(root: "/d", operations: [.makeFolder(inode: 1, path: "/d")] + operations, data: Data(data))
  }

  /// What is left by many cuts after the last operation, each as a text.
  private func left(_ trace: Trace, _ journal: PowerCut.Journal, forgetsFolders: Bool = false) throws -> Set<String> {
    try Set(
      Self.seeds.map { seed in
        let cut = try PowerCut(
          trace, at: trace.operations.count, seed: seed, journal: journal, forgetsFolders: forgetsFolders)
        let files = cut.files.map { "\($0.key)=\(String(decoding: $0.value, as: UTF8.self))" }
        return (cut.folders.filter { $0 != "" } + files).sorted().joined(separator: " ")
      })
  }

  private let one: [Trace.Operation] = [
    .create(inode: 2, path: "/d/a"), .write(inode: 2, offset: 0, bytes: 0..<3), .sync(inode: 2), .sync(inode: 1),
  ]

  @Test(arguments: PowerCut.Journal.allCases) func whatWasSyncedIsThere(journal: PowerCut.Journal) throws {
    #expect(try left(trace(one), journal) == ["/a=one"])
  }

  /// The sync of a new file writes the one journal; of folders of their own, nothing but their own sync.
  @Test func aSyncedFileMayHaveNoName() throws {
    let unsynced = trace(one.dropLast())
    #expect(try left(unsynced, .one) == ["/a=one"])
    #expect(try left(unsynced, .perFolder) == ["/a=one", ""])
    #expect(try left(trace(one), .perFolder, forgetsFolders: true) == ["/a=one", ""])
  }

  @Test(arguments: PowerCut.Journal.allCases) func aRenameReplacesOrDoesNot(journal: PowerCut.Journal) throws {
    let replaced =
      one + [
        .create(inode: 3, path: "/d/b"), .write(inode: 3, offset: 0, bytes: 3..<6), .sync(inode: 3),
        .rename(from: "/d/b", to: "/d/a"),
      ]
    let states = try left(trace(replaced), journal)
    #expect(states.isSubset(of: ["/a=one", "/a=one /b=two", "/a=two"]))
    #expect(states.isSuperset(of: ["/a=one /b=two", "/a=two"]))
    #expect(try left(trace(replaced + [.sync(inode: 1)]), journal) == ["/a=two"])
  }

  /// Renamed before it was synced, a file may be there with nothing in it, where the old one was whole.
  @Test(arguments: PowerCut.Journal.allCases) func aRenameMayComeBeforeTheBytes(journal: PowerCut.Journal) throws {
    let hasty =
      one + [
        .create(inode: 3, path: "/d/b"), .write(inode: 3, offset: 0, bytes: 3..<6),
        .rename(from: "/d/b", to: "/d/a"), .sync(inode: 1),
      ]
    #expect(try left(trace(hasty), journal).isSuperset(of: ["/a=", "/a=two"]))
  }

  /// Two blocks, of which the second is written again: each is as it was or as it is.
  @Test(arguments: PowerCut.Journal.allCases) func blocksAreOldOrNew(journal: PowerCut.Journal) throws {
    let block = VirtualDisk.File.block
    let old = [UInt8](repeating: UInt8(ascii: "o"), count: 2 * block)
    let new = [UInt8](repeating: UInt8(ascii: "n"), count: 2 * block)
    let written = trace(
      [
        .create(inode: 2, path: "/d/a"), .write(inode: 2, offset: 0, bytes: 0..<(2 * block)), .sync(inode: 2),
        .sync(inode: 1), .write(inode: 2, offset: 0, bytes: (2 * block)..<(4 * block)),
      ], data: old + new)
    let states = try left(written, journal).map { $0.dropFirst(3) }.map { [$0.first, $0.last] }
    #expect(Set(states) == [["o", "o"], ["o", "n"], ["n", "o"], ["n", "n"]])
  }

  /// What is in a folder that has no name is not there, whatever was synced in it.
  @Test func aFolderNeedsItsName() throws {
    let below: [Trace.Operation] = [
      .makeFolder(inode: 5, path: "/d/f"), .create(inode: 2, path: "/d/f/a"), .sync(inode: 2), .sync(inode: 5),
    ]
    #expect(try left(trace(below), .perFolder) == ["", "/f /f/a="])
    #expect(try left(trace(below + [.sync(inode: 1)]), .perFolder) == ["/f /f/a="])
  }

  @Test(arguments: PowerCut.Journal.allCases) func whatIsRemovedMayStay(journal: PowerCut.Journal) throws {
    let removed = one + [.remove(path: "/d/a")]
    #expect(try left(trace(removed), journal) == ["/a=one", ""])
    #expect(try left(trace(removed + [.sync(inode: 1)]), journal) == [""])
  }

  @Test func theSameSeedGivesTheSame() throws {
    let unsynced = trace(one.dropLast(2))
    let cuts = try (0..<2).map { _ in
      try Self.seeds.map { try PowerCut(unsynced, at: 3, seed: $0, journal: .perFolder).files }
    }
    #expect(cuts[0] == cuts[1])
  }
}
