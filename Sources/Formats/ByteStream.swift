#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file, read in chunks; the descriptor is closed with it when it was opened here.
struct ByteStream: ~Copyable {
  private let descriptor: Int32
  private let owned: Bool

  /// Reads a descriptor that somebody else closes.
  init(descriptor: Int32) {
    self.descriptor = descriptor
    owned = false
  }

  /// Opens a file.
  ///
  /// - Throws: ``SystemError`` with the system's reason.
  init(path: String) throws(SystemError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(number: errno) }
    owned = true
  }

  deinit { if owned { close(descriptor) } }

  /// Reads into `buffer`; 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      guard errno == EINTR else { throw SystemError(number: errno) }
    }
  }
}

/// What the system said when it refused.
struct SystemError: Error {
  let number: Int32
  var reason: String { String(cString: strerror(number)) }
}
