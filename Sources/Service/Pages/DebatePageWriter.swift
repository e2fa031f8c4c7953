import Debates
import Schema
import Searching

/// Writes the page of a debate.
struct DebatePageWriter {
  let page: PageWriter
  let debate: DebateContents
  /// What the index has stored of other debates.
  let known: (String) -> StoredDebate?

  var wording: Wording { page.wording }
  var query: String { debate.matches?.query ?? "" }

  /// - Parameters:
  ///   - related: what is connected with it.
  ///   - embed: the line that shows that on other pages; nil where the service does not know where it is reached.
  func write(_ related: RelatedResponse?, embed: String?) -> DebatePage {
    let talk = turns
    let subject = prose(of: .subject)
    let comments = self.comments
    let notes = self.notes
    let speakers = self.speakers
    var sections: [LinkedText] = []
    if !subject.isEmpty { sections.append(.init(text: wording.debate.subject, href: "#subject")) }
    if !speakers.isEmpty { sections.append(.init(text: wording.debate.speakers, href: "#speakers")) }
    if !talk.isEmpty { sections.append(.init(text: wording.debate.talk, href: "#talk")) }
    let commentsHeading = wording.debate.comments(number(of: .comment))
    if !comments.isEmpty { sections.append(.init(text: commentsHeading, href: "#comments")) }
    if !notes.isEmpty { sections.append(.init(text: wording.debate.notes, href: "#notes")) }
    let results = related?.results ?? []
    return DebatePage(
      eyebrow: [debate.format ?? debate.category, debate.date.map(wording.dates.text)].compactMap(\.self)
        .joined(separator: " · "),
      title: page.title(debate.title), titleLanguage: page.foreign(debate.language), metadata: metadata,
      source: debate.url.flatMap(SafeAddress.init).map {
        LinkedText(text: wording.debate.source($0.host), href: $0.text)
      },
      player: Player(debate.media, wording.debate), inside: inside, counts: counts,
      terms: debate.terms.map {
        LinkedText(text: $0, href: page.links.search(RequestParameters([.query: [$0]])))
      },
      shares: shares, sections: sections.count > 1 ? sections : [], subject: subject, speakers: speakers, talk: talk,
      pages: pages, commentsHeading: commentsHeading, comments: comments, notes: notes,
      dataHref: page.links.root + "/api" + page.links.debate(debate.id).dropFirst(page.links.root.count),
      related: results.map(self.related), relatedExpertises: (related?.expertises ?? []).map(expertise),
      invitable: (related?.speakers ?? []).map(invitable), embedCode: results.isEmpty ? nil : embed)
  }

  private func number(of kind: PassageKind) -> Int {
    debate.counts.kinds.first { $0.value == kind.rawValue }?.count ?? 0
  }

  // MARK: What is known of it

  private var metadata: [DebatePage.Metadatum] {
    var metadata: [DebatePage.Metadatum] = []
    func add(_ name: String, _ values: [DebatePage.Metadatum.Value]) {
      if !values.isEmpty { metadata.append(.init(name: name, values: values)) }
    }
    func search(_ parameter: Parameter, _ value: String?) -> [DebatePage.Metadatum.Value] {
      value.map { [.init(text: $0, valueHref: page.links.search(RequestParameters([parameter: [$0]])))] } ?? []
    }
    func person(_ person: Person?) -> [DebatePage.Metadatum.Value] {
      person.map { [.init(text: $0.name, valueHref: page.links.speaker($0.id))] } ?? []
    }
    add(wording.names.date, debate.date.map { [.init(text: wording.dates.text($0))] } ?? [])
    add(wording.names.category, search(.category, debate.category))
    add(wording.names.format, search(.format, debate.format))
    add(wording.names.location, search(.location, debate.location))
    add(
      wording.names.expertises, debate.expertises.map { .init(text: $0, valueHref: page.links.expertise($0)) })
    add(wording.debate.proposer, person(debate.proposer))
    add(wording.debate.organizer, person(debate.organizer))
    return metadata
  }

  private var counts: [String] {
    let kinds = (talk: number(of: .talk), comment: number(of: .comment))
    return [
      debate.counts.duration.map { wording.counts.duration(Int($0)) },
      debate.counts.words > 0 ? wording.counts.words(debate.counts.words) : nil,
      kinds.talk > 0 ? wording.counts.passages(kinds.talk) : nil,
      debate.speakers.isEmpty ? nil : wording.counts.speakers(debate.speakers.count),
      kinds.comment > 0 ? wording.counts.comments(kinds.comment) : nil,
    ].compactMap(\.self)
  }

  private var shares: [DebatePage.Share] {
    guard debate.shares.count > 1 else { return [] }
    return debate.shares.prefix(DebatePageWriter.sharesShown).map { share in
      let percent = Int((share.share * 100).rounded())
      return .init(
        name: share.name.isEmpty ? wording.debate.unknownVoice : share.name, share: max(1, percent),
        text: wording.debate.share(percent, wording.counts.words(share.words)))
    }
  }

  private var speakers: [DebatePage.Speaker] {
    // They stand on the first page only.
    guard debate.offset == 0 else { return [] }
    return debate.speakers.enumerated().map { place, speaker in
      .init(
        name: speaker.name, href: page.links.speaker(speaker.id), about: speaker.affiliation,
        biography: speaker.biography.map {
          .init(anchor: "p-profile-\(place)", language: nil, html: HTMLText.escaped($0))
        })
    }
  }

  private var inside: DebatePage.Inside {
    let action = page.links.debate(debate.id)
    let matches = debate.passages.filter(\.isMatch)
    return .init(
      action: action, query: query, isAsked: debate.matches != nil && !query.isEmpty,
      summary: debate.matches.map { wording.debate.insideFound($0.total, query) } ?? "", clearHref: action,
      matches: matches.prefix(DebatePageWriter.matchesShown).map(match))
  }

  private var pages: DebatePage.Pages? {
    let last = debate.offset + debate.passages.count
    guard debate.offset > 0 || last < debate.total else { return nil }
    let step = DebatePage.passagesShown
    return .init(
      pagesText: wording.debate.pageRange(debate.offset + 1, last, debate.total),
      previousHref: debate.offset > 0
        ? page.links.debate(debate.id, query: query, offset: max(0, debate.offset - step)) : nil,
      nextHref: last < debate.total ? page.links.debate(debate.id, query: query, offset: last) : nil)
  }

  static let matchesShown = 10
  private static let sharesShown = 8
}
