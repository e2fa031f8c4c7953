import Debates

/// An export of WordPress (WXR): posts with their comments.
enum WordPressFormat: XMLFormat {
  typealias Document = WordPressDocument

  static let name = "wordpress"
  static let extensions = ["xml"]
  static let carries = "published posts with text, date, author, categories, recording and comment threads"

  static func recognises(_ head: FileHead) -> Bool {
    head.root?.name == "rss" && head.text.contains("wordpress.org/export/")
  }
}

/// How far the reading of one export has come.
struct WordPressDocument: XMLDocument {
  private let context: FileContext
  private var language: String?
  /// Names to show, by the names to log in with.
  private var authors: [String: String] = [:]
  private var leftOut = WordPressLeftOut()
  private var failure: XMLError?
  private var isAtEnd = false

  init(in context: FileContext) { self.context = context }

  mutating func next(_ xml: XMLStream) throws(XMLError) -> RawItem? {
    if !isAtEnd {
      do throws(XMLError) {
        if let piece = try nextPost(xml) { return piece }
      } catch {
        guard xml.hasFailed else { throw error }
        failure = error
      }
      isAtEnd = true
      if let summary = leftOut.summary { return context.piece(context.notice(summary)) }
    }
    if let failure { throw failure }
    return nil
  }

  private mutating func nextPost(_ xml: XMLStream) throws(XMLError) -> RawItem? {
    let limit = context.limits.maximumLineBytes
    while let event = try xml.nextEvent() {
      guard case .open(let tag) = event else { continue }
      switch tag.feedName {
      case "rss", "channel": break
      case "language": language = try xml.element(tag, maximumBytes: limit).oneLine
      case "wp:author": take(author: try xml.element(tag, maximumBytes: limit))
      case "item":
        let post = try WordPressPost(xml, tag, in: context)
        if let reason = post.reasonToLeaveOut {
          leftOut.count(reason)
        } else {
          leftOut.count(comments: post.commentsLeftOut)
          return piece(of: post)
        }
      default: try xml.skip()
      }
    }
    return nil
  }

  private mutating func take(author: XMLElement) {
    guard let login = author.first("author_login")?.oneLine, authors.count < context.recordLimits.maximumEntries
    else { return }
    authors[login] = author.first("author_display_name")?.oneLine
  }

  private func piece(of post: WordPressPost) -> RawItem {
    let author = PublicName.of(post.creator.map { authors[$0] ?? $0 })
    return context.piece(line: post.line, byteCount: post.byteCount) { [context, language] in
      post.items(author: author, language: language, in: context)
    }
  }
}
