import Foundation

/// The address that is told how a run went.
enum PingAddress {
  /// Why it cannot be called; nil when it can be tried.
  static func problem(with address: String) -> String? {
    let parts = URLComponents(string: address)
    guard let scheme = parts?.scheme, ["http", "https"].contains(scheme), parts?.host?.isEmpty == false else {
      return "\"\(address)\" is not an address such as https://example.org/ping"
    }
    return nil
  }
}
