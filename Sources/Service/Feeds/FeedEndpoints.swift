import Foundation
import HTTPTypes
import Hummingbird
import Schema
import Searching

/// What other programs than this site's pages show of it: feeds, search from the browser, boxes on other pages.
struct FeedEndpoints: Sendable {
  let answering: Answering
  let renderer: PageRenderer
  let assets: Assets

  private var configuration: ServiceConfiguration { answering.configuration }

  var all: [Endpoint] {
    [
      Endpoint(path: .exact("/search.atom")) { try await atom($0) },
      Endpoint(path: .exact("/opensearch.xml")) { try await openSearch($0) },
      Endpoint(path: .exact("/opensearch/suggest")) { try await suggest($0) },
      Endpoint(path: .value(prefix: "/embed/", name: "id", suffix: ".js")) { try await box($0) },
      .fixed(
        "/robots.txt", Array("User-agent: *\nDisallow: /search\nDisallow: /api/\nDisallow: /embed/\n".utf8),
        mediaType: "text/plain; charset=utf-8"),
    ]
  }

  /// Scheme and host for addresses that leave the site. They differ with the host that a client asks for.
  private func origin(_ exchange: Exchange) throws -> (site: Site, origin: String) {
    let site = Site(configuration, assets, exchange.request)
    guard let origin = site.origin else { throw ServiceError.malformedAddress }
    return (site, origin)
  }

  private static let following: [Parameter] = [.query, .rank, .sort, .limit] + Parameter.filters

  private func atom(_ exchange: Exchange) async throws -> Response {
    let (site, origin) = try origin(exchange)
    let parameters = try RequestParameters(exchange.query, allowing: FeedEndpoints.following, .lenient)
    var request = parameters.searchRequest(parameters.text(.rank) == "passages" ? .passages : .debates)
    // Who follows a search wants what is new.
    if parameters.text(.sort) == nil { request.sort = .newest }
    request.limit = parameters.integer(.limit, default: FeedEndpoints.entriesShown)
    request.facets = []
    request.timeLimit = configuration.timeLimit
    let asked = request
    let changed = answering.watch.sight.changed
    var response = try await answering.answer(exchange, variant: "\(site.page.wording.code) \(origin)") { index in
      let writer = AtomWriter(
        page: site.page, parameters: parameters, origin: origin, siteName: configuration.siteName
      ) { try? index.debate($0) }
      let entries: [AtomFeed.Entry]
      let isPartial: Bool
      if asked.rank == .passages {
        let answer = try index.passages(asked)
        (entries, isPartial) = (answer.results.map(writer.entry), answer.isPartial)
      } else {
        let answer = try index.debates(asked)
        (entries, isPartial) = (answer.results.map(writer.entry), answer.isPartial)
      }
      return Rendered(
        bytes: renderer.text("atom", writer.feed(entries, updated: changed)),
        mediaType: "application/atom+xml; charset=utf-8", isPartial: isPartial)
    }
    response.headers.addToVary("Accept-Language")
    response.headers.addToVary("Cookie")
    return response
  }

  private func openSearch(_ exchange: Exchange) async throws -> Response {
    let (site, origin) = try origin(exchange)
    let base = origin + site.page.links.root
    let description = OpenSearchDescription(
      shortName: String(configuration.siteName.prefix(16)),
      description: site.page.wording.home.description(configuration.siteName), icon: base + assets.icon, base: base)
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/opensearchdescription+xml; charset=utf-8",
        .cacheControl: "public, max-age=3600", .vary: "Accept-Language, Cookie",
      ],
      body: .init(byteBuffer: ByteBuffer(bytes: renderer.text("opensearch", description))))
  }

  /// Completions as browsers take them (OpenSearch Suggestions extension 1.1): the query, texts, descriptions, addresses.
  private func suggest(_ exchange: Exchange) async throws -> Response {
    let (site, origin) = try origin(exchange)
    let parameters = try RequestParameters(exchange.query, allowing: [.query], .lenient)
    let prefix = parameters.text(.query) ?? ""
    var response = try await answering.answer(exchange, variant: "\(site.page.wording.code) \(origin)") { index in
      let found = try index.completions(of: prefix, limit: FeedEndpoints.completionsShown)
      let links = site.page.links
      let addresses = found.map { completion -> String in
        switch (completion.kind, completion.id) {
        case (.title, let id?): origin + links.debate(id)
        case (.speaker, let id?): origin + links.speaker(id)
        case (.expertise, _): origin + links.expertise(completion.text)
        default: origin + links.search(RequestParameters([.query: [completion.text]]))
        }
      }
      let names = found.map { site.page.name(of: $0.kind) }
      let parts: [SuggestionPart] = [
        .text(prefix), .list(found.map(\.text)), .list(names), .list(addresses),
      ]
      return Rendered(bytes: try JSONAnswer.encode(parts), mediaType: "application/x-suggestions+json; charset=utf-8")
    }
    response.headers.addToVary("Accept-Language")
    response.headers.addToVary("Cookie")
    return response
  }

  private enum SuggestionPart: Encodable {
    case text(String)
    case list([String])

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .list(let list): try container.encode(list)
      }
    }
  }

  private func box(_ exchange: Exchange) async throws -> Response {
    let (site, origin) = try origin(exchange)
    let id = exchange.value
    let links = site.page.links
    var response = try await answering.answer(exchange, variant: origin) { index in
      var request = RelatedRequest()
      request.limit = EmbeddedBox.debatesShown
      request.suggestions = 0
      request.evidence = 0
      guard let related = try index.related(toDebate: id, request) else {
        throw ServiceError.notFound("no debate has this id")
      }
      let box = EmbeddedBox(related, of: id, origin: origin, links: links, siteName: configuration.siteName) {
        try? index.debate($0)
      }
      let data = String(decoding: try JSONAnswer.encode(box), as: UTF8.self)
      let script = String(decoding: PackageResources.embed_js, as: UTF8.self)
      return Rendered(
        bytes: Array(script.replacing(EmbeddedBox.marker, with: data).utf8),
        mediaType: "text/javascript; charset=utf-8")
    }
    // Pages that isolate themselves load it too. What is for members would go to any page that a member visits.
    if let policy = HTTPField.Name("Cross-Origin-Resource-Policy") {
      response.headers[policy] = configuration.audience == .everyone ? "cross-origin" : "same-site"
    }
    return response
  }

  private static let entriesShown = 20
  private static let completionsShown = 8
}
