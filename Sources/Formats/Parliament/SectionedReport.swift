/// A report that headings cut into debates, read tag by tag.
protocol SectionedReport: XMLDocument {
  var sections: SpeechSections { get set }

  /// Reads what a tag opens, all of it or none; returns a debate that it ends.
  mutating func take(_ tag: XMLTag, _ xml: XMLStream) throws(XMLError) -> RawItem?
}

extension SectionedReport {
  mutating func next(_ xml: XMLStream) throws(XMLError) -> RawItem? {
    do throws(XMLError) {
      while let event = try xml.nextEvent() {
        if case .open(let tag) = event, let piece = try take(tag, xml) { return piece }
      }
    } catch {
      throw sections.refusal(error)
    }
    return sections.end()
  }
}
