import Debates
import Foundation
import Testing

@testable import Formats

/// The export that theme authors test with: counted with another parser, and searched for what must not be kept.
@Suite struct WordPressExportEvaluation {
  static let folder = ProcessInfo.processInfo.environment["PALABRE_EVAL_SETS"]

  private static func file() throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(folder ?? "")/testsuites/wxr/themeunittestdata.wordpress.xml"))
  }

  @Test(.enabled(if: folder != nil, "PALABRE_EVAL_SETS names no folder")) func themeTestData() throws {
    let bytes = try Self.file()
    let items = try Reading.items(WordPressFormat.self, bytes)
    let debates = items.compactMap(\.debate)
    let comments = debates.flatMap(\.comments)
    print("themeunittestdata: \(debates.count) posts, \(comments.count) comments; \(items.last?.told ?? "")")
    // Counted with Python's ElementTree: posts that are published and open, their comments that are approved and no
    // pingbacks or trackbacks, those of them that answer one another.
    #expect(debates.count == 48)
    #expect(comments.count == 21)
    #expect(comments.count { $0.parent != nil } == 9)
    #expect(items.count == 49)
    let notice = try #require(items.last?.told)
    for part in [
      "70 of type nav_menu_item", "38 of type attachment", "21 of type page", "2 not published", "1 behind a password",
      "4 pingbacks and trackbacks", "1 not approved",
    ] {
      #expect(notice.contains(part), "\(part)")
    }
    #expect(debates.allSatisfy { $0.date != nil && $0.proposer != nil })

    for debate in debates {
      let text = [debate.title, debate.description ?? "", debate.summary ?? ""] + debate.comments.map(\.text)
      for pattern in ["[caption", "[/caption", "[gallery", "<!-- wp:paragraph", "</", "<p", "<a ", "<img", "<div"] {
        #expect(!text.joined(separator: "\n").contains(pattern), "\(debate.id) holds \(pattern)")
      }
    }
  }

  @Test(.enabled(if: folder != nil, "PALABRE_EVAL_SETS names no folder")) func nothingPersonal() throws {
    let bytes = try Self.file()
    var secrets: Set<String> = []
    let xml = try XMLStream(ByteStream(bytes))
    while let event = try xml.nextEvent() {
      guard case .open(let tag) = event,
        ["comment_author_email", "comment_author_IP", "author_email"].contains(tag.name)
      else { continue }
      if let secret = try xml.element(tag, maximumBytes: 1000).oneLine { secrets.insert(secret) }
    }
    #expect(secrets.count >= 5)
    for debate in try Reading.items(WordPressFormat.self, bytes).compactMap(\.debate) {
      let record = String(decoding: try debate.canonicalJSON(), as: UTF8.self)
      for secret in secrets { #expect(!record.contains(secret), "\(debate.id) holds \(secret)") }
    }
    print("themeunittestdata: \(secrets.count) addresses searched for")
  }
}
