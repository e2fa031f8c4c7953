import Foundation
import NIOCore

/// The service cannot listen where it should.
public struct ListeningError: Error, Sendable, CustomStringConvertible {
  let host: String
  let port: Int
  private let cause: String

  /// With the place, the reason and the way out.
  public var description: String {
    "\(host.contains(":") ? "[\(host)]" : host):\(port): cannot listen: \(cause); "
      + "take another with --host and --port, or end what has it"
  }

  /// Whether an error is of the address, and not of what was served there.
  static func isReason(_ error: any Error) -> Bool {
    error is IOError || error is SocketAddressError || error is SocketAddressError.UnknownHost
  }

  init(host: String, port: Int, reason: any Error) {
    self.host = host
    self.port = port
    cause = (reason as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? "no such address"
  }
}
