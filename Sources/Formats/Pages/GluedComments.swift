import Debates

/// Comments that a browser glued into one line: `Comment from NAME: text Comment from NAME: text`.
struct GluedComments {
  /// One comment, without white space at its ends.
  struct Comment {
    let name: String
    let text: Substring
  }

  /// What stands before the first comment.
  private(set) var before: Substring
  private(set) var comments: [Comment] = []

  private static let opening = "Comment from "

  /// Cuts `text` where somebody signs; people of `known` ids are recognised however their name is written.
  init(_ text: String, known: Set<String> = []) {
    before = text[...]
    var name: String?
    var start = text.startIndex
    func close(at end: String.Index) {
      if let name {
        comments.append(
          Comment(
            name: name,
            text: (end == text.endIndex ? text[start...].trimmed : text[start..<end].trimmed.withoutTrailingBullet)))
      } else {
        before = text[..<end]
      }
    }
    var search = text.startIndex
    while let found = text[search...].firstRange(of: Self.opening) {
      search = found.upperBound
      guard let head = Self.name(at: text[found.upperBound...], known: known) else { continue }
      close(at: found.lowerBound)
      name = head.name
      start = head.end
      search = head.end
    }
    close(at: text.endIndex)
    if comments.isEmpty { return }
    before = before.trimmed.withoutTrailingBullet
  }

  /// A name up to its colon. Anything else is a text that happens to say "Comment from".
  private static func name(at text: Substring, known: Set<String>) -> (name: String, end: String.Index)? {
    let head = text.prefix(PersonName.maximumLength + 1)
    guard let colon = head.firstIndex(of: ":") else { return nil }
    let name = head[..<colon].trimmed
    let end = text.index(after: colon)
    guard end == text.endIndex || text[end].isWhitespace else { return nil }
    guard PersonName.isName(name) || known.contains(FoldedName.id(of: String(name))) else { return nil }
    return (String(name), end)
  }
}
