import Debates

/// The text of a debate's page: site menu, title, facts, speakers, description, sponsor, comments.
///
/// Labels are the site's own, in English on every page; a no-break space may stand before their colon. What stands
/// above the title is the site's menu and is not kept.
struct StudioPage {
  private let lines: [Substring]

  init(_ text: String) {
    var text = text
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(\.trimmed)
  }

  /// What the page says, as a debate with this id.
  func draft(id: String) -> RecordDraft {
    let speakerBlock = self.speakerBlock
    let end = firstLine(in: speakerBlock.upperBound..<lines.count) { Self.isLabel($0, "Topic brought to you by") }
    let share = firstLine(in: speakerBlock.upperBound..<lines.count) { Self.isLabel($0, "Share the link") }
    let connected = firstLine(in: speakerBlock.upperBound..<lines.count) {
      Self.isLabel($0, "Connected subjects") || $0.contains("Comment from ")
    }
    let bodyEnd = min(end, share, connected)
    let (paragraphs, expertises) = body(speakerBlock.upperBound..<bodyEnd)
    let title = self.title(lead: paragraphs.first)

    var draft = RecordDraft(id: id, title: title)
    // The page repeats its title as the description's first paragraph.
    let description = (paragraphs.first == title ? Array(paragraphs.dropFirst()) : paragraphs).joined(separator: "\n")
    draft[.description] = description.isEmpty ? nil : description
    draft.expertises = expertises
    draft[.location] = value(of: "Location")
    draft[.format] = value(of: "Format")
    draft[.treatment] = value(of: "Treatment")
    draft.audience = firstIndex { $0 == "AUDIENCE" }.flatMap { index in
      lines[index...].dropFirst().first { !$0.isEmpty }.flatMap { Int($0) }
    }

    draft.speakers = speakers(speakerBlock)
    if end < lines.count {
      let sponsor = lines[(end + 1)..<max(end + 1, min(share, connected))]
        .filter { !$0.isEmpty && $0 != "Loading..." }
      draft[.sponsor] = sponsor.isEmpty ? nil : sponsor.joined(separator: " ")
    }
    draft[.proposer] = value(after: "Subject proposed by ")
    draft[.organizer] = value(after: "Organization by ")
    let named = draft.speakers.map(\.person.name) + [draft[.sponsor], draft[.proposer], draft[.organizer]]
    let tail = lines[min(connected, lines.count)...].joined(separator: "\n")
    let glued = GluedComments(tail, known: Set(named.compactMap { $0.map(FoldedName.id) }))
    draft.comments = glued.comments.map { comment in
      RecordDraft.Comment(author: RecordDraft.Person(name: comment.name), text: String(comment.text))
    }
    draft.connected = glued.before.split(separator: "\n").map(\.withoutLeadingBullet)
      .filter { !$0.isEmpty && !Self.isLabel($0, "Connected subjects") }.map(String.init)
    return draft
  }

  // MARK: Title

  /// The line that the description repeats; failing that, the last one before the feedback form.
  private func title(lead: String?) -> String {
    let form = firstLine(in: 0..<lines.count) {
      $0 == "Here's my feedback:" || $0.hasPrefix("I transmit my opinion") || $0 == "Misc infos"
    }
    let header = lines[..<form].filter { !$0.isEmpty }
    if let lead, let line = header.last(where: { $0 == lead }) { return String(line) }
    return header.last.map(String.init) ?? lead ?? ""
  }

  // MARK: Speakers

  /// The lines under the label `Speakers :`, up to a blank one.
  private var speakerBlock: Range<Int> {
    guard let label = firstIndex(where: { Self.isLabel($0, "Speakers") }) else {
      // Without speakers, the description follows the last of the facts.
      let last = lines.lastIndex { line in
        ["Treatment", "Format", "Location"].contains { Self.value(line, of: $0) != nil }
          || line.hasPrefix("Organization by ") || line.hasPrefix("Subject proposed by ")
      }
      let start = last.map { $0 + 1 } ?? 0
      return start..<start
    }
    let start = label + 1
    return start..<firstLine(in: start..<lines.count) { $0.isEmpty }
  }

  private func speakers(_ block: Range<Int>) -> [RecordDraft.Speaker] {
    var speakers: [RecordDraft.Speaker] = []
    for (index, line) in lines[block].enumerated() {
      // Name and affiliation, then a headline; a speaker without a headline breaks the pairs, so ask the line too.
      let paired = block.count == 2 * announced
      if paired ? index % 2 == 1 : !speakers.isEmpty && speakers.last?.headline == nil && !Self.presents(line) {
        speakers[speakers.count - 1].headline = String(line)
        continue
      }
      let parts = line.split(separator: ",", maxSplits: 1).map(\.trimmed)
      guard let name = parts.first, !name.isEmpty else { continue }
      speakers.append(
        RecordDraft.Speaker(
          RecordDraft.Person(name: String(name)), affiliation: parts.count > 1 ? String(parts[1]) : nil))
    }
    return speakers
  }

  /// How many speakers the page says there are: `Speakers (8)`.
  private var announced: Int {
    for line in lines where line.hasPrefix("Speakers (") && line.hasSuffix(")") {
      if let count = Int(line.dropFirst("Speakers (".count).dropLast()) { return count }
    }
    return 0
  }

  /// Whether a line reads as "First LAST, affiliation".
  private static func presents(_ line: Substring) -> Bool {
    let name = line.prefix { $0 != "," }
    return name.contains(" ") && name.endIndex < line.endIndex && PersonName.isName(name.trimmed)
  }

  // MARK: Description

  /// Paragraphs and bullets, one a line, and the expertises named among them.
  private func body(_ range: Range<Int>) -> (paragraphs: [String], expertises: [String]) {
    var paragraphs: [String] = []
    var expertises: [String] = []
    var listing = false
    for line in lines[range] {
      if Self.isLabel(line, "Related expertises") || Self.value(line, of: "Related expertises") != nil {
        listing = true
        expertises += (Self.value(line, of: "Related expertises") ?? "").split(separator: ",").map(Self.expertise)
      } else if line.isEmpty {
        listing = false
      } else if listing {
        expertises += line.split(separator: ",").map(Self.expertise)
      } else {
        paragraphs.append(String(line))
      }
    }
    return (paragraphs, expertises.filter { !$0.isEmpty })
  }

  private static func expertise(_ text: Substring) -> String { String(text.trimmed.withoutLeadingBullet) }

  // MARK: Lines

  private func firstIndex(where matches: (Substring) -> Bool) -> Int? { lines.firstIndex(where: matches) }

  private func firstLine(in range: Range<Int>, where matches: (Substring) -> Bool) -> Int {
    lines[range].firstIndex(where: matches) ?? range.upperBound
  }

  private func value(of label: String) -> String? {
    lines.lazy.compactMap { Self.value($0, of: label) }.first.map(String.init)
  }

  private func value(after label: String) -> String? {
    lines.first { $0.hasPrefix(label) }.map { String($0.dropFirst(label.count).trimmed) }.flatMap {
      $0.isEmpty ? nil : $0
    }
  }

  /// `label : value`, the value not empty.
  private static func value(_ line: Substring, of label: String) -> Substring? {
    guard line.hasPrefix(label) else { return nil }
    let rest = line.dropFirst(label.count).trimmed
    guard rest.first == ":" else { return nil }
    let value = rest.dropFirst().trimmed
    return value.isEmpty ? nil : value
  }

  private static func isLabel(_ line: Substring, _ label: String) -> Bool {
    line.hasPrefix(label) && line.dropFirst(label.count).trimmed == ":"
  }
}
