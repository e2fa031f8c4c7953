/// A query as it was understood, and what had to be made of it for that.
public struct ParsedQuery: Sendable, Equatable {
  /// What is searched.
  public var tree: QueryTree
  /// What was not understood as it may have been meant, in the order of the text; empty for a query without fault.
  public var notes: [QueryNote]
}

/// Something in a query that was understood otherwise than it is written.
public struct QueryNote: Sendable, Equatable, Encodable {
  /// The piece of the query, as typed.
  public var text: String
  /// What was made of it and why, in plain words.
  public var message: String
}
