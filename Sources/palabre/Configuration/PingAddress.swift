import CPing
import Foundation

/// Where a dead-man's switch waits for the word that a run has ended well, such as healthchecks.io.
struct PingAddress: Sendable, Equatable {
  /// Seconds that a ping may take.
  static let maximumSeconds = 10

  private let components: URLComponents

  /// Nil for what is not an http or https address.
  init?(_ text: String) {
    guard let components = URLComponents(string: text), ["http", "https"].contains(components.scheme?.lowercased()),
      components.host?.isEmpty == false
    else {
      return nil
    }
    self.components = components
  }

  /// The address itself when a run has ended well, and `/fail` below it when it has not.
  func text(isSuccess: Bool) -> String {
    var components = self.components
    if !isSuccess { components.path += components.path.hasSuffix("/") ? "fail" : "/fail" }
    return components.string ?? ""
  }

  /// Pings. Returns why it could not, if so.
  func ping(isSuccess: Bool) -> String? {
    var reason = [CChar](repeating: 0, count: 256)
    guard cping_get(text(isSuccess: isSuccess), PingAddress.maximumSeconds, &reason, reason.count) != 0 else {
      return nil
    }
    return String(decoding: reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension PingAddress {
  /// Why an address cannot be called; nil when it can be tried.
  static func problem(with address: String) -> String? {
    PingAddress(address) == nil ? "\"\(address)\" is not an address such as https://example.org/ping" : nil
  }
}
