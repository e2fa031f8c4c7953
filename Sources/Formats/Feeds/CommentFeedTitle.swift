import Foundation

/// How WordPress words the titles of its comment feeds, in English and French.
enum CommentFeedTitle {
  private static let ofOneDebate = ["Comments on:", "Commentaires sur :", "Commentaires sur:"]
  private static let ofSite = ["Comments for ", "Commentaires pour "]
  private static let ofComment = [
    ("Comment on ", " by "), ("Commentaires sur ", " par "), ("Commentaire sur ", " par "),
  ]
  private static let byAuthor = ["By:", "Par :", "Par:"]

  static func isCommentFeed(_ title: String) -> Bool {
    let title = normalised(title)
    return (ofOneDebate + ofSite).contains { title.hasPrefix($0) }
  }

  /// Of the feed of one debate, the debate's title.
  static func debate(inFeed title: String?) -> String? {
    guard let title = title.map(normalised) else { return nil }
    return ofOneDebate.lazy.compactMap { after($0, in: title) }.first
  }

  /// Of a comment in the feed of a whole site, the debate's title.
  static func debate(inComment title: String?) -> String? { comment(title)?.debate }

  static func author(in title: String?) -> String? {
    guard let text = title.map(normalised) else { return nil }
    return byAuthor.lazy.compactMap { after($0, in: text) }.first ?? comment(title)?.author
  }

  private static func comment(_ title: String?) -> (debate: String, author: String)? {
    guard let title = title.map(normalised) else { return nil }
    for (opening, joint) in ofComment {
      guard let rest = after(opening, in: title), let found = rest.range(of: joint, options: .backwards) else {
        continue
      }
      return (String(rest[..<found.lowerBound]), String(rest[found.upperBound...]))
    }
    return nil
  }

  private static func after(_ opening: String, in title: String) -> String? {
    title.hasPrefix(opening) ? FeedText.nonBlank(String(title.dropFirst(opening.count))) : nil
  }

  /// French sets a no-break space before its colons.
  private static func normalised(_ title: String) -> String {
    title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
