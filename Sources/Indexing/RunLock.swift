import Foundation
import Schema

/// The lock of a run on an index folder, for as long as this is there.
///
/// It is the system's lock (flock) on `INDEX/lock`, which ends with its process however that ends. The file stays: to
/// remove it would let two runs in. It says who holds the lock, and is empty after a run that came to its end; a name
/// in a lock that is free is that of a run which did not.
struct RunLock: ~Copyable {
  /// The run that held the lock last, when it ended without giving it up: killed, or the power went.
  let previous: LockHolder?
  /// Nil where nothing can be locked.
  private let descriptor: Int32?

  /// Bytes of the file that are read: many times what a holder writes.
  private static let maximumBytes = 4096

  /// Takes the lock, making the folder and the file where there is none.
  ///
  /// A folder whose files cannot be locked (some network file systems) is not kept from another run by this: Xapian's
  /// own lock follows.
  /// - Parameters:
  ///   - root: the index folder: an index, or a place where one may be made.
  ///   - command: what the run does, for those who find it at work.
  ///   - lock: the system's call; another in tests.
  /// - Throws: `IndexError.locked`, with nothing in the folder changed; `.cannotWrite`.
  init(root: String, command: String, lock: (Int32) -> Int32 = RunLock.flockNow) throws(IndexError) {
    let path = IndexLayout(root: root).lockFile
    let descriptor = try RunLock.open(path, in: root)
    var reason = lock(descriptor)
    while reason == EINTR { reason = lock(descriptor) }
    switch reason {
    case 0:
      self.descriptor = descriptor
      previous = RunLock.holder(in: descriptor)
      RunLock.write(.current(command: command), to: descriptor)
    case EOPNOTSUPP, ENOLCK, ENOSYS, EINVAL:
      close(descriptor)
      self.descriptor = nil
      previous = nil
    case EWOULDBLOCK:
      let holder = RunLock.settledHolder(in: descriptor)
      close(descriptor)
      throw .locked(root, by: holder, state: holder?.state ?? .unknown)
    default:
      close(descriptor)
      throw .cannotWrite(path, reason: "lock: \(String(cString: strerror(reason)))")
    }
  }

  deinit {
    guard let descriptor else { return }
    ftruncate(descriptor, 0)
    // A child that is between its fork and its exec has the descriptor too, and would keep the lock for a moment.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Who holds the lock of an index, or held it and did not come to its end; nil when nobody is named.
  static func holder(of layout: IndexLayout) -> LockHolder? {
    let descriptor = Foundation.open(layout.lockFile, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return holder(in: descriptor)
  }

  /// 0, or the system's reason.
  static func flockNow(_ descriptor: Int32) -> Int32 { flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno }

  private static func open(_ path: String, in root: String) throws(IndexError) -> Int32 {
    var descriptor = Foundation.open(path, O_RDWR | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT || errno == ENOTDIR {
      do {
        try DurableFile.makeFolder(root)
      } catch {
        throw .cannotWrite(root, reason: "\(error)")
      }
      descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    }
    guard descriptor >= 0 else { throw .cannotWrite(path, reason: String(cString: strerror(errno))) }
    return descriptor
  }

  /// The holder once it has written itself down: between its lock and that, the file is empty or names the one before.
  private static func settledHolder(in descriptor: Int32) -> LockHolder? {
    var found: LockHolder?
    for _ in 0..<20 {
      found = holder(in: descriptor)
      if let found, found.state != .ended { return found }
      usleep(5000)
    }
    return found
  }

  private static func holder(in descriptor: Int32) -> LockHolder? {
    var bytes = [UInt8](repeating: 0, count: maximumBytes)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return count > 0 ? try? StoredJSON.decode(LockHolder.self, from: bytes.prefix(count)) : nil
  }

  /// Not synced, and no error: it tells people, and the lock is held without it.
  private static func write(_ holder: LockHolder, to descriptor: Int32) {
    guard let json = try? StoredJSON.encode(holder) else { return }
    ftruncate(descriptor, 0)
    _ = pwrite(descriptor, json, json.count, 0)
  }
}

/// A run's lock as a property of a class.
final class HeldLock {
  private let lock: RunLock
  /// See ``RunLock/previous``.
  var previous: LockHolder? { lock.previous }

  init(root: String, command: String) throws(IndexError) { lock = try RunLock(root: root, command: command) }
}
