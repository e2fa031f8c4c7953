import Debates

/// A comment of an export, as it stands. Of who wrote it, only the public name is taken.
struct WordPressComment: Sendable {
  let id: String?
  let parent: String?
  let author: String?
  let date: String?
  let content: String
  /// Nil when it is public talk.
  let reasonToLeaveOut: String?

  init(_ element: XMLElement) {
    id = Self.number(element.first("comment_id"))
    parent = Self.number(element.first("comment_parent"))
    author = element.first("comment_author")?.oneLine
    date = WordPressPost.date(
      element.first("comment_date_gmt")?.oneLine, element.first("comment_date")?.oneLine)
    content = element.first("comment_content")?.text ?? ""
    reasonToLeaveOut = Self.reason(
      approved: element.first("comment_approved")?.oneLine, type: element.first("comment_type")?.oneLine)
  }

  var byteCount: Int { 100 + content.utf8.count + (author?.utf8.count ?? 0) }

  /// The comment as a record has it; `kept` are the ids of the comments beside it.
  func comment(among kept: Set<String>) -> RecordDraft.Comment {
    RecordDraft.Comment(
      id: id, author: PublicName.of(author).map { .init(name: $0) }, date: date,
      parent: parent.flatMap { $0 != id && kept.contains($0) ? $0 : nil },
      text: PlainText.from(Shortcodes.removed(from: content)[...].trimmed.description))
  }

  /// 0 stands for none.
  private static func number(_ element: XMLElement?) -> String? {
    guard let text = element?.oneLine, text.count <= 20, text.allSatisfy({ $0.isASCII && $0.isNumber }), text != "0"
    else { return nil }
    return text
  }

  private static func reason(approved: String?, type: String?) -> String? {
    switch type {
    case nil, "comment", "review": break
    case "pingback", "trackback": return "pingbacks and trackbacks"
    case let type?: return "of type \(type.prefix(40))"
    }
    // An export of before there was approval says nothing.
    return ["1", "approved", "approve", nil].contains(approved) ? nil : "not approved"
  }
}
