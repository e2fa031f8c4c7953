import Debates

/// A sitting of the House of Commons of Canada, as its XML Hansard reports it, in English or in French.
///
/// A debate is one `SubjectOfBusiness`: "Petitions: Public Transit", its category the `OrderOfBusiness` above. Speeches
/// directly in an order of business are a debate of that name. Both editions of a sitting can be indexed together:
/// the language is part of the id. `Timestamp` is the time of day, not of a recording, so utterances have no start.
/// Prayers, the opening formula and appendices (lists of members) are left out.
enum CanadaHansardFormat: XMLFormat {
  static let name = "hansard-ca"
  static let extensions = ["xml"]
  static let carries = "sittings of the House of Commons of Canada: subjects, speeches with speakers, ridings, parties"

  static func recognises(_ head: FileHead) -> Bool { head.root?.name == "Hansard" }

  struct Document: SectionedReport {
    private let context: FileContext
    var sections: SpeechSections
    private var edition: HansardEdition?
    private var floor = HansardFloorLanguage()
    private var order: String?
    /// The title of the subject at hand, and its qualifier.
    private var subject: [String] = []
    private var unknown = UnknownElements()

    init(in context: FileContext) {
      self.context = context
      sections = SpeechSections(in: context)
    }

    mutating func take(_ tag: XMLTag, _ xml: XMLStream) throws(XMLError) -> RawItem? {
      let limit = context.limits.maximumLineBytes
      switch tag.name {
      case "Hansard": edition = HansardEdition(tag, name: context.name)
      case "HansardBody", "SubjectOfBusinessContent", "OrderOfBusinessContent": break
      case "ExtractedInformation": edition?.read(try xml.element(tag, maximumBytes: limit))
      case "OrderOfBusiness":
        order = nil
        return begin(tag)
      case "SubjectOfBusiness":
        subject = []
        return begin(tag)
      case "OrderOfBusinessTitle":
        order = try xml.element(tag, maximumBytes: limit).oneLine
        sections.heading?.title = order ?? ""
      case "SubjectOfBusinessTitle", "SubjectOfBusinessQualifier":
        entitle(try xml.element(tag, maximumBytes: limit))
      case "StartPageNumber", "DocumentTitle", "CatchLine", "Timestamp", "Prayer", "Intro", "Appendix", "MemberLists":
        try xml.skip()
      case "Intervention", "WrittenQuestionResponse", "FloorLanguage", "ParaText", "ProceduralText", "ThroneSpeech",
        "Division":
        try add(try xml.element(tag, maximumBytes: limit))
      default:
        try xml.skip()
        return unknown.notice(of: tag, in: context)
      }
      return nil
    }

    private mutating func entitle(_ element: XMLElement) {
      guard let title = element.oneLine else { return }
      subject.append(title)
      sections.heading?.category = order
      sections.heading?.title = subject.joined(separator: ": ")
    }

    private mutating func begin(_ tag: XMLTag) -> RawItem? {
      var heading = SpeechHeading(line: tag.line)
      let language = edition?.language
      heading.id = tag["id"].flatMap { id in
        id.isEmpty ? nil : ["ourcommons.ca", id, language].compactMap { $0 }.joined(separator: "/")
      }
      heading.title = order ?? ""
      heading.date = edition?.date ?? DigitDate.iso(in: context.name)
      heading.language = language
      return sections.begin(heading) { [floor] parts, collector in
        HansardIntervention.add(parts, to: &collector, edition: language, floor: floor)
      }
    }

    private mutating func add(_ element: XMLElement) throws(XMLError) {
      if element.name == "FloorLanguage" { floor = HansardFloorLanguage(element) }
      if !sections.isOpen {
        // A change of language between two orders of business is no beginning of a debate.
        if element.name == "FloorLanguage" { return }
        _ = begin(element.tag)
      }
      try sections.add(element)
      if let last = element.descendants("FloorLanguage").last { floor = HansardFloorLanguage(last) }
    }
  }
}
