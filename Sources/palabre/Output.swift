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

/// The system's words for an error of Foundation, which keeps them inside or has only a code of its own.
enum SystemReason {
  static func of(_ error: any Error) -> String {
    let outer = error as NSError
    let inner = outer.userInfo[NSUnderlyingErrorKey] as? NSError
    for error in [inner, outer] {
      if let error, error.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(error.code))) }
    }
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile?, .fileReadNoSuchFile?: return String(cString: strerror(ENOENT))
    case .fileWriteNoPermission?: return String(cString: strerror(EACCES))
    case .fileWriteOutOfSpace?: return String(cString: strerror(ENOSPC))
    default: return error.localizedDescription
    }
  }
}
