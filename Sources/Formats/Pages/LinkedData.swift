import Debates
import Foundation

/// What a page says of itself for machines, in JSON-LD with the words of schema.org.
struct LinkedData {
  /// Things of all scripts, those in one another as well.
  private var things: [JSONValue] = []
  /// What is wrong with a script.
  private(set) var problems: [String] = []

  /// Kinds of things that a debate can be, the surest first.
  private static let kinds = [
    "DiscussionForumPosting", "Question", "Event", "NewsArticle", "BlogPosting", "Article", "VideoObject",
    "SocialEvent", "BusinessEvent", "EducationEvent", "Report", "PodcastEpisode",
  ]

  /// Things of one page; what is beyond is hardly about the debate.
  private static let maximumThings = 10_000

  init(_ scripts: [String]) {
    for script in scripts {
      do throws(RecordError) {
        gather(try JSONValue(json: Data(script.utf8)))
      } catch {
        problems.append("the page's JSON-LD is left out: \(error.reason)")
      }
    }
  }

  /// Those of `@graph`, and the main one of a page; JSON's own bound on depth bounds this.
  private mutating func gather(_ value: JSONValue) {
    guard things.count < Self.maximumThings else { return }
    for element in value.elements {
      guard case .object = element else { continue }
      things.append(element)
      for key in ["@graph", "mainEntity", "video", "itemListElement", "item"] {
        if let inside = element[key] { gather(inside) }
      }
    }
  }

  private func first(_ kind: String) -> JSONValue? {
    things.first { $0["@type"]?.elements.contains { $0.string == kind } ?? false }
  }

  /// Completes the draft with what it does not know yet.
  func complete(_ draft: inout RecordDraft) {
    let found = Self.kinds.compactMap(first)
    if let main = found.first { read(main, into: &draft) }
    for thing in found {
      draft.mediaURL = draft.mediaURL ?? Self.media(of: thing)
      draft.mediaDuration = draft.mediaDuration ?? Self.line(thing["duration"]).flatMap(PageNumber.seconds)
      if draft.transcript.isEmpty, let said = Self.text(thing["transcript"]) {
        draft.transcript = [RecordDraft.Utterance(text: said)]
      }
    }
  }

  private func read(_ thing: JSONValue, into draft: inout RecordDraft) {
    func set(_ field: RecordDraft.Field, _ value: String?) { if draft[field] ?? "" == "" { draft[field] = value } }
    set(.title, Self.line(thing["headline"]) ?? Self.line(thing["name"]))
    set(.url, Self.line(thing["url"]) ?? thing["mainEntityOfPage"].flatMap(Self.address))
    set(
      .date,
      ["datePublished", "startDate", "uploadDate", "dateCreated"].lazy
        .compactMap { Self.date(thing[$0]) }.first)
    set(.language, Self.language(thing["inLanguage"]))
    set(.category, Self.line(thing["articleSection"]))
    set(.location, thing["location"].flatMap(Self.name))
    set(.proposer, thing["author"].flatMap(Self.name))
    set(.organizer, thing["organizer"].flatMap(Self.name))
    let body = Self.text(thing["articleBody"]) ?? Self.text(thing["text"])
    let description = Self.text(thing["description"])
    set(.description, body ?? description)
    if body != nil, description != body { set(.summary, description) }
    if draft.expertises.isEmpty {
      draft.expertises = (thing["keywords"]?.elements ?? []).flatMap { keyword in
        (Self.name(keyword) ?? "").split(separator: ",").map { String($0.trimmed) }
      }
      .filter { !$0.isEmpty }
    }
    if draft.speakers.isEmpty {
      draft.speakers = (thing["performer"]?.elements ?? []).compactMap { person in
        Self.name(person).map { name in
          RecordDraft.Speaker(
            RecordDraft.Person(name: name),
            affiliation: (person["affiliation"] ?? person["worksFor"]).flatMap(Self.name),
            headline: Self.line(person["jobTitle"]), bio: Self.text(person["description"]))
        }
      }
    }
    if draft.comments.isEmpty { addComments(of: thing, to: &draft) }
  }

  // MARK: Comments

  private func addComments(of thing: JSONValue, to draft: inout RecordDraft) {
    var used: Set<String> = []
    func add(_ value: JSONValue, parent: String?) {
      guard draft.comments.count < Self.maximumThings * 10 else { return }
      var id = Self.line(value["@id"]) ?? Self.line(value["url"])
      if let known = id, !used.insert(known).inserted { id = nil }
      if let text = Self.text(value["text"]) ?? Self.text(value["articleBody"]) ?? Self.text(value["description"]) {
        draft.comments.append(
          RecordDraft.Comment(
            id: id, author: value["author"].flatMap(Self.name).map { RecordDraft.Person(name: $0) },
            date: Self.date(value["datePublished"]) ?? Self.date(value["dateCreated"]),
            parent: value["parentItem"].flatMap(Self.address) ?? parent, text: text))
      }
      for reply in value["comment"]?.elements ?? [] { add(reply, parent: id ?? parent) }
    }
    for key in ["acceptedAnswer", "suggestedAnswer", "comment"] {
      for comment in thing[key]?.elements ?? [] { add(comment, parent: nil) }
    }
    let alone = things.filter { $0["@type"]?.elements.contains { $0.string == "Comment" } ?? false }
    for comment in alone { add(comment, parent: nil) }
    // An answer to the page itself, or to itself, answers nobody.
    let ids = Set(draft.comments.compactMap(\.id))
    for index in draft.comments.indices {
      let comment = draft.comments[index]
      if let parent = comment.parent, !ids.contains(parent) || parent == comment.id {
        draft.comments[index].parent = nil
      }
    }
  }

  // MARK: Values

  /// A text or a number on one line, markup taken out; nil when blank.
  private static func line(_ value: JSONValue?) -> String? {
    guard let text = text(value) else { return nil }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func text(_ value: JSONValue?) -> String? {
    guard let value else { return nil }
    if let value = value["@value"] { return text(value) }
    let texts = value.elements.compactMap(\.string).map { String(PlainText.from($0)[...].trimmed) }
    let found = texts.filter { !$0.isEmpty }
    return found.isEmpty ? nil : found.joined(separator: "\n")
  }

  /// A tag such as `fr-FR`, in a thing of its own or not; a name such as `French` would hide what the page says else.
  private static func language(_ value: JSONValue?) -> String? {
    guard let tag = line(value?["alternateName"]) ?? line(value) else { return nil }
    let code = tag.prefix { $0 != "-" && $0 != "_" }
    return (2...3).contains(code.count) && code.allSatisfy { $0.isASCII && $0.isLetter } ? tag : nil
  }

  private static func date(_ value: JSONValue?) -> String? { line(value).flatMap { WrittenDate.iso8601(in: $0) } }

  /// The name of a thing that is written as a text, as an object, or as a list of them; e-mail addresses are none.
  private static func name(_ value: JSONValue) -> String? {
    let names = value.elements.compactMap { line($0["name"]) ?? ($0.string == nil ? nil : line($0)) }
    let open = names.filter { !$0.contains("@") && !$0.hasPrefix("http") }
    return open.isEmpty ? nil : open.joined(separator: ", ")
  }

  private static func address(_ value: JSONValue) -> String? {
    value.elements.lazy.compactMap { line($0["@id"]) ?? line($0["url"]) ?? line($0) }.first
  }

  private static func media(of thing: JSONValue) -> String? {
    guard thing["@type"]?.elements.contains(where: { $0.string == "VideoObject" }) ?? false else { return nil }
    return line(thing["contentUrl"]) ?? line(thing["embedUrl"])
  }
}
