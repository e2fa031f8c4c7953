import Foundation

/// The system's lock on a folder, for as long as this is there.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Nil when another holds it. A folder that cannot be locked (some network file systems) counts as locked by us:
  /// Xapian's own lock follows.
  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
