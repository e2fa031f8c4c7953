import Foundation

/// Where readers reach the service: scheme, host and, behind a proxy that takes it off, the beginning of every path.
public struct BaseURL: Sendable, Equatable, CustomStringConvertible {
  /// `https://example.org`, without a slash at the end.
  public let origin: String
  /// `/debats`, or empty; without a slash at the end.
  public let path: String

  /// Nil for what is no `http` or `https` address with a host, or has a query or a fragment.
  public init?(_ text: String) {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = parts.percentEncodedHost, !host.isEmpty,
      parts.query == nil, parts.fragment == nil, parts.user == nil, parts.password == nil
    else { return nil }
    origin = "\(scheme)://\(host)\(parts.port.map { ":\($0)" } ?? "")"
    var path = parts.percentEncodedPath
    while path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// The address, without a slash at the end.
  public var description: String { origin + path }
}
