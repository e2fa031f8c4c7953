import Schema
import Searching

/// Asks for what the page of a search shows, and writes it.
struct SearchDrawing {
  let index: SearchIndex
  let site: Site
  let parameters: RequestParameters

  /// - Parameter timeLimit: of the search.
  func draw(timeLimit: Duration) throws -> PageEndpoints.Drawn {
    var writer = SearchPageWriter(page: site.page, parameters: parameters)
    writer.labels = try labels()
    var view = writer.frame()
    if writer.isAsked {
      var request = parameters.searchRequest()
      request.timeLimit = timeLimit
      request.facetLimit = SearchPageWriter.facetLimit
      try answer(request, writer, into: &view)
    } else {
      // What there is to choose from, before anything is asked.
      var request = SearchRequest("")
      request.limit = 0
      request.facets = Facet.allCases
      request.facetLimit = SearchPageWriter.facetLimit
      request.timeLimit = timeLimit
      writer.write(try index.debates(request).facets, into: &view)
      view.timeline = nil
    }
    let wording = site.page.wording.search
    var frame = site.frame(title: writer.heading, description: wording.description(writer.heading, view.found))
    frame.isHidden = true
    frame.query = writer.query
    if writer.isAsked { frame.feed = .init(title: wording.feedTitle(writer.heading), href: view.feedHref) }
    frame.hiddenFields = hiddenFields
    return PageEndpoints.Drawn(template: "search", content: view, frame: frame, isPartial: view.isPartial)
  }

  private func answer(
    _ request: SearchRequest, _ writer: SearchPageWriter, into view: inout SearchPage
  ) throws {
    switch request.rank {
    case .debates:
      let answer = try index.debates(request)
      writer.write(answer, into: &view)
      view.debates = answer.results.map { writer.debate($0, try? index.debate($0.id)) }
    case .passages:
      let answer = try index.passages(request)
      writer.write(answer, into: &view)
      view.passages = answer.results.map { result in
        writer.passage(result, result.debate.flatMap { try? index.debate($0.id) })
      }
    case .speakers:
      let answer = try index.speakers(request)
      writer.write(answer, into: &view)
      view.speakers = answer.results.map(writer.speaker)
    case .expertises:
      let answer = try index.expertises(request)
      writer.write(answer, into: &view)
      view.expertises = answer.results.map(writer.expertise)
    }
  }

  /// The names of the people whose ids are filters.
  private func labels() throws -> [String: String] {
    try parameters[.speaker].reduce(into: [:]) { labels, id in
      labels[id] = try index.speakerContents(id, PageRequest(offset: 0, limit: 0))?.name
    }
  }

  /// What a new query keeps of the search: filters, what is ranked, the order.
  private var hiddenFields: [PageFrame.Field] {
    ([.rank, .sort] + Parameter.filters).flatMap { parameter in
      parameters[parameter].map { PageFrame.Field(name: parameter.name, value: $0) }
    }
  }
}
