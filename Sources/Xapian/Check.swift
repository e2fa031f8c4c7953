import CXapian

/// Xapian's own check of an index's tables.
public struct StructureReport: Sendable, Equatable {
  /// How many faults it found.
  public let faults: Int
  /// Its words, a few lines a table.
  public let words: String

  /// Reads every block of the index in the folder at `path`.
  ///
  /// Files that are damaged enough end the process, or keep it busy for ever: call this in a process of its own. Glass
  /// has no checksums: what is wrong and well-formed is not found.
  ///
  /// - Throws: ``XapianError``: `notFound`, `opening`, `corrupt`, `modified`, `version`, `io`, `invalidArgument` (an
  ///   empty path, or one that holds a NUL).
  public init(path: String) throws(XapianError) {
    let path = Array(path.utf8)
    var found = 0
    words = try ByteStrings.crossing { cxapian_check(path, path.count, &found, $0, $1) }.string(at: 0)
    faults = found
  }
}
