import Debates

/// Reads a page by its site's profile.
struct PageReading {
  let profile: PageProfile
  let page: HTMLDocument

  /// Adds what the profile finds to the draft.
  func read(into draft: inout RecordDraft) throws(HTMLError) {
    let language = profile.language ?? draft[.language]
    let isDayFirst = profile.isDayFirst(in: language)
    draft[.language] = language
    for (field, place) in profile.lines { draft[field] = try place.line(in: page) ?? draft[field] }
    for (field, place) in profile.texts { draft[field] = try place.text(in: page) }
    draft[.date] = try profile.date?.date(in: page, isDayFirst: isDayFirst)
    draft.expertises = try profile.expertises?.all(in: page) ?? []
    draft.connected = try profile.connected?.all(in: page).withoutRepetition ?? []
    draft.audience = try profile.audience?.number(in: page).flatMap(PageNumber.count)
    draft.mediaURL = try profile.media?.line(in: page)
    draft.mediaDuration = try profile.duration?.line(in: page).flatMap(PageNumber.seconds)
    draft.opinionCount = try profile.opinionCount?.number(in: page).flatMap(PageNumber.count)
    draft.opinionMean = try profile.opinionMean?.number(in: page).flatMap { (0...5).contains($0) ? $0 : nil }
    for speakers in profile.speakers { draft.speakers += try speakers.read(page) }
    for transcript in profile.transcripts { try transcript.read(page, into: &draft) }
    try readComments(into: &draft, isDayFirst: isDayFirst)
  }

  /// Those of several lists in the order in which they stand on the page.
  private func readComments(into draft: inout RecordDraft, isDayFirst: Bool) throws(HTMLError) {
    var found: [(node: HTMLNode, comment: RecordDraft.Comment)] = []
    for comments in profile.comments {
      found += try comments.read(page, isDayFirst: isDayFirst).map { (node: $0.node, comment: $0.1) }
    }
    if profile.comments.count > 1 { found.sort { $0.node.stands(before: $1.node) } }
    draft.comments = found.map(\.comment)
  }
}

extension [String] {
  /// Each once, where it stands first.
  var withoutRepetition: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
