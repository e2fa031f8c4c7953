import Debates
import Foundation

/// Where a page of results ended: what was shown so far.
///
/// The next page is the best of what was not shown, so that while the index moves nothing comes twice, and what a new
/// debate pushes down is not passed over. 32 bits of the hash of the search, then of each result shown, in base 64 as
/// URLs have it (RFC 4648, section 5).
struct PageCursor: Equatable {
  private let search: UInt32
  private(set) var shown: Set<UInt32> = []

  /// Results that a cursor can hold, and so how far one can page.
  static let maximumShown = 2000

  /// The first page of a search.
  init(_ request: SearchRequest) {
    search = PageCursor.hash(
      "\(request.rank)\0\(request.sort)\0\(request.query)\0\(request.filters)\0\(request.halfLife ?? 0)")
  }

  /// The page that follows another of the same search.
  /// - Throws: `SearchError.foreignCursor`.
  init(_ text: String, of request: SearchRequest) throws(SearchError) {
    self.init(request)
    guard text.utf8.count <= (PageCursor.maximumShown + 1) * 6, let words = PageCursor.words(of: text),
      words.first == search
    else { throw .foreignCursor }
    shown = Set(words.dropFirst())
  }

  /// Whether a result was shown already.
  func hasShown(_ id: String) -> Bool { !shown.isEmpty && shown.contains(PageCursor.hash(id)) }

  /// The cursor of the page after some more results; nil when it would hold too many.
  func after(_ ids: some Sequence<String>) -> PageCursor? {
    var next = self
    for id in ids { next.shown.insert(PageCursor.hash(id)) }
    return next.shown.count <= PageCursor.maximumShown ? next : nil
  }

  /// As it goes out.
  var text: String {
    let bytes = ([search] + shown.sorted()).flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    }
    return Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
      "=", with: "")
  }

  private static func words(of text: String) -> [UInt32]? {
    var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
    base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: base64), data.count % 4 == 0 else { return nil }
    let bytes = [UInt8](data)
    return stride(from: 0, to: bytes.count, by: 4).map { start in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32($1 * 8) }
    }
  }

  private static func hash(_ text: String) -> UInt32 {
    Array(text.utf8).withUnsafeBytes { UInt32(truncatingIfNeeded: ShortHash.of($0, seed: 0)) }
  }
}
