import Debates
import Foundation
import Testing

@testable import Formats

@Suite struct FeedFormatTests {
  static func rss(_ items: String) -> String {
    "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><link>http://v.example/</link>\(items)</channel></rss>"
  }

  static func atom(_ entries: String) -> String {
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">\(entries)</feed>
    """
  }

  @Test(
    arguments: [
      ("<rss version='2.0'><channel/></rss>", "feed"),
      (
        "<?xml version='1.0'?><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'/>",
        "feed"
      ),
      (atom("<entry><title>x</title></entry>"), "feed"),
      ("<entry xmlns='http://www.w3.org/2005/Atom'/>", "feed"),
      ("<rss xmlns:wp='http://wordpress.org/export/1.1/'/>", "wordpress"),
      ("<rss xmlns:wp='https://wordpress.org/export/1.2/'/>", "wordpress"),
      (rss("<item><link>http://v.example/a#comment-1</link></item>"), "comment-feed"),
      (
        rss("<item><link>http://v.example/a</link><guid><![CDATA[http://v.example/?p=1#comment-1]]></guid></item>"),
        "comment-feed"
      ),
      (rss("<title>Commentaires sur&#160;: Le quai</title><item/>"), "comment-feed"),
      (atom("<entry><thr:in-reply-to ref='x'/></entry>"), "comment-feed"),
      // Links to comments in the text, or to where comments stand, make no feed of comments.
      (
        rss(
          "<item><link>http://v.example/a</link><comments>http://v.example/a#comments</comments><description>see #comment-1</description></item>"
        ), "feed"
      ),
      (
        rss("<item><link>http://v.example/a</link></item><item><link>http://v.example/a#comment-1</link></item>"),
        "feed"
      ),
      ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", nil),
      ("<feed xmlns='http://example.org/cattle'/>", nil), ("<html><rss/></html>", "html"), ("rss", nil),
    ] as [(String, String?)]) func recognised(document: String, expected: String?)
  {
    #expect(FormatRegistry.recognise(Reading.head(document))?.name == expected)
  }

  @Test func itemsAddToWhatIsKnown() throws {
    let items = try Reading.items(FeedFormat.self, Data(Self.rss("<item><guid>a</guid></item>").utf8))
    guard case .debate(let debate, .feed, _, 1) = try #require(items.first) else {
      Issue.record("\(items)")
      return
    }
    #expect(debate.id == "a")
  }

  /// The same debate in an export, in a feed and in the feed of its comments bears one id, and its comments too.
  /// A podcast's show is one page for all its episodes.
  @Test func episodesOfOnePageAreApart() throws {
    let items = ["<guid>ep-3</guid>", "<guid>urn:x:2</guid>", "<enclosure url='http://c.example/1.mp3'/>", ""]
      .map { "<item><link>http://v.example</link><title>t</title>\($0)</item>" }.joined()
    let debates = try Reading.debates(FeedFormat.self, Self.rss(items))
    #expect(debates.prefix(3).map(\.id) == ["v.example#ep-3", "urn:x:2", "c.example/1.mp3"])
    #expect(debates.count == 4 && debates[3].id.hasPrefix("made/"))
    #expect(debates.allSatisfy { $0.url == "http://v.example" })
  }

  @Test func itemsThatDifferInTheFragmentAreToldOf() throws {
    func told(_ links: String...) throws -> [String] {
      let items = links.map { "<item><link>http://v.example/\($0)</link></item>" }.joined()
      return try Reading.items(FeedFormat.self, Data(Self.rss(items).utf8)).map(\.told)
    }
    let apart = try told("a#1", "a#2", "a#3")
    #expect(apart.count == 4 && apart[0].hasPrefix("? made.file:1: items whose addresses differ only after the #"))
    #expect(try told("a#xtor=RSS-1", "b#xtor=RSS-1", "a#xtor=RSS-1").count == 3)
  }

  @Test func formatsMeet() throws {
    let post = """
      <rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>T</title><link>https://v.example/t/</link>
      <wp:comment><wp:comment_id>12</wp:comment_id><wp:comment_content>c</wp:comment_content>
      <wp:comment_approved>1</wp:comment_approved></wp:comment></item></channel></rss>
      """
    let item = Self.rss("<item><title>T</title><link>http://v.example/t?utm_source=rss</link><guid>9</guid></item>")
    let comment = Self.rss(
      "<item><link>http://v.example/t/comment-page-1/#comment-12</link><description>c</description></item>")
    let debates = try [
      Reading.debates(WordPressFormat.self, post), Reading.debates(FeedFormat.self, item),
      Reading.debates(CommentFeedFormat.self, comment),
    ].map { try #require($0.first) }
    #expect(Set(debates.map(\.id)) == ["v.example/t"])
    #expect([debates[0], debates[2]].map { $0.comments.map(\.id) } == [["12"], ["12"]])
  }

  /// Replies find what they answer among the latest items; later ones come as an addition.
  @Test func repliesToWhatHasGone() throws {
    let many = (0..<(FeedDocument.maximumHeldItems + 5)).map {
      "<entry><id>urn:\($0)</id><title>n\($0)</title></entry>"
    }
    let replies = ["urn:0", "urn:204"].map {
      "<entry><id>re:\($0)</id><thr:in-reply-to ref='\($0)'/><content>r</content></entry>"
    }
    let debates = try Reading.debates(FeedFormat.self, Self.atom((many + replies).joined()))
    #expect(debates.count == many.count + 1)
    #expect(debates.filter { !$0.comments.isEmpty }.map(\.id) == ["urn:204", "urn:0"])
  }

  @Test func mailIsNeverKept() throws {
    let items = """
      <item><guid>a</guid><author>zoe@secret.example</author></item>
      <item><guid>b</guid><dc:creator>bob@secret.example (Bob)</dc:creator></item>
      <item><guid>c</guid><author><name>Ann</name><email>ann@secret.example</email></author></item>
      """
    let debates = try Reading.debates(FeedFormat.self, Self.rss(items))
    #expect(debates.map(\.proposer?.name) == [nil, "Bob", "Ann"])
    for debate in debates {
      #expect(!String(decoding: try debate.canonicalJSON(), as: UTF8.self).contains("secret"))
    }
  }

  @Test func anItemOverTheLimitIsRefusedAndTheRestRead() throws {
    var limits = SourceLimits()
    limits.maximumLineBytes = 5000
    let items =
      "<item><guid>a</guid></item>\n<item><guid>b</guid><description>\(String(repeating: "x", count: 6000))</description></item>\n<item><guid>c</guid></item>"
    let told = try Reading.items(FeedFormat.self, Data(Self.rss(items).utf8), limits: limits).map(\.told)
    #expect(told.count == 3)
    #expect(told.contains { $0.hasPrefix("! made.file:2: <item> is over the limit of 5000 bytes") })
    #expect(told.contains("a made.file:1") && told.contains("c made.file:3"))
  }

  @Test func commentFeeds() throws {
    let folder = FormatGoldenTests.folder + "/comment-feed/"
    func told(_ file: String) throws -> [String] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + file))
      return try Reading.items(CommentFeedFormat.self, bytes, file: file).map { item in
        guard let debate = item.debate else { return item.told }
        let comments = debate.comments.map {
          "\($0.id ?? "-")<\($0.parent ?? "") \($0.author?.name ?? "") \($0.date?.text ?? ""): \($0.text)"
        }
        return "\(debate.id) | \(debate.title) | \(comments.joined(separator: " | "))"
      }
    }
    #expect(
      try told("quai-commentaires.rss") == [
        "debats.port-sainte-lune.example/2009/12/quai-sans-voitures | Faut-il fermer le quai aux voitures ? | "
          + "31< Bob O'Neil 2009-12-03T07:00:00Z: I cycle there every day. | "
          + "36<31 Zoé Martin 2009-12-04T19:00:00Z: Moi aussi."
      ])
    #expect(
      try told("site-wide.rss") == [
        "talks.harbour.example/night-buses | Night buses & who pays | 8< Sam Reed 2010-01-06T08:00:00Z: Three would be better.",
        "talks.harbour.example/market | A market by the sea | 9< Ada Quill 2010-01-06T09:00:00Z: Not on Sundays, please.",
        "? site-wide.rss: left out, being no comments on anything: 1",
      ])
    #expect(
      try told("wordpress-atom.atom") == [
        "talks.harbour.example/night-buses | Night buses & who pays | "
          + "8< Sam Reed 2010-01-06T08:00:00Z: Three would be better. | 10<8 Ada Quill 2010-01-06T09:00:00Z: Who drives them?"
      ])
    #expect(
      try told("cut-in-the-second-comment.atom") == [
        "blog.example/a-post.html |  | tag:blog.example,2010:post-1.c1< Ada Quill 2010-01-06T08:00:00Z: The first remark.",
        "! cut-in-the-second-comment.atom:15: cut short: the document is not closed; send the whole file",
      ])
  }
}
