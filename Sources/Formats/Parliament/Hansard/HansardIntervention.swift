import Debates

/// Reads what stands below one heading of the Hansard of Canada: who speaks, paragraph by paragraph.
struct HansardIntervention {
  private static let text = SpeechText(
    blocks: [
      "ParaText", "ProceduralText", "QuotePara", "Quote", "Line", "Verse", "Poetry", "title", "row", "entry", "li",
      "Motion", "MotionPara",
    ], silent: ["Timestamp", "FloorLanguage"])

  private static let paragraphs: Set<String> = ["ParaText", "ProceduralText", "ThroneSpeechPara", "QuotePara"]
  /// Not part of what is said: times of day, headings that repeat others.
  private static let silent: Set<String> = ["Timestamp", "CatchLine", "Prayer"]
  private static let introductions: Set<String> = ["PersonSpeaking", "Questioner", "Responder"]

  /// Of the printed text.
  private var language: String?
  private let edition: String?
  private var voice: TalkDraft.Voice?
  private var lines: [String] = []
  private var collector: TalkDraft

  /// Adds all elements of one debate.
  static func add(
    _ parts: [XMLElement], to collector: inout TalkDraft, edition: String?, floor: HansardFloorLanguage
  ) {
    var reading = HansardIntervention(edition: edition, floor: floor, collector: collector)
    for part in parts { reading.read(part) }
    reading.flush()
    collector = reading.collector
  }

  private init(edition: String?, floor: HansardFloorLanguage, collector: TalkDraft) {
    self.edition = edition
    self.collector = collector
    language = floor.printed(edition: edition)
  }

  /// Recursion is bounded: the stream refuses elements more than ``XMLStream/maximumDepth`` deep.
  private mutating func read(_ element: XMLElement) {
    switch element.name {
    case "FloorLanguage":
      let language = HansardFloorLanguage(element).printed(edition: edition)
      if language != self.language { flush() }
      self.language = language
    case "Intervention", "WrittenQuestionResponse":
      turn(to: nil)
      readChildren(of: element)
      turn(to: nil)
    case "QuestionID": collector.add(Self.text.plain(element), by: nil, language: language)
    case "Division":
      let number = element["DivisionNumber"].flatMap { $0.isEmpty ? nil : $0 }
      collector.notes.append(
        RecordDraft.Note(text: ["Division", number].compactMap { $0 }.joined(separator: " ")))
    case _ where Self.silent.contains(element.name): break
    case _ where Self.introductions.contains(element.name):
      let written = (element.first("Affiliation") ?? element).oneLine
      turn(to: written.flatMap(HansardSpeaker.init).flatMap(Self.voice))
    case _ where Self.paragraphs.contains(element.name): readParagraph(element)
    default: readChildren(of: element)
    }
  }

  private mutating func readChildren(of element: XMLElement) {
    for child in element.children {
      switch child {
      case .element(let element): read(element)
      case .text(let text):
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !line.isEmpty { lines.append(line) }
      }
    }
  }

  private mutating func readParagraph(_ element: XMLElement) {
    let nodes = element.children.drop { node in
      if case .text(let text) = node { text.allSatisfy(\.isWhitespace) } else { false }
    }
    if element.name == "ProceduralText" {
      let speaking = voice
      turn(to: nil)
      lines.append(Self.text.plain(element))
      turn(to: speaking)
    } else if let (voice, said) = Self.interjection(nodes) {
      let speaking = self.voice
      turn(to: voice)
      lines.append(said)
      turn(to: speaking)
    } else {
      lines.append(Self.text.plain(nodes))
    }
  }

  /// `<B>Some hon. members:</B> Hear, hear!` inside somebody else's speech.
  private static func interjection(
    _ nodes: ArraySlice<XMLElement.Node>
  ) -> (voice: TalkDraft.Voice, said: String)? {
    guard case .element(let label)? = nodes.first, ["B", "Affiliation"].contains(label.name),
      let name = label.oneLine
    else { return nil }
    let said = text.plain(nodes.dropFirst())
    let isColonAfter = said.hasPrefix(":")
    guard name.hasSuffix(":") || isColonAfter, let voice = HansardSpeaker(name).flatMap(voice) else { return nil }
    return (voice, isColonAfter ? String(said.dropFirst().trimmed) : said)
  }

  /// `DbId` names a person in one office: whoever becomes a minister gets another. Names tell people apart better.
  private static func voice(_ speaker: HansardSpeaker) -> TalkDraft.Voice? {
    TalkDraft.Voice(id: nil, name: speaker.name, affiliation: speaker.party, headline: speaker.function)
  }

  private mutating func turn(to voice: TalkDraft.Voice?) {
    flush()
    self.voice = voice
  }

  private mutating func flush() {
    let text = lines.filter { !$0.isEmpty }.joined(separator: "\n")
    lines.removeAll()
    collector.add(text, by: voice, language: language)
  }
}
