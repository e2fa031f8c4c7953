import Schema
import Searching

/// Writes the page of a person.
struct SpeakerPageWriter {
  let page: PageWriter
  let speaker: SpeakerContents
  /// What the index has stored of a debate.
  let known: (String) -> StoredDebate?

  private var wording: Wording { page.wording }
  private var theirs: RequestParameters { RequestParameters([.speaker: [speaker.id]]) }

  /// - Parameter latest: what they said last.
  func write(latest: [PassageResult]) -> SpeakerPage {
    let all = theirs.with(.rank, SearchRequest.Rank.passages.rawValue).with(.sort, SearchRequest.Sort.newest.rawValue)
    let others = speaker.names.filter { $0 != speaker.name }
    return SpeakerPage(
      name: speaker.name, otherNames: others.isEmpty ? nil : others.joined(separator: ", "),
      affiliations: speaker.affiliations.map(\.name),
      numbers: [
        Figure(name: wording.counts.debatesName, value: wording.counts.number(speaker.total)),
        Figure(name: wording.counts.passagesName, value: wording.counts.number(speaker.passages)),
      ],
      inside: ProfileSearch(
        insideHeading: wording.profile.searchSpeaker(speaker.name), insideAction: page.links.root + "/search",
        insideFields: [
          .init(name: Parameter.speaker.name, value: speaker.id),
          .init(name: Parameter.rank.name, value: SearchRequest.Rank.passages.rawValue),
        ]),
      biography: speaker.biographies.map { biography in
        .init(
          language: nil, html: HTMLText.escaped(biography.text), href: page.links.debate(biography.debate.id),
          title: page.title(biography.debate.title), date: biography.debate.date.map(wording.dates.text))
      },
      expertises: expertises,
      latest: latest.map {
        page.passage(
          $0, of: $0.debate?.id ?? "", $0.debate.flatMap { known($0.id) }, place: $0.debate, showsVoice: false)
      },
      allHref: page.links.search(all), allText: wording.profile.allPassages(speaker.passages),
      timeline: page.timeline(
        "activity", wording.profile.activity,
        speaker.years.compactMap { year in Int(year.period).map { ($0, year.passages) } },
        count: wording.counts.passages
      ) { year in page.links.search(all.with(.from, String(year)).with(.to, String(year))) },
      debates: speaker.debates.map(heading),
      debatesMore: speaker.total > speaker.debates.count
        ? LinkedText(
          text: wording.profile.allDebates(speaker.total),
          href: page.links.search(theirs.with(.sort, SearchRequest.Sort.newest.rawValue))) : nil)
  }

  private var expertises: [TemplateContext.Joined] {
    let spoken = Set(speaker.expertises.map(\.name))
    let declared = speaker.declared.filter { !spoken.contains($0) }.map { name in
      TemplateContext.Joined(
        SpeakerPage.Expertise(name: name, href: page.links.expertise(name)),
        Reasons(reasons: [declaration], passagesText: "", passages: []))
    }
    return declared
      + speaker.expertises.map { expertise in
        let passages = expertise.evidence.map {
          page.passage(
            $0.passage, of: $0.debate?.id ?? "", $0.debate.flatMap { known($0.id) }, place: $0.debate,
            showsVoice: false)
        }
        let spoke = Reasons.Reason(
          name: wording.profile.spokeInDebates, text: wording.counts.debates(expertise.debates))
        return TemplateContext.Joined(
          SpeakerPage.Expertise(name: expertise.name, href: page.links.expertise(expertise.name)),
          Reasons(
            reasons: speaker.declared.contains(expertise.name) ? [declaration, spoke] : [spoke],
            passagesText: wording.debate.showPassages(passages.count), passages: passages))
      }
  }

  private var declaration: Reasons.Reason {
    .init(name: wording.profile.declared, text: wording.profile.inTheProfile)
  }

  private func heading(_ part: DebatePart) -> DebateHeading {
    let roles = part.roles.map { role in
      switch role {
      case .speaker: wording.profile.roleSpeaker
      case .author: wording.profile.roleCommenter
      case .proposer: wording.profile.roleProposer
      case .organizer: wording.profile.roleOrganizer
      }
    }.joined(separator: ", ")
    return page.heading(
      part.debate.id, title: part.debate.title, date: part.debate.date, known(part.debate.id),
      detail: part.passages > 0
        ? wording.profile.roleAndCount(roles, wording.counts.passages(part.passages)) : roles)
  }
}
