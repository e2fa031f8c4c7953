import Foundation

/// A client that sends just the bytes it is told to, over a socket of its own.
final class RawClient: Sendable {
  private let descriptor: Int32

  struct Failure: Error { var step: String }

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    address.sin_port = UInt16(port).bigEndian
    // Longer than anything here takes.
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else {
      close(descriptor)
      throw Failure(step: "connect")
    }
  }

  deinit { close(descriptor) }

  /// Whether all of it went out; a server that has closed takes no more.
  @discardableResult
  func send(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }

  /// What comes until something is in it, or until the server closes.
  func receive(until isEnough: (String) -> Bool = { _ in false }) -> (text: String, isClosed: Bool) {
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let text = String(decoding: received, as: UTF8.self)
      if isEnough(text) { return (text, false) }
      let count = recv(descriptor, &buffer, buffer.count, 0)
      // A reset is an end as well.
      if count == 0 || (count < 0 && errno == ECONNRESET) { return (text, true) }
      if count < 0 { return (text, false) }
      received += buffer.prefix(count)
    }
  }

  /// No more is sent; answers can still come.
  func finish() { shutdown(descriptor, Int32(SHUT_WR)) }
}

/// `RawClient` blocks its thread, and the threads of tests are few.
func blocking<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { waiting in
    Thread { waiting.resume(with: Result { try work() }) }.start()
  }
}
