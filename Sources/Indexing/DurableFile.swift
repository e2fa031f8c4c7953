import Foundation

/// Small files that are there whole or not at all, whenever the power goes.
enum DurableFile {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Writes beside the file, syncs, renames over it, and syncs the folder.
  /// - Parameters:
  ///   - suffix: of the file beside it; one of their own for writers that no lock keeps apart.
  ///   - isForAll: whether everybody may read it, whatever the umask says.
  static func replace(
    _ path: String, with text: String, suffix: String = ".new", isForAll: Bool = false
  ) throws(Failure) {
    let temporary = path + suffix
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure("open") }
    let bytes = Array(text.utf8)
    let isWritten =
      (!isForAll || fchmod(file, 0o644) == 0) && write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    let reason = failure("write")
    close(file)
    guard isWritten else { throw reason }
    guard rename(temporary, path) == 0 else { throw failure("rename") }
    try syncFolder(folder(of: path))
  }

  /// Renames a file or folder, and syncs the folder that it comes to.
  static func move(_ path: String, to place: String) throws(Failure) {
    guard rename(path, place) == 0 else { throw failure("rename") }
    try syncFolder(folder(of: place))
  }

  /// Makes a folder, and those above it, each with its name in the one above.
  static func makeFolder(_ path: String) throws(Failure) {
    let above = folder(of: path)
    if mkdir(path, 0o755) != 0 {
      if errno == EEXIST { return }
      guard errno == ENOENT, !above.isEmpty, above != path else { throw failure("make a folder") }
      try makeFolder(above)
      guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure("make a folder") }
    }
    try syncFolder(above)
  }

  /// Syncs the folder that a file or folder is in.
  static func syncName(of path: String) throws(Failure) { try syncFolder(folder(of: path)) }

  /// The folder that a path is in; empty for the current one. (`NSString` ends the process over a name of one letter.)
  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Writes the names in a folder to the disk: a file is not there for sure before its name is.
  private static func syncFolder(_ path: String) throws(Failure) {
    let folder = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw failure("open the folder") }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw failure("sync the folder") }
  }

  private static func failure(_ call: String) -> Failure {
    Failure(description: "\(call): \(String(cString: strerror(errno)))")
  }
}
