import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where bytes come from, read once from the first to the last.
protocol ByteSource: AnyObject {
  /// Reads into `buffer`; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int
}

/// Why bytes stop coming, in plain words.
struct ReadError: Error, Equatable {
  let reason: String

  init(reason: String) { self.reason = reason }

  /// What the system said when it refused.
  init(number: Int32) { reason = "cannot be read: \(String(cString: strerror(number)))" }
}

/// An open file; the descriptor is closed with it when it was opened here.
final class FileBytes: ByteSource {
  private let descriptor: Int32
  private let owned: Bool

  /// Reads a descriptor that somebody else closes.
  init(descriptor: Int32) {
    self.descriptor = descriptor
    owned = false
  }

  /// Opens a file.
  ///
  /// - Throws: ``ReadError`` with the system's reason.
  init(path: String) throws(ReadError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    owned = true
    guard descriptor >= 0 else { throw ReadError(number: errno) }
  }

  deinit { if owned, descriptor >= 0 { close(descriptor) } }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      guard errno == EINTR else { throw ReadError(number: errno) }
    }
  }
}

/// Bytes that are in memory already.
final class MemoryBytes: ByteSource {
  private var rest: Data

  init(_ data: Data) { rest = data }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    let part = rest.prefix(buffer.count)
    rest = rest.dropFirst(part.count)
    return part.copyBytes(to: buffer)
  }
}
