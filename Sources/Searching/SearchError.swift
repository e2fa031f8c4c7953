/// Why a question has no answer.
public enum SearchError: Error, Sendable, Equatable, CustomStringConvertible {
  case noSuchDebate(String)

  /// One line, with the way out.
  public var description: String {
    switch self {
    case .noSuchDebate(let id):
      "\(id): no such debate in the index; palabre search --json shows the ids of those it has"
    }
  }
}
