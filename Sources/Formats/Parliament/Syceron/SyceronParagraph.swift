import Debates

/// A turn to speak in a sitting of the Assemblée nationale.
struct SyceronParagraph {
  private let element: XMLElement

  init(_ element: XMLElement) { self.element = element }

  func add(to collector: inout TalkDraft, chair: String?, in context: FileContext) {
    let voices = voices(chair: chair)
    // Of several people, only a common turn is reported: nobody in particular said it.
    for voice in voices.dropFirst() { collector.introduce(voice) }
    for text in element.elements("texte") {
      let voice = SyceronText.isStageDirection(text) ? nil : voices.first
      collector.add(
        SyceronText.plain(text), by: voice, start: start(of: text, in: context, problems: &collector.problems))
    }
  }

  // MARK: Times

  /// Told of one debate.
  private static let maximumProblems = 100

  /// Seconds from the beginning of the recording; what cannot be a time is told and left out, the text stays.
  private func start(of text: XMLElement, in context: FileContext, problems: inout [SourceItem]) -> Double? {
    guard let written = text["stime"]?.trimmedLine, !written.isEmpty else { return nil }
    let maximum = context.recordLimits.maximumSeconds
    if let start = Double(written.replacing(",", with: ".")), (0...Double(maximum)).contains(start) { return start }
    guard problems.count < Self.maximumProblems else { return nil }
    problems.append(
      context.notice(
        "stime \"\(written.prefix(40))\" is no time in seconds (0 to \(maximum), maximumSeconds); "
          + "the text is kept without it", line: text.line))
    return nil
  }

  // MARK: Speakers

  private func voices(chair: String?) -> [TalkDraft.Voice] {
    let speakers = element.first("orateurs")?.elements("orateur") ?? []
    return speakers.compactMap { speaker in
      let id = self.id(of: speaker, alone: speakers.count == 1)
      let written = speaker.first("nom")?.oneLine
      let (name, group) = isCollective ? (written, nil) : Self.split(written ?? "")
      let quality = speaker.first("qualite")?.oneLine
      if let chair, id != nil, Self.isChair(name) {
        return TalkDraft.Voice(id: id, name: chair, headline: quality ?? name)
      }
      return TalkDraft.Voice(id: id, name: name, affiliation: group, headline: quality)
    }
  }

  /// `orateur/id` is bare (`721908`), `id_acteur` has its prefix (`PA721908`). When they contradict each other the
  /// source itself does not know who spoke, and the name alone is kept.
  private func id(of speaker: XMLElement, alone: Bool) -> String? {
    let bare = speaker.first("id")?.oneLine ?? ""
    let actor = alone ? element["id_acteur"] ?? "" : ""
    let written = bare.isEmpty ? actor : bare.hasPrefix("PA") ? bare : "PA\(bare)"
    guard !written.isEmpty, written != Self.severalPeople, actor.isEmpty || actor == written else { return nil }
    return written
  }

  /// `M. Jean Petit et Mme Lise Blanc`: one turn of several people.
  private var isCollective: Bool { element["id_acteur"] == Self.severalPeople }

  private static let severalPeople = "PA0"

  private static func isChair(_ name: String?) -> Bool {
    ["le président", "la présidente"].contains(name.map { SyceronText.withoutCivility($0[...]) } ?? "")
  }

  /// The name and the group of `M. Paul Aubin (UDB)`. Who is only called by an office keeps the whole: `M. le ministre`.
  static func split(_ written: String) -> (name: String?, group: String?) {
    var name = written[...].trimmed
    var group: String?
    if name.last == ")", let bracket = name.lastIndex(of: "(") {
      group = String(name[name.index(after: bracket)...].dropLast().trimmed)
      name = name[..<bracket].trimmed
    }
    while let last = name.last, last == "." || last == "," || last == ":" { name = name.dropLast().trimmed }
    let bare = SyceronText.withoutCivility(name)
    if let first = bare.first, !first.isLowercase { name = bare }
    return (name.isEmpty ? nil : String(name), group.flatMap { $0.isEmpty ? nil : $0 })
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmedLine: String { String(self[...].trimmed) }
}
