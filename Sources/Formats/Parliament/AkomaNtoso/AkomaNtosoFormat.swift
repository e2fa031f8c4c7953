import Debates

/// Debates in Akoma Ntoso, of its first to its third version; its laws and bills are refused.
enum AkomaNtosoFormat: XMLFormat {
  static let name = "akoma-ntoso"
  static let extensions = ["xml", "akn"]
  static let carries =
    "title, date, language, agenda, speakers with offices, speeches, questions and answers with times"

  static func recognises(_ head: FileHead) -> Bool {
    guard let root = head.root, root.name.lowercased() == "akomantoso" else { return false }
    guard let space = root.namespace?.lowercased() else { return true }
    return space.contains("akomantoso") || space.contains("/akn")
  }

  /// One document after the other.
  struct Document: XMLDocument {
    private let context: FileContext
    private var documents = 0

    init(in context: FileContext) { self.context = context }

    mutating func next(_ xml: XMLStream) throws(XMLError) -> RawItem? {
      while let event = try xml.nextEvent() {
        guard case .open(let tag) = event, tag.name.lowercased() != "akomantoso" else { continue }
        // Collections hold documents inside.
        if ["documentCollection", "collectionBody", "component", "components"].contains(tag.name) { continue }
        if ["meta", "preface", "coverPage", "interface"].contains(tag.name) {
          try xml.skip()
          continue
        }
        documents += 1
        if tag.name == "debate" || tag.name == "debateReport" { return try debate(tag, xml) }
        try xml.skip()
        return context.piece(
          context.refused("an Akoma Ntoso <\(tag.name)>, not a debate; only debates are read", line: tag.line),
          line: tag.line)
      }
      return nil
    }

    private func debate(_ tag: XMLTag, _ xml: XMLStream) throws(XMLError) -> RawItem {
      let depth = xml.depth
      let limit = context.limits.maximumLineBytes
      var meta = AkomaNtosoMeta()
      var opening = AkomaNtosoPreface()
      var collector = SpeechCollector<AkomaNtosoMarkup>(
        language: tag.language, maximumBytes: context.limits.maximumFileBytes)
      while let child = try xml.nextChild(of: depth) {
        switch child.name {
        case "meta": meta = AkomaNtosoMeta(try xml.element(child, maximumBytes: limit))
        case "preface", "coverPage":
          let element = try xml.element(child, maximumBytes: limit)
          opening.add(element)
          for time in element.descendants("recordedTime") { _ = collector.clock.seconds(time["time"]) }
        default: try collector.read(child, of: xml)
        }
      }
      var sitting = Sitting(id: meta.id ?? (documents > 1 ? "\(context.name)/\(documents)" : context.name))
      sitting.title = meta.title ?? opening.title ?? ""
      sitting.date = opening.date ?? meta.date
      sitting.language = tag.language ?? meta.language
      sitting.headings = collector.headings
      sitting.parts = collector.parts
      return piece(sitting, meta, line: tag.line, byteCount: collector.byteCount)
    }

    private func piece(_ sitting: Sitting, _ meta: AkomaNtosoMeta, line: Int, byteCount: Int) -> RawItem {
      guard sitting.holdsSpeech else {
        return context.piece(context.refused(Sitting.noSpeech, line: line, record: sitting.id), line: line)
      }
      return context.piece(line: line, byteCount: byteCount) { [context] in
        [context.item(sitting.draft(participant: meta.participant, function: meta.role), line: line)]
      }
    }
  }
}
