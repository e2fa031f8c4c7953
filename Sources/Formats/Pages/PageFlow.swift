import Debates

/// A transcript written as paragraphs that follow one another: a name at the beginning of one opens what somebody
/// says, up to the next name or heading.
struct PageFlow: Sendable {
  /// Characters of a name; what is longer is what somebody stressed.
  private static let maximumNameLength = 160

  private let paragraphs: XPathExpression
  private let heading, role, direction: XPathExpression?
  private let speaker: PageName
  private let headings, directions: Fate

  /// What becomes of what nobody said.
  enum Fate: String, CaseIterable {
    /// An entry of the transcript without a speaker.
    case keep
    case drop
  }

  init(_ map: YAMLMap) throws(LocatedError) {
    try map.allow(["flow", "heading", "speaker", "role", "direction", "headings", "directions"])
    guard let paragraphs = try map.xpath("flow") else { throw map.error("flow", "missing") }
    self.paragraphs = paragraphs
    heading = try map.xpath("heading")
    role = try map.xpath("role")
    direction = try map.xpath("direction")
    guard let speaker = try PageName("speaker", of: map) else {
      throw map.error("speaker", "missing; what is a name at the beginning of a paragraph?")
    }
    self.speaker = speaker
    headings = try map.choice("headings") ?? .keep
    directions = try map.choice("directions") ?? .keep
  }

  func read(_ page: HTMLDocument, into draft: inout RecordDraft) throws(HTMLError) {
    var people = PageTranscriptPeople(draft)
    /// Who speaks; nil after a heading, and at the beginning.
    var name: String?
    var lines: [String] = []
    func close() {
      if !lines.isEmpty {
        draft.transcript.append(RecordDraft.Utterance(speaker: name, text: lines.joined(separator: "\n")))
      }
      lines = []
    }
    func addWithoutSpeaker(_ text: String) {
      close()
      draft.transcript.append(RecordDraft.Utterance(text: text))
    }
    for paragraph in try page.evaluate(paragraphs).nodes {
      if let heading, try page.evaluate(heading, at: paragraph).isTrue {
        close()
        name = nil
        if headings == .keep, !paragraph.text.isEmpty { addWithoutSpeaker(paragraph.text) }
        continue
      }
      let asides = Set(
        try direction.map { xpath throws(HTMLError) in try page.evaluate(xpath, at: paragraph) }?.nodes ?? [])
      let opening = try opening(of: paragraph, on: page)
      if let opening {
        close()
        people.add(opening.found)
        name = opening.found.name
      }
      let text = HTMLText.of(paragraph, without: Set(opening?.nodes ?? []), directions: asides)
      let words = opening == nil ? text : String(text.drop { $0.isWhitespace || ".,:;".contains($0) })
      if words.contains(where: { $0.isLetter || $0.isNumber }) {
        lines.append(words)
      } else if opening == nil, !asides.isEmpty, directions == .keep {
        addWithoutSpeaker(paragraph.text)
      }
    }
    close()
    draft.speakers = people.speakers
  }

  /// Who begins to speak in this paragraph, and the nodes that say so.
  private func opening(
    of paragraph: HTMLNode, on page: HTMLDocument
  ) throws(HTMLError) -> (found: PageName.Found, nodes: [HTMLNode])? {
    guard let place = speaker.field.places.first,
      let node = try page.evaluate(place.xpath, at: paragraph).nodes.first, HTMLText.begins(paragraph, with: node)
    else { return nil }
    var nodes = [node]
    // A title of courtesy may stand alone: `<b>M.</b> <b>Nicolin</b>`.
    if speaker.read(node.text) == nil, let next = node.nextElement, next.name == node.name { nodes.append(next) }
    let written = nodes.map(\.text).joined(separator: " ")
    guard written.count <= Self.maximumNameLength, var found = speaker.read(written) else { return nil }
    let roles = try role.map { xpath throws(HTMLError) in try page.evaluate(xpath, at: paragraph) }?.nodes ?? []
    let titles = roles.compactMap { place.trimmed($0.text[...]) }
    if !titles.isEmpty { found.headline = found.headline ?? titles.joined(separator: " ") }
    return (found, nodes + roles)
  }
}

extension HTMLText {
  /// Whether no text stands before `first` inside `node`.
  static func begins(_ node: HTMLNode, with first: HTMLNode) -> Bool {
    var isBefore = true
    var isBlank = true
    node.walk { current, step in
      guard isBefore, isBlank, step == .open else { return false }
      if current == first {
        isBefore = false
        return false
      }
      if current.isText, current.characters.contains(where: { !$0.isWhitespace }) { isBlank = false }
      return true
    }
    return isBlank && !isBefore
  }
}
