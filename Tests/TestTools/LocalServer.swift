import Foundation
import Synchronization

/// An HTTP server of this host that gives every request the same answer and remembers the first lines.
public final class LocalServer: Sendable {
  /// Where it listens.
  public let port: UInt16
  private let descriptor: Int32
  private let seen = Mutex<[String]>([])

  /// It could not be started.
  public struct Failure: Error {}

  /// - Parameter answer: status and reason, such as `200 OK`; nil to accept and never answer.
  public init(answer: String?) throws {
    descriptor = socket(AF_INET, LocalServer.stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let descriptor = self.descriptor
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 8) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    guard isListening else { throw Failure() }
    Thread { [self] in serve(answer) }.start()
  }

  /// The first lines of the requests so far.
  public var requests: [String] { seen.withLock { $0 } }

  /// Takes no more requests.
  public func stop() {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  #if canImport(Darwin)
    private static let stream = SOCK_STREAM
  #else
    private static let stream = Int32(SOCK_STREAM.rawValue)
  #endif

  private func serve(_ answer: String?) {
    while true {
      let connection = accept(descriptor, nil, nil)
      guard connection >= 0 else { return }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(connection, &bytes, bytes.count)
      let line = String(decoding: bytes.prefix(max(0, count)).prefix { $0 != 13 }, as: UTF8.self)
      seen.withLock { $0.append(line) }
      guard let answer else { continue }
      let text = Array("HTTP/1.1 \(answer)\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok".utf8)
      _ = write(connection, text, text.count)
      close(connection)
    }
  }
}
