import Foundation

/// Standard output as bytes. (FileHandle's plain `write` ends the process when the disk is full.)
enum Output {
  /// What the system said when it took no more.
  struct Failure: Error, CustomStringConvertible {
    var reason: String
    var description: String { "standard output: cannot write: \(reason)" }
  }

  static func write(_ data: Data) throws(Failure) {
    try flush()
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      throw Failure(reason: SystemReason.of(error))
    }
  }

  /// Sends on what `print` has kept back.
  static func flush() throws(Failure) {
    guard fflush(nil) == 0 else { throw Failure(reason: String(cString: strerror(errno))) }
  }
}

/// The system's words for an error of Foundation, which wraps them twice.
enum SystemReason {
  static func of(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let underlying, underlying.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
    return String(cString: strerror(Int32(underlying.code)))
  }
}
