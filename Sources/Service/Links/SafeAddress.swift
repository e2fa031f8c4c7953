import Foundation

/// An address of the web that a source gave, fit for a link: never a script.
struct SafeAddress {
  let text: String
  let host: String

  /// Nil for what is not `http` or `https` with a host.
  init?(_ text: String) {
    guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
      ["http", "https"].contains(parts.scheme?.lowercased())
    else { return nil }
    self.text = text
    self.host = host
  }
}
