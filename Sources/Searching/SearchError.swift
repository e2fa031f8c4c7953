/// Why a question has no answer.
public enum SearchError: Error, Sendable, Equatable, CustomStringConvertible {
  case noSuchDebate(String)
  /// A cursor that no page of this search gave.
  case foreignCursor

  /// One line, with the way out.
  public var description: String {
    switch self {
    case .noSuchDebate(let id):
      "\(id): no such debate in the index; palabre search --json shows the ids of those it has"
    case .foreignCursor:
      "the cursor is not of this search; take \"next\" of the page before it, and leave the query and its options as they are"
    }
  }
}
