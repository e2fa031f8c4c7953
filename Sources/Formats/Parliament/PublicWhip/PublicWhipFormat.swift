import Debates

/// A day of a parliament as Public Whip, TheyWorkForYou and OpenAustralia publish it: debates and written answers.
///
/// A debate is what stands below one heading: speeches below a minor heading ("Second Reading") under a major one
/// ("HARBOUR BILL") are the debate "HARBOUR BILL: Second Reading", since neither half says enough to be found by; its
/// category is the major heading, so that all stages of a bill can be asked for. Speeches directly below a major
/// heading are a debate too. Its id is the id of the lowest heading, its day the one that ids and file names carry.
///
/// `time` is the time of day, and no attribute says when a recording began: utterances have no start. Divisions are
/// notes with their count; who voted how is left out.
enum PublicWhipFormat: XMLFormat {
  static let name = "publicwhip"
  static let extensions = ["xml"]
  static let carries = "debates or written answers of a day: headings, speeches, speakers with ids, divisions as notes"

  static func recognises(_ head: FileHead) -> Bool {
    switch head.root?.name {
    case "publicwhip": true
    case "debates": head.text.contains("-heading") || head.text.contains("<speech")
    default: false
    }
  }

  struct Document: SectionedReport {
    private let context: FileContext
    var sections: SpeechSections
    private var oral: XMLElement?
    private var major: XMLElement?
    private var unknown = UnknownElements()

    init(in context: FileContext) {
      self.context = context
      sections = SpeechSections(in: context)
    }

    mutating func take(_ tag: XMLTag, _ xml: XMLStream) throws(XMLError) -> RawItem? {
      let limit = context.limits.maximumLineBytes
      switch tag.name {
      case "publicwhip", "debates": return nil
      case "oral-heading":
        let element = try xml.element(tag, maximumBytes: limit)
        (oral, major) = (element, nil)
        return begin(element)
      case "major-heading":
        let element = try xml.element(tag, maximumBytes: limit)
        major = element
        return begin(element)
      case "minor-heading": return begin(try xml.element(tag, maximumBytes: limit))
      case "speech", "ques", "reply", "division":
        let element = try xml.element(tag, maximumBytes: limit)
        if !sections.isOpen { _ = begin(nil, line: tag.line) }
        try sections.add(element)
        return nil
      case "gidredirect":
        // An old id of something; nothing is said in it.
        try xml.skip()
        return nil
      default:
        try xml.skip()
        return unknown.notice(of: tag, in: context)
      }
    }

    private mutating func begin(_ element: XMLElement) -> RawItem? { begin(element, line: element.line) }

    private mutating func begin(_ element: XMLElement?, line: Int) -> RawItem? {
      let isMinor = element?.name == "minor-heading"
      let above = isMinor ? (major ?? oral)?.oneLine : nil
      var heading = SpeechHeading(line: line)
      heading.id = element?["id"].flatMap { $0.isEmpty ? nil : $0 }
      heading.title = [above, element?.oneLine].compactMap { $0 }.joined(separator: ": ")
      heading.category = element?.oneLine == nil ? nil : above
      heading.url = element?["url"]
      heading.date = heading.id.flatMap(DigitDate.iso) ?? DigitDate.iso(in: context.name)
      return sections.begin(heading) { parts, collector in
        for part in parts { PublicWhipSpeech(part).add(to: &collector) }
      }
    }
  }
}
