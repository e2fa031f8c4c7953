import Foundation

/// The address of a page on the web, the only kind that is opened or made a link: sources may hold others, which would
/// read files or run programs.
struct WebAddress: Equatable {
  /// Printable ASCII, beginning with its scheme.
  let text: String

  /// Nil for what is no such address.
  init?(_ text: String) {
    guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
      !(url.host ?? "").isEmpty
    else { return nil }
    let encoded = url.absoluteString
    guard encoded.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    self.text = encoded
  }
}
