import Debates

/// Where a page keeps what was said.
enum PageTranscript: Sendable {
  /// Items that each hold a speaker and a text.
  case items(PageUtterances)
  /// Paragraphs one after the other, in which a name at the beginning says who speaks from there on.
  case flow(PageFlow)

  init(_ map: YAMLMap) throws(LocatedError) {
    if map["flow"] != nil {
      self = .flow(try PageFlow(map))
    } else if map["each"] != nil {
      self = .items(try PageUtterances(map))
    } else {
      throw map.error(
        "each", "missing; write `each` when every entry has an element of its own, `flow` when paragraphs follow names")
    }
  }

  /// Adds what was said, and the people it tells of, to the draft.
  func read(_ page: HTMLDocument, into draft: inout RecordDraft) throws(HTMLError) {
    switch self {
    case .items(let items): try items.read(page, into: &draft)
    case .flow(let flow): try flow.read(page, into: &draft)
    }
  }
}

/// Entries of a transcript that have an element each.
struct PageUtterances: Sendable {
  private let each: XPathExpression
  private let speaker: PageName?
  private let text: PageField
  private let start, end, language: PageField?

  init(_ map: YAMLMap) throws(LocatedError) {
    try map.allow(["each", "speaker", "text", "start", "end", "language"])
    guard let each = try map.xpath("each") else { throw map.error("each", "missing") }
    self.each = each
    speaker = try PageName("speaker", of: map)
    guard let text = try PageField("text", of: map) else { throw map.error("text", "missing; where is the text?") }
    self.text = text
    start = try PageField("start", of: map)
    end = try PageField("end", of: map)
    language = try PageField("language", of: map)
  }

  func read(_ page: HTMLDocument, into draft: inout RecordDraft) throws(HTMLError) {
    var people = PageTranscriptPeople(draft)
    for item in try page.evaluate(each).nodes {
      guard let text = try text.text(in: page, at: item) else { continue }
      let name = try speaker?.read(page, at: item)
      if let name { people.add(name) }
      let start = try start?.line(in: page, at: item).flatMap(PageNumber.seconds)
      let end = try end?.line(in: page, at: item).flatMap(PageNumber.seconds)
      draft.transcript.append(
        RecordDraft.Utterance(
          start: start, end: end.flatMap { end in start.map { $0 <= end } ?? true ? end : nil }, speaker: name?.name,
          language: try language?.line(in: page, at: item), text: text))
    }
    draft.speakers = people.speakers
  }
}

/// Who speaks in a transcript: added to those the page announces, with what their names come with.
struct PageTranscriptPeople {
  private(set) var speakers: [RecordDraft.Speaker]
  private var places: [String: Int] = [:]

  init(_ draft: RecordDraft) {
    speakers = draft.speakers
    for (index, speaker) in speakers.enumerated() {
      if let name = speaker.person.name { places[FoldedName.id(of: name)] = index }
    }
  }

  mutating func add(_ found: PageName.Found) {
    let id = FoldedName.id(of: found.name)
    guard let place = places[id] else {
      places[id] = speakers.count
      speakers.append(
        RecordDraft.Speaker(
          RecordDraft.Person(name: found.name), affiliation: found.affiliation, headline: found.headline))
      return
    }
    // The first time is the fullest: later on, titles are shortened.
    speakers[place].affiliation = speakers[place].affiliation ?? found.affiliation
    speakers[place].headline = speakers[place].headline ?? found.headline
  }
}
