/// One or two windows of a text with the parts of them that match, so that each reader marks them in its own way.
public struct Highlights: Sendable, Equatable {
  /// A run of text as written.
  public struct Run: Sendable, Equatable {
    /// As written, white space folded, without characters that turn the direction of what follows.
    public var text: String
    /// Whether the query asked for it.
    public var isMatch: Bool

    /// Text was left out between two windows: an ellipsis, which nobody wrote.
    public static let gap = Run(text: " … ", isMatch: false)
  }

  /// The windows, in order, with `Run.gap` between two.
  public var runs: [Run]
  /// Text was cut before the first window.
  public var isCutBefore: Bool
  /// Text was cut after the last window.
  public var isCutAfter: Bool

  /// The text, marked by `mark` and escaped by `escape`, with ellipses where it was cut.
  public func rendered(escape: (String) -> String = { $0 }, mark: (String) -> String) -> String {
    let body = runs.map { $0.isMatch ? mark(escape($0.text)) : escape($0.text) }.joined()
    return (isCutBefore ? "… " : "") + body + (isCutAfter ? " …" : "")
  }

  /// Escaped HTML with `<mark>`.
  public var html: String { rendered(escape: Highlights.escaped) { "<mark>\($0)</mark>" } }

  /// A text as HTML, in an attribute too.
  public static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
