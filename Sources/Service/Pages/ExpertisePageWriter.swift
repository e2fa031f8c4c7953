import Schema
import Searching

/// Writes the page of an expertise.
struct ExpertisePageWriter {
  let page: PageWriter
  let expertise: ExpertiseContents
  /// What the index has stored of a debate.
  let known: (String) -> StoredDebate?

  private var wording: Wording { page.wording }

  func write() -> ExpertisePage {
    let carrying = RequestParameters([.expertise: [expertise.name]])
    let newest = carrying.with(.sort, SearchRequest.Sort.newest.rawValue)
    let passages = newest.with(.rank, SearchRequest.Rank.passages.rawValue)
    // Those who declare it first.
    var seen: Set<String> = []
    let speakers = (expertise.declaring + expertise.speakers).filter { seen.insert($0.id).inserted }
    return ExpertisePage(
      name: expertise.name,
      numbers: [
        Figure(name: wording.counts.debatesName, value: wording.counts.number(expertise.total)),
        Figure(
          name: wording.counts.speakersName,
          value: wording.counts.number(max(expertise.speakersTotal, expertise.declaringTotal))),
      ],
      inside: ProfileSearch(
        insideHeading: wording.profile.searchExpertise, insideAction: page.links.root + "/search",
        insideFields: [
          .init(name: Parameter.expertise.name, value: expertise.name),
          .init(name: Parameter.rank.name, value: SearchRequest.Rank.passages.rawValue),
        ]),
      debates: expertise.debates.map { page.heading($0.id, title: $0.title, date: $0.date, known($0.id)) },
      debatesMore: expertise.total > expertise.debates.count
        ? LinkedText(text: wording.profile.allDebates(expertise.total), href: page.links.search(newest)) : nil,
      latest: expertise.evidence.map {
        page.passage($0.passage, of: $0.debate?.id ?? "", $0.debate.flatMap { known($0.id) }, place: $0.debate)
      },
      allHref: page.links.search(passages),
      allText: wording.profile.allPassages(expertise.years.reduce(0) { $0 + $1.passages }),
      timeline: page.timeline(
        "activity", wording.profile.activity,
        expertise.years.compactMap { year in Int(year.period).map { ($0, year.debates) } },
        count: wording.counts.debates
      ) { year in page.links.search(newest.with(.from, String(year)).with(.to, String(year))) },
      speakers: speakers.map {
        .init(
          name: $0.name, href: page.links.speaker($0.id), affiliation: nil,
          counts: $0.passages > 0
            ? wording.counts.passagesInDebates($0.passages, $0.debates)
            : "\(wording.profile.declared) \(wording.profile.inTheProfile)")
      },
      together: expertise.related.map {
        CountedLink(text: $0.name, href: page.links.expertise($0.name), count: wording.counts.number($0.debates))
      })
  }
}
