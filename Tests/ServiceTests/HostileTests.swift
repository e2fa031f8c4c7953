import Foundation
import HTTPTypes
import Testing

@testable import Service

/// Texts and ids that attack whoever shows them.
@Suite struct HostileTests {
  /// A service over nothing but attacks.
  static let service = Result {
    var records: [String] = []
    for (place, text) in Hostile.texts.enumerated() {
      records.append(try Hostile(text: text).record("attack-\(place)"))
    }
    for id in Hostile.ids { records.append(try Hostile(text: "Attaque \(id)").record(id, expertise: id)) }
    return try TrialService(records: records) { $0.siteName = "<i>\"\u{301}Site's & co" }
  }

  /// Pages that are known without following any link.
  static let starts =
    ["/", "/search", "/search?q=attaque", "/search?sort=newest", "/nothing"]
    + ["debates", "speakers", "passages", "expertises"].map { "/search?q=attaque&rank=\($0)" }
    + Hostile.texts.flatMap { text in
      ["q", "category", "speaker"].map { "/search?\($0)=\(RequestQuery.encoded(text))" }
        + ["debates", "speakers", "expertises", "nothing"].map { "/\($0)/\(RequestQuery.encoded(text))" }
    }
    + [
      "//evil.example/x", "/\\evil.example/x", "//search?q=a", "///", "/\"><script>", "/debates/<b>", "/search?<b>=<b>",
    ]

  @Test(.timeLimit(.minutes(10))) func everyLinkLeadsSomewhereAndNothingIsUnescaped() async throws {
    let service = try HostileTests.service.get()
    let crawl = try await Crawl(service, from: HostileTests.starts)
    #expect(crawl.pages.count > 100)
    #expect(crawl.faults == [], "\(crawl.faults.prefix(8))")
    // Only what was asked for by hand is not there.
    let missing = crawl.missing.subtracting(HostileTests.starts)
    #expect(missing == [], "\(missing.prefix(8))")
    let scripts = crawl.pages.flatMap { $0.markup.tags.filter { !$0.isEnd && $0.name == "script" } }
    #expect(scripts.allSatisfy { $0.attributes["src"]?.hasPrefix("/assets/palabre") == true })
    #expect(crawl.pages.contains { $0.address.hasPrefix("/debates/%2F%2Fevil%2Eexample") })
  }

  /// Texts come through whole, as texts.
  @Test(arguments: 0..<Hostile.texts.count) func textsAreShown(number: Int) async throws {
    let page = try await HostileTests.service.get().ask("/debates/attack-\(number)")
    #expect(page.status == 200)
    let markup = Markup(page.text)
    #expect(markup.faults == [], "\(markup.faults.prefix(5))")
    if number == 0 { #expect(markup.texts.contains { $0.contains("<script>alert(1)</script>\"'&") }) }
    if number == 1 { #expect(markup.texts.contains { $0.contains("\"\u{301} onmouseover=alert(3)") }) }
  }

  @Test(arguments: Hostile.ids) func idsAreReached(id: String) async throws {
    let service = try HostileTests.service.get()
    let links = SiteLinks(root: "")
    for address in [links.debate(id), links.speaker("orateur \(id)"), links.expertise(id)] {
      #expect(!address.dropFirst().contains("//") && !address.contains("/../"))
      for path in [address, "/api" + address] {
        #expect(try await service.ask(path).status == 200, "\(path)")
      }
    }
    let encoded = RequestQuery.encoded(id)
    #expect(try await service.ask("/embed/\(encoded).js").status == 200)
    #expect(try await service.ask("/api/related/\(encoded)").status == 200)
    let answer = try await service.ask("/api/debates/\(encoded)").json()
    #expect(answer["id"] as? String == id)
  }

  /// Feeds and scripts of attacks are still what they are.
  @Test(arguments: 0..<Hostile.texts.count) func feedsAndBoxes(number: Int) async throws {
    let service = try HostileTests.service.get()
    let query = RequestQuery.encoded(Hostile.texts[number])
    for rank in ["debates", "passages"] {
      for asked in ["attaque", query] {
        let feed = try await service.ask("/search.atom?rank=\(rank)&q=\(asked)")
        #expect(feed.status == 200)
        #expect(try XMLTree(feed.text).root.name == "feed")
      }
    }
    #expect(try XMLTree(try await service.ask("/opensearch.xml").text).root.name == "OpenSearchDescription")
    let box = try await service.ask("/embed/attack-\(number).js")
    let data = try EmbeddedData(box.text)
    #expect((data.object["debates"] as? [Any])?.isEmpty == false)
    #expect(!data.before.contains("__PALABRE_DATA__") && !data.after.contains("__PALABRE_DATA__"))
  }

  /// Addresses of sources are links only where they lead to the web.
  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "data:text/html,x", "vbscript:x",
    "//evil.example",
    "file:///etc/passwd", "http:", "https://", "\u{1}javascript:alert(1)", "java\nscript:alert(1)", "ftp://a.example/",
  ])
  func addressesThatAreNoLinks(address: String) {
    #expect(SafeAddress(address) == nil)
  }
}
