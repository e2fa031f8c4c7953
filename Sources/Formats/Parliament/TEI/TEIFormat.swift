import Debates

/// Sittings in TEI: Parla-CLARIN, ParlaMint, and records marked up as plays are.
enum TEIFormat: XMLFormat {
  static let name = "tei"
  static let extensions = ["xml", "tei"]
  static let carries = "title, date, language, place, agenda, speakers with groups and offices, speeches with times"

  static let namespace = "http://www.tei-c.org/ns/1.0"
  private static let roots: Set<String> = ["TEI", "TEI.2", "teiCorpus", "teiCorpus.2"]

  static func recognises(_ head: FileHead) -> Bool {
    guard let root = head.root else { return false }
    return roots.contains(root.name) && isTEI(root.namespace)
  }

  /// Whether an element's namespace is that of TEI, or none, as before its fifth edition.
  static func isTEI(_ space: String?) -> Bool { space == nil || space == namespace }

  /// One `<TEI>` after the other, the corpus header's people kept for all.
  struct Document: XMLDocument {
    private let context: FileContext
    private var people = TEIPeople()
    private var corpusDepth = 0
    private var corpusLanguage: String?
    private var sittings = 0
    private var isFinished = false

    init(in context: FileContext) { self.context = context }

    mutating func next(_ xml: XMLStream) throws(XMLError) -> RawItem? {
      while let event = try xml.nextEvent() {
        guard case .open(let tag) = event else { continue }
        switch tag.name {
        case "teiCorpus", "teiCorpus.2":
          corpusDepth += 1
          corpusLanguage = tag.language ?? corpusLanguage
        case "TEI", "TEI.2":
          sittings += 1
          return try sitting(tag, xml)
        case "teiHeader", "standOff", "particDesc", "listPerson", "listOrg":
          people.add(from: try xml.element(tag, maximumBytes: context.limits.maximumLineBytes))
        default: try xml.skip()
        }
      }
      guard sittings == 0, !isFinished else { return nil }
      isFinished = true
      return context.piece(
        context.refused(
          "a corpus without a sitting of its own: its people would join sittings of other files only if they stood "
            + "in a file whose root is <listPerson>"))
    }

    private func sitting(_ tag: XMLTag, _ xml: XMLStream) throws(XMLError) -> RawItem {
      let depth = xml.depth
      var sitting = Sitting(id: tag.id ?? (corpusDepth > 0 ? "\(context.name)/\(sittings)" : context.name))
      var people = people
      var header: TEIHeader?
      var language = tag.language
      var collector = SpeechCollector<TEIMarkup>(language: language, maximumBytes: context.limits.maximumFileBytes)
      while let child = try xml.nextChild(of: depth) {
        switch child.name {
        case "teiHeader":
          let element = try xml.element(child, maximumBytes: context.limits.maximumLineBytes)
          people.add(from: element)
          header = TEIHeader(element)
          language = language ?? header?.language ?? corpusLanguage
        case "text":
          language = child.language ?? language
          try collector.read(child, of: xml)
        case "standOff": people.add(from: try xml.element(child, maximumBytes: context.limits.maximumLineBytes))
        default: try xml.skip()
        }
      }
      if let header {
        (sitting.title, sitting.subtitle) = header.titles(in: language)
        sitting.date = header.date
        sitting.location = header.location
        sitting.url = header.url
      }
      sitting.language = language ?? corpusLanguage
      sitting.headings = collector.headings
      sitting.parts = collector.parts
      return piece(sitting, people, line: tag.line, byteCount: collector.byteCount)
    }

    private func piece(_ sitting: Sitting, _ people: TEIPeople, line: Int, byteCount: Int) -> RawItem {
      guard sitting.holdsSpeech else {
        return context.piece(context.refused(Sitting.noSpeech, line: line, record: sitting.id), line: line)
      }
      return context.piece(line: line, byteCount: byteCount) { [context] in
        let draft = sitting.draft(participant: { people.participant($0, on: sitting.date) })
        return [context.item(draft, line: line)]
      }
    }
  }
}
