import Foundation
import Schema
import Xapian

extension IndexWriter {
  var segmentsFolder: String { layout.root + "/segments" }

  func beginSegments() throws {
    do throws(DurableFile.Failure) {
      segments = try Segments(folder: segmentsFolder, jobs: (jobs + 1) / 2, memory: 128 << 20)
    } catch {
      throw IndexError.cannotWrite(segmentsFolder, reason: "\(error)")
    }
  }

  /// Makes a generation of what was written before there were segments, and of the segments. Nothing of it is
  /// published before `commit()`.
  func joinSegments() throws {
    guard let segments else { return }
    self.segments = nil
    defer { segments.remove() }
    let paths = try storage { try segments.finish() }
    let joined = layout.generation(after: generation)
    // The first generation stays open until the second is published: its lock keeps other runs out.
    for audience in Audience.allCases {
      guard let box = writers[audience] else { continue }
      try storage { try box.writer.commit() }
    }
    do {
      try DurableFile.makeFolder(layout.root + "/" + joined)
    } catch {
      throw IndexError.cannotWrite(layout.root, reason: "\(error)")
    }
    for audience in Audience.allCases {
      let first = layout.has(audience, in: generation) ? [layout.database(audience, in: generation)] : []
      guard !first.isEmpty || paths[audience] != nil else { continue }
      try storage {
        let built = segmentsFolder + "/" + audience.rawValue
        try DurableFile.makeFolder(built)
        try Segment.build(from: paths[audience] ?? [], to: built, isDurable: false)
        try Compaction.join(first + [built], to: layout.database(audience, in: joined), isDurable: true)
      }
    }
    lockHolders += writers.values
    writers = [:]
    retired.append(generation)
    generation = joined
    pendingBytes = 0
    for audience in Audience.allCases where layout.has(audience, in: generation) { _ = try open(audience) }
  }

  /// Removes the generation that was joined into the published one.
  func removeRetired() {
    lockHolders = []
    for generation in retired { try? FileManager.default.removeItem(atPath: layout.root + "/" + generation) }
    retired = []
  }
}
