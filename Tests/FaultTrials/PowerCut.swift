import Foundation
import TestTools

/// What a power cut leaves of a disk: one of the many things that it may.
///
/// What a sync covered is there: of a file its bytes and its size, of a folder its names. Of all that came later
/// - each write of a file is there or not, for each block of 4 KiB of its own; where a file is longer than what was
///   written, there are zeros; its size is one that it had;
/// - names (made, renamed, removed) are there in the order in which they were given, up to some point: one point for
///   the whole disk, as on a file system that writes one journal, or one for each folder, which is all that POSIX
///   promises. With one journal, the sync of any folder, or of a file that is new or has grown, writes all names
///   given before.
struct PowerCut {
  /// How names are written.
  enum Journal: CaseIterable { case one, perFolder }

  /// What is there afterwards, by path below the root.
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var folders: [String] = []
  /// How many runs had been told to be safe.
  let acknowledged: Int

  private let trace: Trace
  private let journal: Journal
  private var random: Seeded
  private var lastWritten = 0

  /// - Parameters:
  ///   - end: the operation at whose beginning the power goes.
  ///   - forgetsFolders: as if no folder had been synced; see ``VirtualDisk``.
  init(_ trace: Trace, at end: Int, seed: UInt64, journal: Journal, forgetsFolders: Bool = false) throws {
    let disk = VirtualDisk(trace, forgetsFolders: forgetsFolders)
    try disk.replay(upTo: end)
    self.trace = trace
    self.journal = journal
    random = Seeded(seed: seed)
    acknowledged = disk.acknowledged
    lastWritten = point(from: disk.lastJournaled, to: disk.lastChange)
    leave(disk.root, at: "")
  }

  /// Writes it to an empty folder.
  func write(to root: String) throws {
    for folder in folders {
      try FileManager.default.createDirectory(atPath: root + folder, withIntermediateDirectories: true)
    }
    for (path, bytes) in files { try Data(bytes).write(to: URL(fileURLWithPath: root + path)) }
  }

  /// Half of the time one of the ends, which are likelier than what is between.
  private mutating func point(from first: Int, to last: Int) -> Int {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: first
    case 1: last
    default: Int.random(in: first...last, using: &random)
    }
  }

  private mutating func leave(_ folder: VirtualDisk.Folder, at path: String) {
    var entries = folder.durable
    let count = journal == .perFolder ? point(from: 0, to: folder.pending.count) : 0
    for (place, change) in folder.pending.enumerated()
    where journal == .perFolder ? place < count : change.number <= lastWritten {
      for (name, node) in change.names { entries[name] = node }
    }
    folders.append(path)
    // In an order of their own: the generator has to give the same to the same.
    for (name, node) in entries.sorted(by: { $0.key < $1.key }) {
      switch node {
      case .file(let file): files["\(path)/\(name)"] = contents(of: file)
      case .folder(let folder): leave(folder, at: "\(path)/\(name)")
      }
    }
  }

  private mutating func contents(of file: VirtualDisk.File) -> [UInt8] {
    let left = VirtualDisk.File()
    left.durable = file.durable
    guard !file.pending.isEmpty else { return left.durable }
    let share = [0, 0.5, 1][Int.random(in: 0..<3, using: &random)]
    var sizes = [left.durable.count]
    for change in file.pending {
      if case .resize = change, !random.happens(share) { continue }
      left.apply(change, trace) { _ in random.happens(share) }
      sizes.append(left.durable.count)
    }
    let size = share == 0 ? sizes[0] : share == 1 ? left.durable.count : sizes.randomElement(using: &random) ?? 0
    left.resize(size)
    return left.durable
  }
}
