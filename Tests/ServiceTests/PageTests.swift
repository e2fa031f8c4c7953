import Foundation
import HTTPTypes
import Mustache
import Testing

@testable import Service

/// Pages over the fixture debates, in both languages.
@Suite struct PageTests {
  static let pages =
    HeaderTests.pages + [
      "/search?q=budget&rank=passages", "/search?q=budget&rank=speakers", "/search?q=budget&rank=expertises",
      "/search?q=comunity+manger", "/search?q=xyzzyx", "/search?q=xyzzyx&category=Habitat&kind=talk",
      "/search?q=train&sort=newest&from=2019&to=2021", "/search?from=2020&to=2020", "/search?q=budget&language=en",
      "/debates/community-manager-2009?q=forum", "/debates/sans-titre-2014", "/nothing", "/debates/nothing",
    ]

  @Test(arguments: pages, ["fr", "en"]) func bothLanguages(address: String, language: String) async throws {
    let service = try TrialService.ofFixtures.get()
    let answer = try await service.ask(address, [.accept: "text/html", .acceptLanguage: language])
    #expect(answer.status == (address.hasSuffix("nothing") ? 404 : 200))
    #expect(answer[.contentType] == "text/html; charset=utf-8")
    #expect(answer[.contentLanguage] == language)
    let markup = Markup(answer.text)
    #expect(markup.faults == [], "\(markup.faults.prefix(5))")
    #expect(markup.tags.first { $0.name == "html" }?.attributes["lang"] == language)
    #expect(!answer.text.contains("{{") && !answer.text.contains("}}") && !answer.text.contains("Optional("))
    let headings = markup.tags.filter { $0.name == "h1" && !$0.isEnd }
    #expect(headings.count == 1)
    let title = try #require(markup.tags.firstIndex { $0.name == "title" })
    #expect(title > 0)
    for name in ["description", "viewport"] {
      let meta = markup.tags.first { $0.attributes["name"] == name }
      #expect(meta?.attributes["content"]?.isEmpty == false, "\(name)")
    }
    for name in ["og:title", "og:description", "og:site_name"] {
      let meta = markup.tags.first { $0.attributes["property"] == name }
      #expect(meta?.attributes["content"]?.isEmpty == false, "\(name)")
    }
    // Nothing that is to be read is empty.
    for attribute in ["aria-label", "title", "placeholder", "href"] {
      #expect(markup.values(attribute).allSatisfy { !$0.isEmpty }, "\(attribute)")
    }
    #expect(markup.tags.allSatisfy { $0.attributes["data-of-title"]?.isEmpty != true })
  }

  @Test(.timeLimit(.minutes(10))) func everyLinkLeadsSomewhere() async throws {
    let crawl = try await Crawl(TrialService.ofFixtures.get(), from: ["/", "/search?q=budget"], maximum: 250)
    #expect(crawl.pages.count > 100)
    #expect(crawl.missing == [], "\(crawl.missing.prefix(8))")
    #expect(crawl.faults == [], "\(crawl.faults.prefix(8))")
  }

  // MARK: Templates

  private static let templates = URL(fileURLWithPath: TrialService.fixtures).deletingLastPathComponent()
    .appendingPathComponent("Sources/Service/Templates")

  @Test func everyTemplateIsThereAndUsed() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: PageTests.templates.path)
    let names = Set(files.map { ($0 as NSString).deletingPathExtension })
    #expect(names == Set(PageRenderer.sources.map(\.name)))
    let drawn: Set = ["atom", "debate", "error", "expertise", "home", "opensearch", "search", "speaker"]
    var used = drawn
    for (name, bytes) in PageRenderer.sources {
      let text = String(decoding: bytes, as: UTF8.self)
      for partial in text.matches(of: #/\{\{\s*[><]\s*([\w-]+)\s*\}\}/#) {
        let partial = String(partial.output.1)
        #expect(names.contains(partial), "\(name) takes \(partial)")
        if partial != name { used.insert(partial) }
      }
    }
    #expect(used == names)
  }

  /// The texts that templates read are there, in both languages; none is empty.
  @Test(arguments: Wording.all.map(\.code)) func everyTextIsThere(code: String) throws {
    let wording = try #require(Wording.all.first { $0.code == code })
    let texts = try #require(TemplateContext.of(wording) as? [String: Any])
    var asked = 0
    for (name, bytes) in PageRenderer.sources {
      for key in String(decoding: bytes, as: UTF8.self).matches(of: #/\{\{[#^\/&]?\s*t\.([\w.]+)\s*\}\}/#) {
        let parts = key.output.1.split(separator: ".").map(String.init)
        let value = parts.reduce(texts as Any?) { ($0 as? [String: Any])?[$1] }
        asked += 1
        #expect((value as? String)?.isEmpty == false, "\(name): t.\(key.output.1)")
      }
    }
    #expect(asked > 50)
  }

  /// What is written without escaping is escaped where it is made.
  @Test func whatIsNotEscapedByTemplates() {
    var names: Set<String> = []
    for (_, bytes) in PageRenderer.sources {
      for key in String(decoding: bytes, as: UTF8.self).matches(
        of: #/\{\{\{\s*([\w.]+)\s*\}\}\}|\{\{&\s*([\w.]+)\s*\}\}/#)
      {
        names.insert(String(key.output.1 ?? key.output.2 ?? ""))
      }
    }
    #expect(names == ["html", "snippet"])
  }

  /// The library's own escaping takes an accent and the quotation mark before it for one character.
  @Test(arguments: [
    ("\"\u{301} x", "&quot;\u{301} x"), ("'\u{200D}", "&#39;\u{200D}"), ("<\u{338}b>", "&lt;\u{338}b&gt;"),
    ("&\u{FE0F}", "&amp;\u{FE0F}"), ("é\r\n", "é\r\n"), ("", ""),
  ])
  func escapingSeesScalars(text: String, escaped: String) throws {
    let written = MarkupText().escapeText(text)
    #expect(Array(written.unicodeScalars) == Array(escaped.unicodeScalars))
    let content = ErrorPage(
      Problem(ServiceError.notFound("x")), PageWriter(wording: .english, links: SiteLinks(root: "")), address: "/")
    var page = content
    page.title = text
    let html = String(decoding: try PageRenderer().text("error", page), as: UTF8.self)
    if !text.isEmpty { #expect(html.unicodeScalars.contains(escaped.unicodeScalars)) }
  }

  // MARK: The language of the interface

  struct Choice: Sendable, CustomStringConvertible {
    var address = ""
    var cookie: String?
    var accepted: String?
    let code: String
    var description: String { "\(address) \(cookie ?? "") \(accepted ?? "none")" }
  }

  @Test(arguments: [
    Choice(code: "en"), Choice(accepted: "fr", code: "fr"), Choice(accepted: "fr-CA, en;q=0.9", code: "fr"),
    Choice(accepted: "en;q=0.5, fr;q=0.6", code: "fr"), Choice(accepted: "fr;q=0.5,en", code: "en"),
    Choice(accepted: "de, fr;q=0.1", code: "fr"), Choice(accepted: "de", code: "en"), Choice(accepted: "*", code: "en"),
    Choice(accepted: "fr;q=0", code: "en"), Choice(accepted: "fr;q=nan", code: "en"), Choice(accepted: "", code: "en"),
    Choice(accepted: "fr;q=0.000, en;q=0", code: "en"), Choice(accepted: ";;;,,,fr;q=", code: "en"),
    Choice(accepted: "FR", code: "fr"), Choice(accepted: "\u{0}\u{FFFD}<script>", code: "en"),
    Choice(accepted: String(repeating: "de,", count: 60) + "fr", code: "en"),
    Choice(cookie: "ui=fr", code: "fr"), Choice(cookie: "a=b; ui=fr; c=d", code: "fr"),
    Choice(cookie: "ui=fr", accepted: "en", code: "fr"), Choice(cookie: "ui=de", accepted: "fr", code: "fr"),
    Choice(cookie: "xui=fr", code: "en"), Choice(cookie: "ui", code: "en"), Choice(cookie: ";;=;", code: "en"),
    Choice(address: "?ui=fr", code: "fr"), Choice(address: "?ui=fr", cookie: "ui=en", accepted: "en", code: "fr"),
    Choice(address: "?ui=en&ui=fr", code: "fr"), Choice(address: "?ui=<script>", accepted: "fr", code: "fr"),
    Choice(address: "?ui=", cookie: "ui=fr", code: "fr"), Choice(address: "?ui=%ff", accepted: "fr", code: "fr"),
  ])
  func languageOfTheInterface(choice: Choice) async throws {
    var headers: HTTPFields = [.accept: "text/html"]
    headers[.cookie] = choice.cookie
    headers[.acceptLanguage] = choice.accepted
    let answer = try await TrialService.ofFixtures.get().ask("/\(choice.address)", headers)
    #expect(answer[.contentLanguage] == choice.code)
    let isChosen = ["?ui=fr", "?ui=en&ui=fr"].contains(choice.address)
    #expect((answer[.setCookie] != nil) == isChosen)
    #expect(answer.text.contains("<html lang=\"\(choice.code)\">"))
  }

  /// A person gets a page, a program what it can read.
  @Test(
    arguments: [
      ("/nothing", "text/html", true), ("/nothing", "*/*", true), ("/nothing", "application/json", false),
      ("/nothing", nil, false), ("/api/nothing", "text/html", false), ("/embed/nothing.js", "*/*", false),
      ("/health/nothing", "text/html", false), ("/assets/nothing", "text/html", false),
    ] as [(String, String?, Bool)])
  func problemsForPeople(address: String, accept: String?, isPage: Bool) async throws {
    var headers: HTTPFields = [:]
    headers[.accept] = accept
    let answer = try await TrialService.ofFixtures.get().ask(address, headers)
    #expect(answer.status == 404)
    #expect(answer[.contentType]?.hasPrefix("text/html") == isPage)
    #expect(answer[.cacheControl] == "no-store")
    #expect(answer[.eTag] == nil)
  }

  /// What somebody mends by hand in an address, or a campaign adds to it, still shows its page.
  @Test(arguments: [
    "utm_source=x", "limit=9999", "from=99999999", "rank=nonsense", "q=a&q=b", "after=%25", "offset=-1",
  ])
  func oddAddressesShowPages(query: String) async throws {
    let answer = try await TrialService.ofFixtures.get().ask("/search?q=budget&\(query)", [.accept: "text/html"])
    #expect(answer.status == (query == "after=%25" ? 404 : 200))
  }

  /// Years that no calendar of a debate should have draw their bars, too.
  @Test func farYears() async throws {
    let days = ["0001-01-01", "0999", "1000-05", "2009-11-18", "9999-12-31"]
    let records = days.enumerated().map {
      """
      {"id":"d\($0)","title":"Wall \($0)","date":"\($1)","language":"en","expertises":["Walls"],\
      "transcript":[{"start":0,"speaker":"Ann","text":"A wall stands here."}]}
      """
    }
    let service = try TrialService(records: records)
    for address in [
      "/", "/search?q=wall", "/search?q=wall&from=0001&to=9999", "/search?q=wall&from=9999&to=9999",
      "/expertises/Walls",
      "/search?q=wall&rank=passages&sort=oldest", "/search.atom?q=wall", "/debates/d0", "/debates/d4", "/api/status",
    ] {
      #expect(try await service.ask(address).status == 200, "\(address)")
    }
    let speaker = try await service.ask("/api/speakers?q=wall").json()
    let id = try #require(((speaker["results"] as? [[String: Any]])?.first)?["id"] as? String)
    #expect(try await service.ask(SiteLinks(root: "").speaker(id)).status == 200)
  }

  /// Recordings with times that no recording has.
  @Test func farTimes() async throws {
    let record =
      #"{"id":"t","title":"Wall","media":{"url":"https://www.youtube.com/watch?v=abc"},"transcript":[{"start":999999,"text":"Late wall."}]}"#
    let service = try TrialService(records: [record])
    for address in [
      "/debates/t", "/search?q=wall", "/search?q=wall&rank=passages", "/search.atom?q=wall&rank=passages",
    ] {
      #expect(try await service.ask(address).status == 200)
    }
  }
}
