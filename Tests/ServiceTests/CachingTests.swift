import HTTPTypes
import Testing

@testable import Service

/// What caches may keep, and for how long.
@Suite struct CachingTests {
  static let tagged = HeaderTests.pages + HeaderTests.api + HeaderTests.feeds

  @Test(arguments: tagged) func answersHaveTags(address: String) async throws {
    let service = try TrialService.ofFixtures.get()
    let answer = try await service.ask(address)
    let tag = try #require(answer[.eTag])
    #expect(tag.hasPrefix("W/\"") && tag.hasSuffix("\"") && tag.count == 28)
    #expect(answer[.cacheControl] == "public, no-cache")
    #expect(try await service.ask(address)[.eTag] == tag)
    let strong = String(tag.dropFirst(2))
    for named in [tag, strong, "\"other\", \(tag)", "\(tag),\"other\"", "  \(tag)  ", "*", " * "] {
      let held = try await service.ask(address, [.ifNoneMatch: named])
      #expect(held.status == 304, "\(named)")
      #expect(held.bytes.isEmpty)
      #expect(held[.eTag] == tag)
      #expect(held[.cacheControl] == answer[.cacheControl])
      #expect(held[.contentType] == nil)
      #expect(Set(held.list(.vary)) == Set(answer.list(.vary)))
    }
    for other in [
      "\"other\"", "W/\"other\"", tag.replacing("W/", with: "w/"), strong.replacing("\"", with: ""), "", "**",
    ] {
      #expect(try await service.ask(address, [.ifNoneMatch: other]).status == 200, "\(other)")
    }
  }

  @Test func tagsAreOfOneAddress() async throws {
    let service = try TrialService.ofFixtures.get()
    var tags: Set<String> = []
    for address in CachingTests.tagged { tags.insert(try #require(try await service.ask(address)[.eTag])) }
    #expect(tags.count == CachingTests.tagged.count)
  }

  /// Whether there is anything is asked of the index: a tag of something that is not there is no answer.
  @Test(arguments: ["/api/debates/nothing", "/debates/nothing", "/speakers/nothing", "/embed/nothing.js"])
  func nothingHasNoTag(address: String) async throws {
    let service = try TrialService.ofFixtures.get()
    let answer = try await service.ask(address, [.ifNoneMatch: "*"])
    #expect(answer.status == 404)
    #expect(answer[.eTag] == nil)
    #expect(answer[.cacheControl] == "no-store")
  }

  @Test func tagsChangeWithTheIndex() async throws {
    let service = try TrialService(records: [HeaderTests.record])
    let first = try await service.ask("/api/search?q=wall")
    let tag = try #require(first[.eTag])
    try service.add([#"{"id":"b","title":"Another wall","date":"2010","language":"en"}"#])
    #expect(
      try await eventually { try await service.ask("/api/search?q=wall", [.ifNoneMatch: tag]).status == 200 })
    let second = try await service.ask("/api/search?q=wall")
    #expect(second[.eTag] != tag)
    #expect(try second.json()["total"] as? Int == 2)
  }

  /// An answer that the time limit cut may be whole a moment later.
  @Test func partialAnswersAreNotKept() async throws {
    let service = try TrialService(sources: [TrialService.fixtures + "/Debates"]) { $0.timeLimit = .nanoseconds(1) }
    for address in ["/api/search?q=budget", "/search?q=budget", "/search?q=budget&ui=fr", "/search.atom?q=budget"] {
      let answer = try await service.ask(address)
      #expect(answer.status == 200)
      #expect(answer[.eTag] == nil, "\(address)")
      #expect(answer[.cacheControl] == "no-store", "\(address)")
      #expect(try await service.ask(address, [.ifNoneMatch: "*"]).status == 200)
    }
    let metrics = try await service.ask("/metrics")
    #expect(metrics.text.contains("\npalabre_search_partial_total 8\n"))
  }

  @Test func operatorsMayLetCachesWait() async throws {
    let service = try TrialService(records: [HeaderTests.record]) { $0.maximumAge = 60 }
    #expect(try await service.ask("/api/status")[.cacheControl] == "public, max-age=60")
    #expect(try await service.ask("/")[.cacheControl] == "public, max-age=60")
  }

  /// What a page is made of, besides its address.
  @Test func pagesVary() async throws {
    let service = try TrialService.ofFixtures.get()
    for address in HeaderTests.pages + ["/search.atom?q=budget", "/opensearch/suggest?q=com", "/opensearch.xml"] {
      let answer = try await service.ask(address, [.acceptLanguage: "fr"])
      #expect(Set(answer.list(.vary)).isSuperset(of: ["Accept-Language", "Cookie"]), "\(address)")
      let english = try await service.ask(address, [.acceptLanguage: "en"])
      if let tag = answer[.eTag] { #expect(english[.eTag] != tag, "\(address)") }
    }
    let chosen = try await service.ask("/?ui=fr")
    #expect(chosen[.cacheControl] == "private, no-cache")
    #expect(chosen[.setCookie] == "ui=fr; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly")
    #expect(try await service.ask("/")[.setCookie] == nil)
  }

  /// Somebody else's host is in no answer that was made for another.
  @Test func hostsDoNotMix() async throws {
    let service = try TrialService.ofFixtures.get()
    for address in HeaderTests.pages + HeaderTests.feeds {
      let own = try await service.ask(address, host: "own.example")
      let other = try await service.ask(address, host: "other.example")
      #expect(own[.eTag] != other[.eTag], "\(address)")
      #expect(!other.text.contains("own.example") && !own.text.contains("other.example"))
    }
    for host in ["a.example/path", "a.example\"><script>", "user@a.example", "a.example?q", "a.example#f", "a b", ""] {
      let answer = try await service.ask("/debates/green-belt-2013", host: host)
      #expect(answer.status == 200)
      #expect(!answer.text.contains("a.example") && !answer.text.contains("rel=\"canonical\""), "\(host)")
      #expect(try await service.ask("/search.atom?q=a", host: host).status == 400)
    }
  }

  @Test func aBaseAddressWins() async throws {
    let service = try TrialService(records: [HeaderTests.record]) {
      $0.baseURL = BaseURL("https://debates.example.org/all")
    }
    for host in ["evil.example", ""] {
      let page = try await service.ask("/debates/a", host: host)
      #expect(page.text.contains("rel=\"canonical\" href=\"https://debates.example.org/all/debates/a\""))
      #expect(!page.text.contains("evil"))
      let feed = try await service.ask("/search.atom?q=wall", host: host)
      #expect(feed.text.contains("href=\"https://debates.example.org/all/debates/a?q=wall\""))
    }
  }
}
