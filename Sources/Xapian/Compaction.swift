import CXapian

/// Joins indexes that were written apart.
public enum Compaction {
  /// Makes one index at `destination`, where nothing may be, of those at `paths`, which stay as they are.
  ///
  /// Documents are numbered anew in the order of the paths; of metadata under one key the first stands. Each path
  /// costs about five file descriptors.
  ///
  /// - Parameter isDurable: whether a power cut after the call may lose nothing of it.
  /// - Throws: ``XapianError``: `exists` (there is an index at the destination), `notFound`, `opening`, `corrupt`,
  ///   `version`, `diskFull`, `io`, `invalidArgument` (no path, an empty one, or one that holds a NUL).
  public static func join(_ paths: [String], to destination: String, isDurable: Bool) throws(XapianError) {
    let sources = ByteStrings(paths)
    let destination = Array(destination.utf8)
    try crossing {
      cxapian_compact(
        sources.bytes, sources.ends, sources.ends.count, destination, destination.count, isDurable, $0)
    }
  }
}
