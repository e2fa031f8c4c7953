import Foundation

/// What of an address says which debate, comment or person it leads to.
enum AddressPart: Equatable, Sendable {
  /// The last name of the path, without extension: `velo` of `/2009/velo.html?x=1`.
  case name
  /// The path, without the site and without slashes at its ends: `2009/velo.html`.
  case path
  /// What follows `#`.
  case fragment
  /// The value of a parameter: `query id` takes `7` of `page.php?id=7`.
  case query(String)

  init?(_ text: String) {
    switch text {
    case "name": self = .name
    case "path": self = .path
    case "fragment": self = .fragment
    default:
      let words = text.split(separator: " ")
      guard words.count == 2, words[0] == "query" else { return nil }
      self = .query(String(words[1]))
    }
  }

  /// Nil when the address has no such part.
  func of(_ address: Substring) -> String? {
    let fragment = address.firstIndex(of: "#").map { address[$0...].dropFirst() }
    let beforeFragment = address.prefix { $0 != "#" }
    let path = Self.path(of: beforeFragment.prefix { $0 != "?" })
    let part: Substring?
    switch self {
    case .path: part = path
    case .fragment: part = fragment
    case .name:
      let name = path.split(separator: "/").last ?? ""
      let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
      part = stem.isEmpty ? name : stem
    case .query(let key):
      part =
        beforeFragment.drop { $0 != "?" }.dropFirst().split(separator: "&").lazy
        .compactMap { $0.hasPrefix(key + "=") ? $0.dropFirst(key.count + 1) : nil }.first
    }
    guard let part, !part.isEmpty else { return nil }
    return part.removingPercentEncoding ?? String(part)
  }

  private static func path(of address: Substring) -> Substring {
    var path = address
    if let scheme = path.firstRange(of: "//") { path = path[scheme.upperBound...].drop { $0 != "/" } }
    while path.first == "/" { path.removeFirst() }
    while path.last == "/" { path.removeLast() }
    return path
  }
}
