import Formats
import Foundation
import Schema
import Xapian

extension IndexWriter {
  private var segmentsFolder: String { layout.root + "/segments" }

  func makeSegments() throws -> Segments {
    do throws(DurableFile.Failure) {
      return try Segments(folder: segmentsFolder, jobs: (jobs + 1) / 2, memory: segmentMemory)
    } catch {
      throw IndexError.cannotWrite(segmentsFolder, reason: "\(error)")
    }
  }

  /// Builds the next generation of the databases, from what is kept of this one and from the segments, and puts it in
  /// its place. Readers that have the old one open go on reading it.
  func commitGeneration() throws {
    guard let segments else { return }
    self.segments = nil
    let leftOut = self.leftOut
    self.leftOut = [:]
    defer { segments.remove() }
    let paths = try storage { try segments.finish() }
    let next = try makeGeneration(generation.map { layout.generation(after: $0) } ?? "generation-1")
    for audience in Audience.allCases {
      let base = generation.flatMap { layout.has(audience, in: $0) ? layout.database(audience, in: $0) : nil }
      guard base != nil || paths[audience] != nil else { continue }
      let database = layout.database(audience, in: next)
      try makeFolder(database)
      try storage {
        try Segment.build(
          from: paths[audience] ?? [], base: base, without: leftOut[audience] ?? [], to: database, isDurable: true)
      }
    }
    try publish(next)
  }

  func makeGeneration(_ name: String) throws -> String {
    try makeFolder(layout.root + "/" + name)
    return name
  }

  private func makeFolder(_ path: String) throws {
    do throws(DurableFile.Failure) {
      try DurableFile.makeFolder(path)
    } catch {
      throw IndexError.cannotWrite(path, reason: "\(error)")
    }
  }

  /// Names a generation in `CURRENT`, by rename, syncs the folder, and removes the one before.
  func publish(_ next: String) throws {
    do throws(DurableFile.Failure) {
      // A run that was killed may have made the index folder and not come to syncing its name.
      if isFresh { try DurableFile.syncName(of: layout.root) }
      try DurableFile.replace(layout.currentFile, with: next + "\n")
    } catch {
      throw IndexError.cannotWrite(layout.currentFile, reason: "\(error)")
    }
    if let generation { removeGeneration(generation) }
    generation = next
  }

  /// Removes what a run left behind that ended before it could put a generation in its place, or remove the one before:
  /// nobody has ever seen the first, and nobody needs the second. The lock is held by now.
  func clearLeftovers() {
    try? FileManager.default.removeItem(atPath: segmentsFolder)
    try? FileManager.default.removeItem(atPath: layout.rebuildFolder)
    if isFresh {
      for file in [layout.receiptsFile, layout.surveysFile] { try? FileManager.default.removeItem(atPath: file) }
    }
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: layout.root)) ?? []
    for entry in entries where entry.hasPrefix("generation-") && entry != generation { removeGeneration(entry) }
  }

  /// Removes a generation: at once from where it would be opened, then file by file. Of what is half removed, one who
  /// opens it may find less than he thinks.
  private func removeGeneration(_ generation: String) {
    let path = layout.root + "/" + generation
    let retired = generation.hasSuffix(".old") ? path : path + ".old"
    if retired != path { rename(path, retired) }
    try? FileManager.default.removeItem(atPath: retired)
  }

  /// Adds a receipt to those of earlier runs, when there is an index to keep it in. Call it after the commit: a crash
  /// between the two loses a receipt, never data.
  func add(_ receipt: Receipt, refusals: [[LocatedError]]) throws(IndexError) {
    guard !isFresh else { return }
    try ReceiptBook.add(receipt, refusals: refusals, in: layout)
  }

  /// What tells one state of the index from every other: the generation, and of each database who it is and how often
  /// it was committed. Nil where there is no index.
  func state() throws -> String? {
    guard let generation else { return nil }
    return try storage {
      try Audience.allCases.reduce(into: generation) { state, audience in
        guard let box = try reader(audience) else { return }
        state += " \(try box.reader.uuid):\(try box.reader.revision)"
      }
    }
  }
}
