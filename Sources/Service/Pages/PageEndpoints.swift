import Debates
import Foundation
import HTTPTypes
import Hummingbird
import Schema
import Searching

/// The pages.
struct PageEndpoints: Sendable {
  let answering: Answering
  let renderer: PageRenderer
  let assets: Assets

  private var configuration: ServiceConfiguration { answering.configuration }

  var all: [Endpoint] {
    assets.endpoints + [
      Endpoint(path: .exact("/")) { try await home($0) },
      Endpoint(path: .exact("/search")) { try await search($0) },
      Endpoint(path: .value(prefix: "/debates/", name: "id")) { try await debate($0) },
      Endpoint(path: .value(prefix: "/speakers/", name: "id")) { try await speaker($0) },
      Endpoint(path: .value(prefix: "/expertises/", name: "name")) { try await expertise($0) },
    ]
  }

  /// A drawn page: what a template shows, in its frame.
  struct Drawn {
    var template: String
    var content: Any
    var frame: PageFrame
    var isPartial = false
  }

  /// The answer with a page, in the language of the reader.
  private func answer(
    _ exchange: Exchange, _ draw: @escaping @Sendable (SearchIndex, Site) throws -> Drawn
  ) async throws -> Response {
    let site = Site(configuration, assets, exchange.request)
    let wording = site.language.wording
    let origin = configuration.baseURL == nil ? site.origin ?? "" : ""
    var response = try await answering.answer(
      exchange, variant: "\(wording.code) \(origin) \(assets.stylesheet) \(assets.script)"
    ) { index in
      let drawn = try draw(index, site)
      return Rendered(
        bytes: renderer.html(drawn.template, drawn.content, frame: drawn.frame, wording),
        mediaType: PageRenderer.mediaType, isPartial: drawn.isPartial)
    }
    response.headers.addToVary("Accept-Language")
    response.headers.addToVary("Cookie")
    response.headers[.contentLanguage] = wording.code
    if site.language.isChosen {
      response.headers[.setCookie] = site.language.cookie
      if response.headers[.cacheControl] != "no-store" { response.headers[.cacheControl] = "private, no-cache" }
    }
    return response
  }

  // MARK: Pages

  private func home(_ exchange: Exchange) async throws -> Response {
    try await answer(exchange) { index, site in
      let overview = try index.overview()
      var frame = site.frame(
        title: nil, description: site.page.wording.home.description(site.configuration.siteName))
      frame.isHome = true
      return Drawn(
        template: "home", content: HomePage(overview, site.page) { try? index.debate($0) }, frame: frame)
    }
  }

  private func search(_ exchange: Exchange) async throws -> Response {
    let parameters = try RequestParameters(exchange.query, allowing: PageEndpoints.searching, .lenient)
    return try await answer(exchange) { index, site in
      let drawing = SearchDrawing(index: index, site: site, parameters: parameters)
      return try drawing.draw(timeLimit: configuration.timeLimit)
    }
  }

  static let searching: [Parameter] = [.query, .rank, .sort, .after, .offset] + Parameter.filters

  private func debate(_ exchange: Exchange) async throws -> Response {
    let parameters = try RequestParameters(exchange.query, allowing: [.query, .offset, .around], .lenient)
    let id = exchange.value
    return try await answer(exchange) { index, site in
      let values = parameters.with(.limit, String(DebatePage.passagesShown)).values
        .merging(parameters.values) { own, _ in own }
      let debate = try index.debate(id, RequestParameters(values), timeLimit: configuration.timeLimit)
      let related = debate.offset == 0 ? try index.related(toDebate: id, PageEndpoints.relating) : nil
      let page = site.page
      let writer = DebatePageWriter(page: page, debate: debate) { try? index.debate($0) }
      let embed = site.origin.map { origin in
        "<script async src=\"\(origin)\(page.links.root)/embed/\(RequestQuery.encoded(id)).js\"></script>"
      }
      let speakers = page.wording.names.list(debate.speakers.prefix(4).map(\.name))
      var frame = site.frame(
        title: page.title(debate.title),
        description: page.wording.debate.description(
          debate.date.map(page.wording.dates.text), speakers, page.wording.counts.passages(debate.counts.passages)))
      frame.isArticle = true
      return Drawn(
        template: "debate", content: writer.write(related, embed: embed), frame: frame,
        isPartial: debate.matches?.isPartial ?? false)
    }
  }

  private static let relating: RelatedRequest = {
    var request = RelatedRequest()
    request.limit = 6
    return request
  }()

  private func speaker(_ exchange: Exchange) async throws -> Response {
    let id = exchange.value
    return try await answer(exchange) { index, site in
      let speaker = try index.speaker(id, RequestParameters([.limit: ["20"]]))
      var request = SearchRequest("")
      request.sort = .newest
      request.limit = 5
      request.filters = [.label(.speaker, [speaker.id]), .kinds([.talk, .comment, .note])]
      request.timeLimit = configuration.timeLimit
      let latest = try index.passages(request)
      let page = site.page
      let counts = page.wording.counts
      let writer = SpeakerPageWriter(page: page, speaker: speaker) { try? index.debate($0) }
      return Drawn(
        template: "speaker", content: writer.write(latest: latest.results),
        frame: site.frame(
          title: speaker.name,
          description: page.wording.profile.descriptionOfSpeaker(
            speaker.name, counts.debates(speaker.total), counts.passages(speaker.passages))),
        isPartial: latest.isPartial)
    }
  }

  private func expertise(_ exchange: Exchange) async throws -> Response {
    let name = exchange.value
    return try await answer(exchange) { index, site in
      let expertise = try index.expertise(name, RequestParameters([.limit: ["20"]]))
      let page = site.page
      let counts = page.wording.counts
      let writer = ExpertisePageWriter(page: page, expertise: expertise) { try? index.debate($0) }
      return Drawn(
        template: "expertise", content: writer.write(),
        frame: site.frame(
          title: expertise.name,
          description: page.wording.profile.descriptionOfExpertise(
            expertise.name, counts.debates(expertise.total), counts.speakers(expertise.speakersTotal))))
    }
  }

  // MARK: Problems

  /// The page of a problem.
  func problem(_ problem: Problem, _ request: Request) -> Response? {
    let site = Site(configuration, assets, request)
    let content = ErrorPage(problem, site.page, address: site.address)
    var frame = site.frame(title: content.title, description: content.text)
    frame.isHidden = true
    frame.canonical = nil
    let bytes = renderer.html("error", content, frame: frame, site.language.wording)
    var headers = problem.headers
    headers[.contentType] = PageRenderer.mediaType
    headers[.cacheControl] = "no-store"
    headers[.contentLanguage] = site.language.wording.code
    return Response(
      status: .init(code: problem.status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
