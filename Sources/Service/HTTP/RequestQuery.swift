import Foundation

/// The query part of an address, as forms write it: `+` for a space, the rest percent-encoded UTF-8 (WHATWG URL,
/// application/x-www-form-urlencoded).
struct RequestQuery: Sendable, Equatable {
  /// Names with values, in their order.
  let items: [(name: String, value: String)]

  /// No items.
  static let none = RequestQuery()

  private init() { items = [] }

  /// - Throws: `ServiceError.malformedAddress` for what is not UTF-8, or has more parameters than anything takes.
  init(_ text: String?) throws(ServiceError) {
    var items: [(String, String)] = []
    for item in (text ?? "").split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = RequestQuery.decoded(parts[0]),
        let value = parts.count > 1 ? RequestQuery.decoded(parts[1]) : "", items.count < RequestBounds.parameters
      else { throw .malformedAddress }
      items.append((name, value))
    }
    self.items = items
  }

  /// The values of a name.
  subscript(name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

  /// Nil for what is not percent-encoded UTF-8.
  private static func decoded(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding
  }

  /// Percent-encoded for a query: everything but letters, digits and `-._~`.
  static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }

  private static let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

  static func == (one: RequestQuery, other: RequestQuery) -> Bool {
    one.items.elementsEqual(other.items) { $0 == $1 }
  }
}
