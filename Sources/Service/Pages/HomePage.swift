import Schema
import Searching

/// The first page; the keys of `home.mustache`.
struct HomePage {
  var lead: String
  var examples: [LinkedText]
  var numbers: [Figure]
  var latest: [DebateHeading]
  var latestHref: String
  var categories: [CountedLink]
  var expertises: [CountedLink]

  /// - Parameter known: what the index has stored of a debate.
  init(_ overview: IndexOverview, _ page: PageWriter, known: (String) -> StoredDebate?) {
    let wording = page.wording
    lead = wording.home.lead(wording.counts.debates(overview.debates), wording.counts.passages(overview.passages))
    // Expertises are subjects that there is something about.
    examples = overview.topExpertises.prefix(HomePage.examplesShown).map {
      LinkedText(text: $0.value, href: page.links.search(RequestParameters([.query: [$0.value]])))
    }
    numbers = [
      (wording.counts.debatesName, overview.debates), (wording.counts.passagesName, overview.passages),
      (wording.counts.speakersName, overview.people), (wording.counts.expertisesName, overview.expertises),
    ].filter { $1 > 0 }.map { Figure(name: $0, value: wording.counts.number($1)) }
    latest = overview.newest.prefix(HomePage.debatesShown).map {
      page.heading($0.id, title: $0.title, date: $0.date, known($0.id))
    }
    latestHref = page.links.search(RequestParameters([.sort: [SearchRequest.Sort.newest.rawValue]]))
    categories = overview.topCategories.prefix(HomePage.labelsShown).map {
      CountedLink(
        text: $0.value, href: page.links.search(RequestParameters([.category: [$0.value]])),
        count: wording.counts.number($0.count))
    }
    expertises = overview.topExpertises.prefix(HomePage.labelsShown).map {
      CountedLink(
        text: $0.value, href: page.links.expertise($0.value), count: wording.counts.number($0.count))
    }
  }

  private static let examplesShown = 3
  private static let debatesShown = 8
  private static let labelsShown = 24
}
