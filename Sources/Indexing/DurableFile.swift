import Foundation

/// Small files that are there whole or not at all, whenever the power goes.
enum DurableFile {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Writes beside the file, syncs, renames over it, and syncs the folder.
  static func replace(_ path: String, with text: String) throws(Failure) {
    let temporary = path + ".new"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure("open") }
    let bytes = Array(text.utf8)
    let isWritten = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    let reason = failure("write")
    close(file)
    guard isWritten else { throw reason }
    guard rename(temporary, path) == 0 else { throw failure("rename") }
    try syncFolder((path as NSString).deletingLastPathComponent)
  }

  /// Makes a folder, and those above it, each with its name in the one above.
  static func makeFolder(_ path: String) throws(Failure) {
    let above = (path as NSString).deletingLastPathComponent
    if mkdir(path, 0o755) != 0 {
      if errno == EEXIST { return }
      guard errno == ENOENT, !above.isEmpty, above != path else { throw failure("make a folder") }
      try makeFolder(above)
      guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure("make a folder") }
    }
    try syncFolder(above.isEmpty ? "." : above)
  }

  /// Writes the names in a folder to the disk: a file is not there for sure before its name is.
  private static func syncFolder(_ path: String) throws(Failure) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw failure("open the folder") }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw failure("sync the folder") }
  }

  private static func failure(_ call: String) -> Failure {
    Failure(description: "\(call): \(String(cString: strerror(errno)))")
  }
}
