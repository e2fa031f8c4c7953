import Foundation

/// Addresses of the service's own pages, as they are written into pages: paths, below that of the base address.
struct SiteLinks: Sendable {
  /// What a proxy takes off before the service sees a path; empty for nothing.
  let root: String

  var home: String { root + "/" }

  /// - Parameters:
  ///   - query: what to look for in it.
  ///   - around: a passage that must be on the page.
  ///   - offset: how many passages come before the page.
  ///   - fragment: of a passage within the page.
  func debate(
    _ id: String, query: String = "", around: String? = nil, offset: Int = 0, fragment: String? = nil
  ) -> String {
    let items = [
      query.isEmpty ? nil : "q=\(RequestQuery.encoded(query))", around.map { "at=\(RequestQuery.encoded($0))" },
      offset > 0 ? "offset=\(offset)" : nil,
    ].compactMap(\.self)
    return "\(root)/debates/\(SiteLinks.encoded(id))\(items.isEmpty ? "" : "?")\(items.joined(separator: "&"))"
      + (fragment.map { "#\(RequestQuery.encoded($0))" } ?? "")
  }

  func speaker(_ id: String) -> String { "\(root)/speakers/\(SiteLinks.encoded(id))" }

  func expertise(_ name: String) -> String { "\(root)/expertises/\(SiteLinks.encoded(name))" }

  /// A search, with what it narrows by.
  func search(_ parameters: RequestParameters, path: String = "/search") -> String {
    let query = parameters.encoded
    return root + path + (query.isEmpty ? "" : "?\(query)")
  }

  /// An id in a path. Slashes are kept, so that addresses that are ids can be read; proxies and browsers would join two
  /// of them, or take dots for folders, and then all is encoded.
  private static func encoded(_ id: String) -> String {
    let isPlain =
      !id.contains("//") && !id.split(separator: "/").contains { $0 == "." || $0 == ".." }
      && !id.hasPrefix("/") && !id.hasSuffix("/")
    guard isPlain else { return RequestQuery.encoded(id).replacing(".", with: "%2E") }
    return id.split(separator: "/").map { RequestQuery.encoded(String($0)) }.joined(separator: "/")
  }
}
