import Debates

/// A sitting of the Assemblée nationale, as its open data publish the "comptes rendus de la séance" (Syceron).
///
/// What is known of the schema, from public descriptions of the archives of the 15th to the 17th legislature:
/// - `contenu` holds `point` (items of the agenda), between `ouvertureSeance` and `finSeance`. `nivpoint` is the level
///   of a point; those of levels 1 to 3 stand side by side and have a title in their own `texte`, those of levels 4
///   and 5 are nested and have none. `code_grammaire` says what a point is.
/// - A `paragraphe` is a turn to speak: `orateurs/orateur` (`nom`, `id`, `qualite`), `texte` with `stime`, the seconds
///   of the recording; `id_acteur` is the id with its prefix, `PA0` being several people at once. Paragraphs stand in
///   points, but also in containers without a title (`interExtraction`, `changementPresidence`).
/// - `metadonnees/sommaire` repeats titles and is not read.
///
/// Whoever searches asks for a bill or for a question, not for "Article 5" or for a sitting of nine hours. So a debate
/// is an item of the agenda (level 1), or one question of question time; articles, suspensions and points of order
/// stay inside as headings, for what follows a suspension belongs to what came before. What the chair says before the
/// first item opens the first debate. The file does not say its address on the web, so there is no `url`.
///
/// Only the XML is read: its JSON forms are other people's conversions, and none of them is documented as stable.
enum SyceronFormat: XMLFormat {
  static let name = "syceron"
  static let extensions = ["xml"]
  static let carries = "sittings of the Assemblée nationale: items and questions, speeches with speakers and times"

  static let namespace = "http://schemas.assemblee-nationale.fr/referentiel"

  static func recognises(_ head: FileHead) -> Bool {
    guard let root = head.root, root.name == "compteRendu" else { return false }
    return root.namespace == namespace || head.text.contains("seanceRef") || head.text.contains("<metadonnees")
  }

  struct Document: SectionedReport {
    private let context: FileContext
    var sections: SpeechSections
    private var sitting = SyceronSitting()
    /// How deep the points are that are open.
    private var points: [Int] = []
    /// A point whose title may follow.
    private var untitled: XMLTag?
    private var agendaItem: String?

    init(in context: FileContext) {
      self.context = context
      sections = SpeechSections(in: context)
    }

    mutating func take(_ tag: XMLTag, _ xml: XMLStream) throws(XMLError) -> RawItem? {
      while let last = points.last, last > xml.depth { points.removeLast() }
      let limit = context.limits.maximumLineBytes
      switch tag.name {
      case "uid" where sitting.id == nil: sitting.id = try xml.element(tag, maximumBytes: limit).oneLine
      case "metadonnees": sitting.read(try xml.element(tag, maximumBytes: limit))
      case "point":
        points.append(xml.depth)
        untitled = tag
      case "texte" where untitled != nil && points.last == xml.depth - 1:
        let title = try xml.element(tag, maximumBytes: limit)
        guard let point = untitled else { return nil }
        untitled = nil
        return try open(point, titled: title)
      case "paragraphe", "texte", "presidentSeance":
        untitled = nil
        try add(try xml.element(tag, maximumBytes: limit))
      case "seanceRef", "sessionRef", "quantiemes", "orateurs": try xml.skip()
      default:
        // A container: the point, the sitting, or one that is not known and may hold paragraphs.
        break
      }
      return nil
    }

    private mutating func open(_ point: XMLTag, titled element: XMLElement) throws(XMLError) -> RawItem? {
      guard let title = SyceronText.title(element) else { return nil }
      let code = point["code_grammaire"] ?? ""
      let isQuestion = Self.questions.contains { code.hasPrefix($0) }
      let level = point["nivpoint"].flatMap { Int($0) } ?? points.count
      let isAgendaItem = code.hasPrefix("TITRE_TEXTE") || level <= 1
      guard isQuestion || isAgendaItem && !Self.interludes.contains(where: { code.hasPrefix($0) }) else {
        try add(element)
        return nil
      }
      if !isQuestion { agendaItem = title }
      let above = isQuestion ? agendaItem : nil
      var heading = SpeechHeading(line: point.line)
      heading.id = sitting.id(of: point["id_syceron"])
      heading.title = [above, title].compactMap { $0 }.joined(separator: " : ")
      heading.category = above
      return begin(heading, isHeaded: true)
    }

    /// Questions to the government, to the prime minister, and oral ones.
    private static let questions = ["QG_", "QOSD_", "QPM_"]
    /// Suspensions and points of order.
    private static let interludes = ["SUSP_SEANCE", "RAP_REGLEMENT"]

    private mutating func add(_ element: XMLElement) throws(XMLError) {
      if !sections.isOpen {
        var heading = SpeechHeading(line: element.line)
        heading.id = sitting.id
        heading.title = sitting.title
        _ = begin(heading, isHeaded: false)
      }
      try sections.add(element)
      if element.name != "paragraphe" { sitting.chair = SyceronText.chair(element) ?? sitting.chair }
    }

    private mutating func begin(_ heading: SpeechHeading, isHeaded: Bool) -> RawItem? {
      var heading = heading
      heading.date = sitting.date ?? DigitDate.iso(in: context.name)
      heading.language = "fr"
      return sections.begin(heading, isHeaded: isHeaded, adopting: isHeaded) {
        [context, chair = sitting.chair] parts, collector in
        var chair = chair
        for part in parts {
          if part.name == "paragraphe" {
            SyceronParagraph(part).add(to: &collector, chair: chair, in: context)
          } else {
            collector.add(SyceronText.plain(part), by: nil)
            chair = SyceronText.chair(part) ?? chair
          }
        }
      }
    }
  }
}
