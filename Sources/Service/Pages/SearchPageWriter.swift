import Debates
import Schema
import Searching

/// Writes the page of a search.
struct SearchPageWriter {
  let page: PageWriter
  /// What was asked.
  let parameters: RequestParameters
  /// What people read of values that are ids.
  var labels: [String: String] = [:]

  var wording: Wording { page.wording }
  var query: String { parameters.text(.query) ?? "" }
  var rank: SearchRequest.Rank { parameters.text(.rank).flatMap(SearchRequest.Rank.init) ?? .debates }

  /// Whether anything was asked; before that, the page tells how.
  var isAsked: Bool {
    !query.isEmpty || hasFilters || parameters.text(.sort) != nil
  }

  private var hasFilters: Bool { Parameter.filters.contains { !parameters[$0].isEmpty } }

  /// What the page is about, in its title.
  var heading: String {
    if !query.isEmpty { return wording.search.heading(query) }
    guard isAsked else { return wording.search.headingOfNothingAsked }
    return hasFilters ? wording.search.headingOfFilters : wording.layout.everything
  }

  /// The page, before any results are in it.
  func frame() -> SearchPage {
    let filters = activeFilters
    return SearchPage(
      heading: heading, isAsked: isAsked,
      tabs: [.debates, .speakers, .expertises, .passages].map { rank in
        .init(
          name: page.name(of: rank),
          href: page.links.search(parameters.with(.rank, rank == .debates ? nil : rank.rawValue)),
          isCurrent: rank == self.rank)
      },
      orders: rank == .debates || rank == .passages ? orders : [], filters: filters,
      clearHref: filters.count > 1 ? page.links.search(parameters.withoutFilters) : nil,
      firstNumber: parameters.integer(.offset, default: 0) + 1,
      startHref: parameters.text(.after) == nil ? nil : page.links.search(parameters.with(.after, nil)),
      feedHref: page.links.search(parameters.with(.after, nil), path: "/search.atom"),
      dataHref: page.links.search(parameters.with(.after, nil), path: "/api/search"),
      examples: wording.search.examples.map {
        .init(
          text: $0.query, href: page.links.search(RequestParameters([.query: [$0.query]])), meaning: $0.meaning)
      })
  }

  private var orders: [SearchPage.Choice] {
    let sort = parameters.text(.sort).flatMap(SearchRequest.Sort.init) ?? .relevance
    let names: [(SearchRequest.Sort, String)] = [
      (.relevance, wording.names.relevance), (.newest, wording.names.newest), (.oldest, wording.names.oldest),
    ]
    return names.map { order, name in
      .init(
        name: name, href: page.links.search(parameters.with(.sort, order == .relevance ? nil : order.rawValue)),
        isCurrent: order == sort)
    }
  }

  // MARK: Answers

  /// What all answers have in common.
  func write<Result>(_ answer: SearchResponse<Result>, into view: inout SearchPage) {
    var count = page.count(answer.total, of: rank)
    if answer.estimated { count = wording.search.about(count) }
    let isEmpty = answer.results.isEmpty && answer.total == 0
    view.hasResults = !answer.results.isEmpty
    view.summary =
      isEmpty
      ? wording.search.nothingFound : wording.search.summary(count, max(1, Int(answer.tookMilliseconds.rounded())))
    view.announcement = isEmpty ? wording.search.nothingFound : wording.search.announcement(count)
    view.found = isEmpty ? wording.search.nothingFound : count
    view.isPartial = answer.isPartial
    view.notes = answer.notes.map {
      .init(text: $0.text, message: $0.message, messageLanguage: page.foreign("en"))
    }
    if answer.help?.instead == nil {
      view.suggestion = answer.suggestion.map {
        LinkedText(text: $0, href: page.links.search(parameters.with(.query, $0)))
      }
    }
    if isEmpty { view.nothing = .init(without: []) }
    if let help = answer.help { write(help, isEmpty: isEmpty, into: &view) }
    if let next = answer.next {
      let shown = view.firstNumber - 1 + answer.results.count
      view.nextHref = page.links.search(
        RequestParameters(
          parameters.values.merging([.after: [next], .offset: ["\(min(shown, SearchRequest.maximumOffset))"]]) { $1 }))
    }
    view.hasPages = view.startHref != nil || view.nextHref != nil
    write(answer.facets, into: &view)
  }

  private func write(_ help: SearchHelp, isEmpty: Bool, into view: inout SearchPage) {
    if let instead = help.instead {
      view.instead = .init(
        heading: wording.search.instead(instead),
        changes: help.corrected.map { wording.search.corrected($0.typed, $0.written) }
          + help.dropped.map(wording.search.dropped))
    }
    guard isEmpty else { return }
    var without = help.filters.map { filter in
      CountedLink(
        text: wording.search.without(written(filter.filter)),
        href: page.links.search(parameters(without: filter.filter)),
        count: wording.counts.passages(filter.passages))
    }
    if help.passagesWithoutFilters > 0, without.count != 1 || activeFilters.count > 1 {
      without.append(
        CountedLink(
          text: wording.search.withoutAnyFilter, href: page.links.search(parameters.withoutFilters),
          count: wording.counts.passages(help.passagesWithoutFilters)))
    }
    view.nothing = .init(without: without)
  }

  // MARK: Results

  func debate(_ debate: DebateResult, _ known: StoredDebate?) -> TemplateContext.Joined {
    struct Passages { var passages: [PassageView] }
    let heading = page.heading(debate.id, title: debate.title, date: debate.date, known, query: query)
    return TemplateContext.Joined(
      heading,
      Passages(passages: debate.passages.map { page.passage($0, of: debate.id, known, query: query) }))
  }

  func speaker(_ speaker: SpeakerResult) -> SearchPage.Person {
    .init(
      name: speaker.name, href: page.links.speaker(speaker.id), affiliation: speaker.affiliation,
      counts: speaker.passages > 0 ? wording.counts.passagesInDebates(speaker.passages, speaker.debates) : nil,
      isSmallSample: speaker.isSmallSample,
      passages: speaker.evidence.map { evidence($0, showsVoice: false) })
  }

  func expertise(_ expertise: ExpertiseResult) -> SearchPage.Expertise {
    .init(
      name: expertise.name, href: page.links.expertise(expertise.name),
      counts: wording.counts.debatesAndSpeakers(expertise.debates, expertise.speakers),
      passages: expertise.evidence.map { evidence($0, showsVoice: true) })
  }

  func passage(_ passage: PassageResult, _ known: StoredDebate?) -> PassageView {
    page.passage(passage, of: passage.debate?.id ?? "", known, place: passage.debate, query: query)
  }

  private func evidence(_ evidence: EvidenceResult, showsVoice: Bool) -> PassageView {
    page.passage(
      evidence.passage, of: evidence.debate?.id ?? "", nil, place: evidence.debate, query: query,
      showsVoice: showsVoice)
  }
}
