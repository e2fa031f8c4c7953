/// Why reading cannot begin.
public enum SourceError: Error, Sendable, Equatable {
  /// No file or folder has this name.
  case notFound(String)
}

extension SourceError: CustomStringConvertible {
  /// One line for standard error.
  public var description: String {
    switch self {
    case .notFound(let path): "\(path): no such file or folder; check the name"
    }
  }
}
