import Schema
import Xapian

/// How much an index holds, as far as its audience may see it.
public struct IndexSize: Sendable, Equatable {
  /// How many debates have passages.
  public var debates: Int
  /// How many passages there are.
  public var passages: Int
}

extension SearchIndex {
  /// How much there is, without reading any of it.
  /// - Throws: `IndexError`.
  public func size() throws -> IndexSize {
    try inOneRevision {
      IndexSize(
        debates: Int(try reader.handle.frequency(ofTerm: TermPrefix.first.rawValue)),
        passages: Int(try reader.handle.documentCount))
    }
  }
}
