import Debates
import Yams

/// Where a page lists the people of a debate.
struct PageSpeakers: Sendable {
  let each: XPathExpression
  private let id, affiliation, headline, bio, expertises: PageField?
  private let name: PageName

  init(_ map: YAMLMap) throws(LocatedError) {
    try map.allow(["each", "id", "name", "affiliation", "headline", "bio", "expertises"])
    each = try map.each()
    id = try PageField("id", of: map)
    affiliation = try PageField("affiliation", of: map)
    headline = try PageField("headline", of: map)
    bio = try PageField("bio", of: map)
    expertises = try PageField("expertises", of: map)
    guard let name = try PageName("name", of: map) else { throw map.error("name", "missing; where is the name?") }
    self.name = name
  }

  func read(_ page: HTMLDocument) throws(HTMLError) -> [RecordDraft.Speaker] {
    var speakers: [RecordDraft.Speaker] = []
    for item in try page.evaluate(each).nodes {
      let name = try self.name.read(page, at: item)
      let person = RecordDraft.Person(id: try id?.line(in: page, at: item), name: name?.name)
      guard person.id != nil || person.name != nil else { continue }
      speakers.append(
        RecordDraft.Speaker(
          person, affiliation: try affiliation?.line(in: page, at: item) ?? name?.affiliation,
          headline: try headline?.line(in: page, at: item) ?? name?.headline,
          bio: try bio?.text(in: page, at: item), expertises: try expertises?.all(in: page, at: item) ?? []))
    }
    return speakers
  }
}

/// Where a page keeps what its readers wrote.
struct PageComments: Sendable {
  let each: XPathExpression
  private let id, parent, date, opinion: PageField?
  private let author: PageName?
  private let text: PageField

  init(_ map: YAMLMap) throws(LocatedError) {
    try map.allow(["each", "id", "author", "date", "parent", "opinion", "text"])
    each = try map.each()
    id = try PageField("id", of: map)
    author = try PageName("author", of: map)
    date = try PageField("date", of: map, .date)
    parent = try PageField("parent", of: map)
    opinion = try PageField("opinion", of: map)
    guard let text = try PageField("text", of: map) else { throw map.error("text", "missing; where is the text?") }
    self.text = text
  }

  /// The comments, each with the node it was read from.
  func read(_ page: HTMLDocument, isDayFirst: Bool) throws(HTMLError) -> [(node: HTMLNode, RecordDraft.Comment)] {
    var comments: [(HTMLNode, RecordDraft.Comment)] = []
    for item in try page.evaluate(each).nodes {
      guard let text = try text.text(in: page, at: item) else { continue }
      let author = try author?.read(page, at: item)?.name
      let opinion = try opinion?.number(in: page, at: item)
      comments.append(
        (
          item,
          RecordDraft.Comment(
            id: try id?.line(in: page, at: item), author: author.map { RecordDraft.Person(name: $0) },
            date: try date?.date(in: page, at: item, isDayFirst: isDayFirst),
            parent: try parent?.line(in: page, at: item),
            opinion: opinion.flatMap { (0...5).contains($0) ? $0 : nil }, text: text)
        ))
    }
    return comments
  }
}

/// Where a page writes a name, and what stands in one text with it.
struct PageName: Sendable {
  let field: PageField
  private let until: String?
  private let rest: Rest?

  /// What follows the name.
  enum Rest: String, CaseIterable {
    case affiliation, headline
  }

  struct Found {
    let name: String
    var affiliation, headline: String?
  }

  init?(_ key: String, of map: YAMLMap) throws(LocatedError) {
    guard let node = map[key] else { return nil }
    if node.sequence != nil { throw map.error(key, "one place only; write an XPath that finds the name") }
    let options = try map.map(node, at: key, orText: "xpath")
    try options.allow(["xpath", "strip", "trim", "until", "rest"])
    rest = try options.choice("rest")
    until = try options.text("until")
    if rest != nil, until == nil { throw options.error("rest", "needs `until`: what stands before it?") }
    field = try PageField(name: options)
  }

  func read(_ page: HTMLDocument, at item: HTMLNode?) throws(HTMLError) -> Found? {
    for place in field.places {
      for text in try page.evaluate(place.xpath, at: item).texts {
        if let found = read(text, place) { return found }
      }
    }
    return nil
  }

  /// The name in a text; nil when there is none.
  func read(_ text: String) -> Found? {
    field.places.lazy.compactMap { read(text, $0) }.first
  }

  private func read(_ text: String, _ place: PageField.Place) -> Found? {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let name = place.read(line).first, !name.contains("@") || !name.contains(".") else { return nil }
    var found = Found(name: name)
    if let until, let rest, let end = line.firstRange(of: until) {
      let after = place.trimmed(line[end.upperBound...])
      if let after, rest == .affiliation { found.affiliation = after }
      if let after, rest == .headline { found.headline = after }
    }
    return found
  }
}

extension YAMLMap {
  /// What finds the members of a list.
  fileprivate func each() throws(LocatedError) -> XPathExpression {
    guard let each = try xpath("each") else { throw error("each", "missing; what finds the members of the list?") }
    return each
  }
}
