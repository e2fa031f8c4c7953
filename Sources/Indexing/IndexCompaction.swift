import Analysis
import Foundation
import Schema
import Xapian

/// Makes an index as small as it can be: what years of changes in place have left half empty is written anew.
public enum IndexCompaction {
  /// What came of it.
  public struct Result: Encodable, Sendable {
    /// Bytes of the databases before.
    public var before: Int
    /// Bytes of the databases now.
    public var after: Int
    /// The generation in use now.
    public var generation: String
  }

  /// Writes the databases of an index into the next generation, which takes the place of the one in use by rename.
  ///
  /// Searches go on meanwhile; runs are kept out. Needs the disk space of a second index. What ends it early leaves the
  /// index as it was.
  /// - Throws: `IndexError`, among them `.locked`; `AnalysisError`.
  public static func run(path: String) throws -> Result {
    let layout = IndexLayout(root: path)
    guard try layout.generation() != nil else { throw IndexError.notFound(path) }
    let writer = try IndexWriter(layout, fingerprint: try AnalysisFingerprint.current(), command: "compact")
    guard let old = writer.generation else { throw IndexError.notFound(path) }
    let before = layout.bytes(of: old)
    let new = try writer.compact(old)
    return Result(before: before, after: layout.bytes(of: new), generation: new)
  }
}

extension IndexWriter {
  /// Returns the generation that has taken the place of `old`.
  fileprivate func compact(_ old: String) throws -> String {
    let next = try makeGeneration(layout.generation(after: old))
    do {
      for audience in Audience.allCases where layout.has(audience, in: old) {
        let (source, destination) = (layout.database(audience, in: old), layout.database(audience, in: next))
        try storage {
          try Compaction.join([source], to: destination, isDurable: true)
          try requireSame(source, destination)
        }
      }
    } catch {
      try? FileManager.default.removeItem(atPath: layout.root + "/" + next)
      throw error
    }
    try publish(next)
    return next
  }

  /// The one before is removed next: a copy of damaged files must not take its place.
  private func requireSame(_ old: String, _ new: String) throws {
    let before = try Reader(path: old)
    let after = try Reader(path: new)
    let isSame = try before.documentCount == after.documentCount && before.lengths.total == after.lengths.total
    guard isSame, try before.metadataKeys(prefix: "") == after.metadataKeys(prefix: "") else {
      throw IndexError.corrupt(old, what: "what was copied of it")
    }
  }
}
