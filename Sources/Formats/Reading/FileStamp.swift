import Foundation

/// What the system says of a file without opening it: it changes with every change of the file.
struct FileStamp: Equatable {
  let device, inode: UInt64
  /// Nil for what is not a regular file: a pipe or a device has no size to count on.
  let bytes: Int64?
  /// Nanoseconds since 1970, of the last change of the content and of anything else.
  let modified, changed: Int64
  let isFolder: Bool

  /// Follows links; nil where nothing is, or it cannot be looked at.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let kind = status.st_mode & S_IFMT
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    bytes = kind == S_IFREG ? Int64(status.st_size) : nil
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    self.modified = FileStamp.nanoseconds(modified)
    self.changed = FileStamp.nanoseconds(changed)
    isFolder = kind == S_IFDIR
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue &+ Int64(time.tv_nsec)
  }
}
