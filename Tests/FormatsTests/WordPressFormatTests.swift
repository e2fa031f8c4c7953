import Debates
import Foundation
import Testing

@testable import Formats

@Suite struct WordPressFormatTests {
  static func export(_ items: String) -> Data {
    Data(
      """
      <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" \
      xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">\
      <channel>\(items)</channel></rss>
      """.utf8)
  }

  static func comment(_ id: Int, _ parent: Int = 0, _ text: String = "oui") -> String {
    "<wp:comment><wp:comment_id>\(id)</wp:comment_id><wp:comment_parent>\(parent)</wp:comment_parent><wp:comment_approved>1</wp:comment_approved><wp:comment_content>\(text)</wp:comment_content></wp:comment>"
  }

  static func post(_ name: String, _ inside: String = "") -> String {
    "<item><title>\(name)</title><link>http://v.example/\(name)</link><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>\(inside)</item>"
  }

  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(work)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  @Test func debatesAreWhole() throws {
    let items = try Reading.items(WordPressFormat.self, Self.export(Self.post("a")))
    guard case .debate(_, .whole, _, 1) = try #require(items.first) else {
      Issue.record("\(items)")
      return
    }
  }

  @Test func postsWithoutAddressGoByTheirNumber() throws {
    let item = "<item><title>T</title><wp:post_id>7</wp:post_id></item>"
    let told = try Reading.items(WordPressFormat.self, Self.export(item), name: "blog").map(\.told)
    #expect(
      told == [
        "? made.file:1: a post without link and guid; it is called by its number in the file", "blog/7 made.file:1",
      ])
  }

  /// Numbers of comments are numbers, whoever is said to be answered.
  @Test func parents() throws {
    let comments =
      Self.comment(2, 3) + Self.comment(3) + Self.comment(4, 4) + Self.comment(5, 99)
      + Self.comment(6, 2).replacing(
        "<wp:comment_id>6<", with: "<wp:comment_id>x\(String(repeating: "9", count: 600))<")
    let items = try Reading.items(WordPressFormat.self, Self.export(Self.post("a", comments)))
    let debate = try #require(items.first?.debate)
    #expect(debate.comments.map(\.id) == ["2", "3", "4", "5", nil])
    #expect(debate.comments.map(\.parent) == ["3", nil, nil, nil, "2"])
  }

  @Test func aPostOverALimitIsRefusedAndTheRestRead() throws {
    var limits = SourceLimits()
    limits.maximumLineBytes = 5000
    let text = "<content:encoded>\(String(repeating: "x", count: 6000))</content:encoded><wp:post_id>3</wp:post_id>"
    var recordLimits = RecordLimits()
    recordLimits.maximumComments = 3
    let file = Self.export(
      [
        Self.post("a"), Self.post("b", text), Self.post("c", (1...4).map { Self.comment($0) }.joined()),
        Self.post("d", (1...3).map { Self.comment($0) }.joined()),
      ].joined(separator: "\n"))
    let told = try Reading.items(WordPressFormat.self, file, limits: limits, recordLimits: recordLimits).map(\.told)
    #expect(
      told == [
        "v.example/a made.file:1",
        "! made.file:2: <encoded> is over the limit of 5000 bytes (maximumLineBytes); split it",
        "! made.file:3: the post has more than 3 comments (maximumComments); split it", "v.example/d made.file:4",
      ])
  }

  @Test func deepMarkupIsBounded() throws {
    for tags in ["<b></i>", "<ul></ol>", "<custom-tag>", "[box]", "[["] {
      // Openings before the ends that do not fit them.
      let parts = tags.split(separator: "</", maxSplits: 1)
      let ends = parts.count == 2 ? String(repeating: "</\(parts[1])", count: 300_000) : ""
      let deep = String(repeating: String(parts[0]), count: 300_000) + ends
      let item = Self.post("a", "<content:encoded><![CDATA[avant \(deep) après]]></content:encoded>")
      var debate: Debate?
      let seconds = try Self.seconds {
        debate = try Reading.items(WordPressFormat.self, Self.export(item)).first?.debate
      }
      #expect(debate?.description?.hasPrefix("avant") == true, "\(tags)")
      #expect(debate?.description?.hasSuffix("après") == true, "\(tags)")
      #expect(seconds < 20, "\(tags)")
    }
  }

  /// Twice the comments take about twice the time.
  @Test func commentsAreReadInLinearTime() throws {
    func seconds(_ count: Int) throws -> Double {
      let file = Self.export(Self.post("a", (1...count).map { Self.comment($0, $0 - 1) }.joined()))
      return try Self.seconds {
        let debate = try Reading.items(WordPressFormat.self, file).first?.debate
        #expect(debate?.comments.count == count)
      }
    }
    let (few, many) = (try seconds(5000), try seconds(20_000))
    print("comments: 5,000 in \(few) s, 20,000 in \(many) s")
    #expect(many < few * 12 + 0.5)
  }

  /// Whatever is cut or damaged, reading ends, and what was complete before is kept.
  @Test func damagedFiles() throws {
    var random = SplitMix(state: 2009)
    for (folder, format) in [
      ("wordpress", WordPressFormat.self), ("feed", FeedFormat.self), ("comment-feed", CommentFeedFormat.self),
    ] as [(String, any DebateFormat.Type)] {
      let path = "\(FormatGoldenTests.folder)/\(folder)"
      for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() where name != "expected" {
        let whole = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
        for round in 0..<60 {
          var bytes = whole
          if round % 2 == 0 { bytes = whole.prefix(Int(random.next() % UInt64(whole.count))) }
          for _ in 0..<(round % 5) where !bytes.isEmpty {
            bytes[bytes.startIndex + Int(random.next() % UInt64(bytes.count))] = UInt8(
              truncatingIfNeeded: random.next())
          }
          let items = try Reading.items(format, bytes)
          if round % 10 == 0 { #expect(!items.isEmpty, "what was cut is told: \(name)") }
        }
      }
    }
  }

  private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
