import Debates

/// Feeds of comments: of one debate, of a whole site, or an Atom feed in which every entry answers something.
enum CommentFeedFormat: CommentsFormat {
  static let name = "comment-feed"
  static let extensions = ["rss", "atom", "xml"]
  static let carries = "comments with their authors, dates and threads, joined to the debates they are about"

  static func recognises(_ head: FileHead) -> Bool {
    guard FeedFormat.recognises(head) else { return false }
    let opening = ["<item>", "<item ", "<entry>", "<entry "].compactMap { head.text.firstRange(of: $0)?.lowerBound }
      .min()
    let channel = head.text[..<(opening ?? head.text.endIndex)]
    if let title = content(of: "title", in: channel), CommentFeedTitle.isCommentFeed(title) { return true }
    guard let opening else { return false }
    let item = head.text[opening...]
    let end = ["</item>", "</entry>"].compactMap { item.firstRange(of: $0)?.lowerBound }.min()
    let first = item[..<(end ?? item.endIndex)]
    if first.contains(":in-reply-to ") || first.contains("<in-reply-to ") { return true }
    return ["link", "guid", "id"].contains { name in
      content(of: name, in: first).map { FeedItem.commentNumber($0) != nil } ?? false
    }
  }

  static func threads(of bytes: ByteStream, in context: FileContext) -> CommentThreads {
    var collection = CommentCollection(in: context)
    var problems: [SourceItem] = []
    var others = 0
    do throws(ReadError) {
      let xml = try XMLStream(bytes)
      var walk = FeedWalk()
      var isFinished = false
      while !isFinished {
        do throws(XMLError) {
          guard let item = try walk.nextItem(xml, maximumBytes: context.limits.maximumLineBytes) else { break }
          let title =
            CommentFeedTitle.debate(inFeed: walk.around.title) ?? CommentFeedTitle.debate(inComment: item.title?.prose)
          if !collection.add(item, title: title) { others += 1 }
        } catch {
          problems.append(context.refused(error.reason, line: error.line))
          isFinished = xml.hasFailed
        }
      }
    } catch {
      problems.append(context.refused(error.reason))
    }
    if others > 0 {
      problems.append(context.notice("left out, being no comments on anything: \(others)"))
    }
    var threads = collection.gathered
    threads.problems = problems + threads.problems
    return threads
  }

  /// What stands in the first element of this name, as far as can be told before the document is parsed.
  private static func content(of name: String, in text: Substring) -> String? {
    guard let opening = text.firstRange(of: "<\(name)"), let end = text[opening.upperBound...].firstIndex(of: ">"),
      let closing = text[end...].firstRange(of: "</\(name)>")
    else { return nil }
    let raw = text[end..<closing.lowerBound].dropFirst().trimmed
    let content = raw.hasPrefix("<![CDATA[") ? raw.dropFirst(9).prefix { $0 != "]" } : raw
    return PlainText.from(String(content))
  }
}

extension CommentCollection {
  /// Adds an item that answers something or stands at a comment's address.
  ///
  /// - Returns: whether it does.
  @discardableResult
  mutating func add(_ item: FeedItem, title: String?) -> Bool {
    let addresses = item.answered.map { $0.address ?? $0.reference }
    let known = item.answered
      .flatMap { [$0.reference, $0.address].compactMap { $0.map(WebAddress.id) } }
      .compactMap { place(of: $0) }.first
    guard let debate = known?.debate ?? item.commentedPage ?? addresses.first.map(FeedItem.debateID) else {
      return false
    }
    let comment = item.comment(parent: known?.comment ?? addresses.lazy.compactMap(FeedItem.commentNumber).first)
    add(comment, to: debate, title: title)
    if let id = comment.id, let name = item.identifier.map(WebAddress.id), name == id {
      remember(name, debate: debate, comment: id)
    }
    return true
  }
}
