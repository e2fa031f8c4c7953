import Debates

/// What a heading says of the debate that it opens.
struct SpeechHeading {
  /// Nil when the source gives none: the debate is then called by its file and its place in it.
  var id: String?
  var title = ""
  var category: String?
  var url: String?
  /// ISO 8601.
  var date: String?
  var language: String?
  /// From 1.
  var line: Int
}

/// Cuts a report into debates, one per heading: the speeches below a heading are held until the next one comes, and
/// are then understood on any thread. One debate is in memory at a time.
///
/// A heading without speeches gives nothing. Of the debates before, only ids are kept, to tell repeated ones apart.
struct SpeechSections {
  /// Reads the elements of one debate, in order.
  typealias Understanding = @Sendable ([XMLElement], inout TalkDraft) -> Void

  private struct Section {
    var heading: SpeechHeading
    let isHeaded: Bool
    var parts: [XMLElement] = []
    var bytes = 0
    /// Something of it could not be read: half a debate must not replace a whole one.
    var isSpoilt = false
    let understanding: Understanding
  }

  private let context: FileContext
  private var current: Section?
  private var ids: Set<String> = []
  private var count = 0
  private var copies = 1

  init(in context: FileContext) { self.context = context }

  /// The heading of the debate at hand, which may become known piece by piece.
  var heading: SpeechHeading? {
    get { current?.heading }
    set { if let newValue { current?.heading = newValue } }
  }

  /// Ends the debate at hand and begins another.
  ///
  /// - Parameter adopting: what stands before the first heading belongs to the first debate.
  mutating func begin(
    _ heading: SpeechHeading, isHeaded: Bool = true, adopting: Bool = false, understanding: @escaping Understanding
  ) -> RawItem? {
    if adopting, var opening = current, !opening.isHeaded {
      opening = Section(
        heading: heading, isHeaded: isHeaded, parts: opening.parts, bytes: opening.bytes, isSpoilt: opening.isSpoilt,
        understanding: opening.understanding)
      current = opening
      return nil
    }
    let ended = end()
    current = Section(heading: heading, isHeaded: isHeaded, understanding: understanding)
    return ended
  }

  var isOpen: Bool { current != nil }

  /// Adds a speech to the debate at hand.
  ///
  /// - Throws: ``XMLError`` when the debate is over the limit of what is read at once.
  mutating func add(_ element: XMLElement) throws(XMLError) {
    guard let heading = current?.heading, current?.isSpoilt == false else { return }
    let bytes = (current?.bytes ?? 0) + element.weight
    guard bytes <= context.limits.maximumLineBytes else {
      throw XMLError(
        line: heading.line,
        reason: "over the limit of \(context.limits.maximumLineBytes) bytes (maximumLineBytes); split it")
    }
    current?.bytes = bytes
    current?.parts.append(element)
  }

  /// Gives the debate at hand up, because of `error`; what follows up to the next heading is left out with it.
  mutating func refusal(_ error: XMLError) -> XMLError {
    guard let heading = current?.heading, current?.isSpoilt == false else { return error }
    current?.isSpoilt = true
    current?.parts = []
    let name = heading.title.isEmpty ? "the debate" : "the debate \"\(heading.title.prefix(200))\""
    let place = error.line == heading.line ? "" : " (at line \(error.line ?? 0))"
    return XMLError(line: heading.line, reason: "\(name) is left out: \(error.reason)\(place)")
  }

  /// Ends the debate at hand; nil when there is none, or nothing in it.
  mutating func end() -> RawItem? {
    guard let section = current else { return nil }
    current = nil
    guard !section.parts.isEmpty else { return nil }
    count += 1
    let (id, problem) = uniqueID(of: section.heading)
    let draft = section.heading.draft(id: id)
    return context.piece(line: section.heading.line, byteCount: section.bytes) {
      [context, parts = section.parts, line = section.heading.line, understanding = section.understanding, problem] in
      var collector = TalkDraft()
      understanding(parts, &collector)
      guard !collector.isEmpty else { return collector.problems }
      var draft = draft
      collector.fill(&draft)
      return collector.problems + (problem.map { [$0] } ?? []) + [context.item(draft, line: line)]
    }
  }

  /// The heading's id, told apart from those before; repeated ids would make the later debate replace the earlier.
  private mutating func uniqueID(of heading: SpeechHeading) -> (id: String, problem: SourceItem?) {
    let given = heading.id ?? "\(context.name)#\(count)"
    var id = given
    while !ids.insert(id).inserted {
      copies += 1
      id = "\(given)#\(copies)"
    }
    guard id != given else { return (id, nil) }
    let problem = context.notice(
      "the id \"\(given.prefix(200))\" is used before in the file; this debate is called \"\(id.suffix(200))\"",
      line: heading.line)
    return (id, problem)
  }
}

extension SpeechHeading {
  fileprivate func draft(id: String) -> RecordDraft {
    var draft = RecordDraft(id: id, title: title)
    draft[.category] = category
    draft[.url] = url
    draft[.date] = date
    draft[.language] = language
    return draft
  }
}

extension XMLElement {
  /// About how many bytes of memory it takes.
  fileprivate var weight: Int {
    var weight = 64 + tag.attributes.reduce(0) { $0 + 32 + $1.value.utf8.count }
    for child in children {
      switch child {
      case .text(let text): weight += text.utf8.count
      case .element(let element): weight += element.weight
      }
    }
    return weight
  }
}
