import Debates

/// Where a passage stands on the page of its debate.
enum PassageAnchor {
  /// `p-talk-3`, `comment-512`: the last as other sites name comments, so that their links work here too.
  static func of(_ id: String, in debate: String, _ kind: PassageKind) -> String {
    let prefix = "\(debate)/\(kind.rawValue)/"
    let number = id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
    guard kind == .comment else { return "p-\(kind.rawValue)-\(number)" }
    let name = number.hasPrefix("comment-") ? number : "comment-\(number)"
    return String(name.map { $0.isWhitespace ? "_" : $0 })
  }
}
