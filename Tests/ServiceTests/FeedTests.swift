import Foundation
import HTTPTypes
import Testing

@testable import Service

/// Feeds, search from the browser, and the box on other pages.
@Suite struct FeedTests {
  @Test(arguments: [
    "q=budget", "q=budget&rank=passages", "", "q=xyzzyx", "rank=speakers&q=train", "q=eau&sort=relevance&limit=3",
    "category=M%C3%A9dias", "limit=99999&nonsense=1",
  ])
  func feedsAreWhole(query: String) async throws {
    let answer = try await TrialService.ofFixtures.get().ask("/search.atom?\(query)")
    #expect(answer.status == 200)
    #expect(answer[.contentType] == "application/atom+xml; charset=utf-8")
    let feed = try XMLTree(answer.text).root
    #expect(feed.name == "feed" && feed.attributes["xmlns"] == "http://www.w3.org/2005/Atom")
    for name in ["id", "title", "updated"] { #expect(feed.all(name).count == 1, "\(name)") }
    #expect(feed.first("author")?.first("name")?.text == "Palabre")
    let links = feed.all("link").compactMap { $0.attributes["rel"] }
    #expect(links == ["self", "alternate"])
    let entries = feed.all("entry")
    #expect(entries.isEmpty == (query == "q=xyzzyx"))
    for element in [feed] + entries {
      #expect(element.first("id")?.text.hasPrefix("urn:uuid:") == true)
      #expect(element.first("title")?.text.isEmpty == false)
      let updated = try #require(element.first("updated")?.text)
      #expect((try? Date(updated, strategy: .iso8601)) != nil, "\(updated)")
      #expect(element.all("link").allSatisfy { $0.attributes["href"]?.hasPrefix("http://palabre.example/") == true })
    }
    #expect(entries.allSatisfy { $0.first("content")?.attributes["type"] == "html" })
    #expect(Set(entries.compactMap { $0.first("id")?.text }).count == entries.count)
    for entry in entries {
      let address = try #require(entry.first("link")?.attributes["href"]).dropFirst("http://palabre.example".count)
      #expect(try await TrialService.ofFixtures.get().ask(String(address.prefix { $0 != "#" })).status == 200)
      let content = Markup(try #require(entry.first("content")?.text))
      #expect(content.faults == [])
      #expect(Set(content.tags.map(\.name)).isSubset(of: ["blockquote", "p", "cite", "mark"]))
    }
  }

  /// Ids are those of debates and passages, wherever and whenever the service runs.
  @Test func idsLast() async throws {
    let one = try TrialService(sources: [TrialService.fixtures + "/Debates"])
    let other = try TrialService(sources: [TrialService.fixtures + "/Debates"])
    for query in ["q=budget", "q=budget&rank=passages"] {
      let first = try XMLTree(try await one.ask("/search.atom?\(query)").text).root
      let second = try XMLTree(try await other.ask("/search.atom?\(query)", host: "other.example").text).root
      #expect(first.first("id")?.text == second.first("id")?.text)
      let ids = first.all("entry").compactMap { $0.first("id")?.text }
      #expect(ids.isEmpty == false)
      #expect(ids == second.all("entry").compactMap { $0.first("id")?.text })
    }
    #expect(FeedText.id("debate/velo") == "urn:uuid:\(FeedText.id("debate/velo").dropFirst(9))")
    let id = FeedText.id("debate/velo").dropFirst("urn:uuid:".count)
    #expect(UUID(uuidString: String(id))?.uuidString.lowercased() == String(id))
    #expect(id.dropFirst(14).first == "8" && id.dropFirst(19).first == "8")
  }

  /// A feed moves with the index.
  @Test func updatedMoves() async throws {
    let service = try TrialService(records: [HeaderTests.record])
    let before = try XMLTree(try await service.ask("/search.atom?q=wall").text).root
    #expect(before.all("entry").count == 1)
    // Dates are to the second.
    try await Task.sleep(for: .milliseconds(1100))
    try service.add([#"{"id":"b","title":"New wall","date":"2020-05","language":"en"}"#])
    #expect(
      try await eventually {
        try XMLTree(try await service.ask("/search.atom?q=wall").text).root.all("entry").count == 2
      })
    let after = try XMLTree(try await service.ask("/search.atom?q=wall").text).root
    #expect(after.first("id")?.text == before.first("id")?.text)
    #expect(try #require(after.first("updated")?.text) > (try #require(before.first("updated")?.text)))
    #expect(after.all("entry").first?.first("title")?.text == "New wall")
    #expect(after.all("entry").first?.first("updated")?.text == "2020-05-01T00:00:00Z")
  }

  @Test(
    arguments: [
      ("2009", "2009-01-01T00:00:00Z"), ("2009-12", "2009-12-01T00:00:00Z"), ("2009-12-02", "2009-12-02T00:00:00Z"),
      ("2009-12-02T10:30:00+01:00", "2009-12-02T09:30:00Z"), ("", nil), ("soon", nil), ("2009-13-01", nil),
      ("99999", nil), ("-1", nil), ("2009-12-02-05", nil), ("Tuesday", nil),
    ] as [(String, String?)])
  func instants(date: String, instant: String?) { #expect(FeedText.instant(date) == instant) }

  @Test func whatXMLCannotHold() {
    #expect(FeedText.plain("a\u{0}b\u{B}c\u{FFFE}\u{FFFF}\td\né🐟\u{2028}") == "abc\td\né🐟\u{2028}")
  }

  @Test func openSearch() async throws {
    let answer = try await TrialService.ofFixtures.get().ask("/opensearch.xml")
    #expect(answer[.contentType] == "application/opensearchdescription+xml; charset=utf-8")
    let description = try XMLTree(answer.text).root
    let name = try #require(description.first("ShortName")?.text)
    #expect(name.count <= 16 && !name.isEmpty)
    #expect((description.first("Description")?.text.count ?? 0) > 10)
    let addresses = description.all("Url").compactMap { $0.attributes["template"] }
    #expect(addresses.count == 5)
    for address in addresses {
      let path = address.dropFirst("http://palabre.example".count).description.replacing("{searchTerms}", with: "com")
      #expect(address.hasPrefix("http://palabre.example/"))
      #expect(try await TrialService.ofFixtures.get().ask(path).status == 200, "\(address)")
    }
    #expect(description.all("Url").contains { $0.attributes["rel"] == "suggestions" })
    let icon = try #require(description.first("Image")?.text).dropFirst("http://palabre.example".count)
    #expect(try await TrialService.ofFixtures.get().ask(String(icon)).status == 200)
  }

  @Test(arguments: ["com", "", "%22%3Cb%3E", "o", "xyzzyx"]) func suggestions(prefix: String) async throws {
    let answer = try await TrialService.ofFixtures.get().ask("/opensearch/suggest?q=\(prefix)")
    #expect(answer[.contentType] == "application/x-suggestions+json; charset=utf-8")
    let parts = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [Any])
    #expect(parts.count == 4)
    #expect(parts[0] as? String == prefix.removingPercentEncoding)
    let lists = try parts.dropFirst().map { try #require($0 as? [String]) }
    #expect(Set(lists.map(\.count)).count == 1)
    if prefix == "com" { #expect(!lists[0].isEmpty) }
    for address in lists[2] {
      let path = address.dropFirst("http://palabre.example".count)
      #expect(try await TrialService.ofFixtures.get().ask(String(path)).status == 200, "\(address)")
    }
  }

  @Test func boxes() async throws {
    let answer = try await TrialService.ofFixtures.get().ask("/embed/community-manager-2009.js")
    #expect(answer[.contentType] == "text/javascript; charset=utf-8")
    #expect(answer.field("Cross-Origin-Resource-Policy") == "cross-origin")
    let data = try EmbeddedData(answer.text).object
    #expect(data["language"] as? String == "fr")
    #expect(Set(try #require(data["wording"] as? [String: Any]).keys) == ["fr", "en"])
    let debates = try #require(data["debates"] as? [[String: Any]])
    #expect((1...5).contains(debates.count))
    for debate in debates {
      let address = try #require(debate["address"] as? String)
      #expect(address.hasPrefix("https://") || address.hasPrefix("http://"))
      #expect((debate["title"] as? String)?.isEmpty == false || debate["title"] as? String == "")
      #expect(debate["date"] is [String: String] && debate["reason"] is [String: String])
    }
    #expect(data["address"] as? String == "http://palabre.example/debates/community-manager-2009")
  }

  @Test func robots() async throws {
    let answer = try await TrialService.ofFixtures.get().ask("/robots.txt")
    #expect(answer[.contentType] == "text/plain; charset=utf-8")
    #expect(answer.text.hasPrefix("User-agent: *\n"))
  }
}
