import Debates
import Foundation

extension FeedItem {
  /// What the item is as a comment: `12` of `…#comment-12`, as in an export; else what the feed calls it.
  var commentID: String? {
    for name in [link, identifier] {
      if let number = name.flatMap(Self.commentNumber) { return number }
    }
    return [identifier, link].lazy.compactMap { $0.map(WebAddress.id) }.first { !$0.isEmpty }
  }

  /// The page that a comment's address leads to.
  var commentedPage: String? {
    guard let link, Self.commentNumber(link) != nil else { return nil }
    return Self.debateID(ofAddress: link)
  }

  /// The id of the debate that an address of a comment, or of the debate itself, leads to.
  static func debateID(ofAddress address: String) -> String {
    let id = WebAddress.id(of: address)
    // Long discussions have pages: `…/comment-page-2`.
    guard let page = id.range(of: "/comment-page-", options: .backwards) else { return id }
    return id[page.upperBound...].allSatisfy(\.isNumber) ? String(id[..<page.lowerBound]) : id
  }

  /// What tells an item from all others of its feed: comments of one debate differ in the fragment only.
  static func placeName(_ address: String) -> String {
    WebAddress.id(of: address) + (commentNumber(address).map { "#\($0)" } ?? "")
  }

  static func commentNumber(_ address: String) -> String? {
    guard let fragment = WebAddress.fragment(of: address), fragment.hasPrefix("comment-") else { return nil }
    let digits = fragment.dropFirst("comment-".count)
    return !digits.isEmpty && digits.count <= 20 && digits.allSatisfy { $0.isASCII && $0.isNumber }
      ? String(digits) : nil
  }

  /// The item as a comment. WordPress says in the text what a comment answers, and then it is not said again.
  func comment(parent: String?) -> RecordDraft.Comment {
    let opening = ReplyOpening(of: content) ?? ReplyOpening(of: summary)
    let text = opening.flatMap { $0.rest.prose } ?? (content ?? summary)?.prose ?? ""
    let author = authors.first ?? PublicName.of(CommentFeedTitle.author(in: title?.prose))
    return RecordDraft.Comment(
      id: commentID, author: author.map { .init(name: $0) }, date: date, parent: parent ?? opening?.parent,
      language: language, text: text)
  }
}

/// How WordPress opens a reply in its feeds: `In reply to <a href="…#comment-11">Zoé</a>.`
private struct ReplyOpening {
  let parent: String
  let rest: FeedItem.Text

  private static let openings = ["In reply to ", "En réponse à ", "Reply to "]
  /// A link and a name.
  private static let maximumBytes = 2000

  init?(of text: FeedItem.Text?) {
    let markup: String
    switch text {
    case .html(let text), .either(let text): markup = text
    case .plain, nil: return nil
    }
    var rest = Substring(markup).trimmed
    if rest.hasPrefix("<p>") { rest = rest.dropFirst(3) }
    guard let opening = Self.openings.first(where: { rest.hasPrefix($0) }) else { return nil }
    rest = rest.dropFirst(opening.count)
    let head = rest.prefix(Self.maximumBytes)
    guard head.hasPrefix("<a "), let end = head.firstRange(of: "</a>"), let address = head.firstRange(of: "href=\"")
    else { return nil }
    let href = head[address.upperBound...].prefix { $0 != "\"" }
    guard let number = FeedItem.commentNumber(String(href)) else { return nil }
    parent = number
    rest = rest[end.upperBound...]
    if rest.first == "." { rest = rest.dropFirst() }
    self.rest = .html(String(rest))
  }
}
