import Debates
import Schema
import Searching

/// Writes what pages have in common: names, dates, counts and links, in the language of the interface.
struct PageWriter: Sendable {
  let wording: Wording
  let links: SiteLinks

  // MARK: Names

  func name(of kind: PassageKind) -> String {
    switch kind {
    case .subject: wording.names.subject
    case .talk: wording.names.talk
    case .comment: wording.names.comment
    case .note: wording.names.note
    case .profile: wording.names.profile
    }
  }

  /// Nil for a language that passages are not labelled with.
  func name(ofLanguage code: String) -> String? {
    switch code {
    case "fr": wording.names.french
    case "en": wording.names.english
    default: nil
    }
  }

  func name(of kind: Completion.Kind) -> String {
    switch kind {
    case .title: wording.layout.kindTitle
    case .speaker: wording.layout.kindSpeaker
    case .expertise: wording.layout.kindExpertise
    case .phrase: wording.layout.kindPhrase
    }
  }

  func name(of rank: SearchRequest.Rank) -> String {
    switch rank {
    case .debates: wording.names.debates
    case .speakers: wording.names.speakers
    case .expertises: wording.names.expertises
    case .passages: wording.names.passages
    }
  }

  func count(_ number: Int, of rank: SearchRequest.Rank) -> String {
    switch rank {
    case .debates: wording.counts.debates(number)
    case .speakers: wording.counts.speakers(number)
    case .expertises: wording.counts.expertises(number)
    case .passages: wording.counts.passages(number)
    }
  }

  /// A language that a page has to name for its text to be read aloud well; nil for the page's own, and for none.
  func foreign(_ language: String?) -> String? {
    language.flatMap { ["fr", "en"].contains($0) && $0 != wording.code ? $0 : nil }
  }

  func title(_ title: String?) -> String {
    title.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil } ?? wording.debate.untitled
  }

  // MARK: Debates

  /// - Parameter known: what the index has stored of it; nil where that is unknown.
  func heading(
    _ id: String, title: String?, date: String?, _ known: StoredDebate?, query: String = "", detail: String? = nil
  ) -> DebateHeading {
    DebateHeading(
      title: self.title(title), href: links.debate(id, query: query), titleLanguage: foreign(known?.language),
      date: date.map(wording.dates.text), dateTime: date, category: known?.category, location: known?.location,
      detail: detail)
  }

  // MARK: Passages

  /// - Parameters:
  ///   - debate: the id of its debate.
  ///   - known: what the index has stored of that.
  ///   - query: what is looked for in it, so that its page marks the same.
  func passage(
    _ passage: PassageResult, of debate: String, _ known: StoredDebate?, place: EvidenceResult.Place? = nil,
    query: String = "", showsVoice: Bool = true
  ) -> PassageView {
    let kind = name(of: passage.kind)
    let voice = showsVoice ? passage.speaker : nil
    let second = passage.start.flatMap { $0 > 0 && passage.kind == .talk ? Int($0) : nil }
    let url = passage.url.flatMap(SafeAddress.init)
    return PassageView(
      kind: kind, voiceName: voice?.name, voiceHref: voice.map { links.speaker($0.id) },
      time: url == nil ? nil : second.map(Clock.text), timeHref: second == nil ? nil : url?.text,
      second: second ?? 0, language: passage.language,
      languageName: foreign(passage.language).flatMap(name(ofLanguage:)), snippet: passage.snippet,
      passageHref: href(of: passage.id, passage.kind, in: debate, known, query: query),
      passageName: wording.search.passageName(kind, voice?.name),
      debateTitle: title(place?.title ?? known?.title), debateLanguage: foreign(known?.language),
      debateDate: (place?.date ?? known?.date).map(wording.dates.text),
      debateLocation: place?.location ?? known?.location)
  }

  /// The place of a passage on the page of its debate; of a long one, on the right one of its pages.
  func href(
    of id: String, _ kind: PassageKind, in debate: String, _ known: StoredDebate?, query: String = ""
  ) -> String {
    let isLong = (known?.passages ?? 0) > DebatePage.passagesShown
    return links.debate(
      debate, query: query, around: isLong ? id : nil, fragment: PassageAnchor.of(id, in: debate, kind))
  }

  // MARK: Time

  /// Bars of years, those with nothing in them too; nil for less than two.
  ///
  /// - Parameters:
  ///   - counts: by year, in order.
  ///   - count: what a bar says of its number.
  ///   - href: where a bar leads.
  func timeline(
    _ id: String, _ title: String, _ counts: [(year: Int, number: Int)], chosen: Set<Int> = [],
    count: (Int) -> String, href: (Int) -> String
  ) -> Timeline? {
    guard counts.count > 1, let last = counts.last?.year, let highest = counts.map(\.number).max(), highest > 0
    else { return nil }
    let first = max(counts[0].year, last - PageWriter.maximumYears + 1)
    let numbers = Dictionary(counts.map { ($0.year, $0.number) }) { $0 + $1 }
    return Timeline(
      timelineId: id, timelineTitle: title,
      bars: (first...last).map { year in
        let number = numbers[year] ?? 0
        return Timeline.Bar(
          href: href(year), isChosen: chosen.contains(year), share: PageWriter.share(number, of: highest),
          shortName: "’" + String(String(year).suffix(2)), text: wording.search.bar(String(year), count(number)))
      })
  }

  /// Percent, at least 1 of what there is.
  static func share(_ number: Int, of highest: Int) -> Int {
    number == 0 || highest == 0 ? 0 : max(1, number * 100 / highest)
  }

  private static let maximumYears = 60
}
