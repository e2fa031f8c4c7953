import Debates
import Searching

extension TextSheet {
  /// A page of passages, those of a debate together, under its title; the debate of the best comes first. Numbers tell
  /// their rank.
  mutating func write(_ passages: [PassageResult], firstNumber: Int) {
    let numbered = passages.enumerated().map { (number: firstNumber + $0.offset, passage: $0.element) }
    var debates: [String] = []
    var groups: [String: [(number: Int, passage: PassageResult)]] = [:]
    for item in numbered {
      let debate = item.passage.debate?.id ?? item.passage.id
      if groups[debate] == nil { debates.append(debate) }
      groups[debate, default: []].append(item)
    }
    for debate in debates {
      guard let group = groups[debate] else { continue }
      if let place = group.first?.passage.debate { write(StyledText(place: place, .bold), hanging: 3) }
      for (number, passage) in group {
        write(
          StyledText("\(number). ") + heading(of: passage) + AnswerText.gap + AnswerText.score(passage.score),
          indent: 3, hanging: 6)
        write(bodyOf: passage, below: nil, indent: 6)
      }
      gap()
    }
  }

  /// A passage of a debate, or of what else is above it.
  ///
  /// - Parameter address: what stands above; the passage's own is shown when it leads elsewhere.
  mutating func write(_ passage: PassageResult, below address: String?, indent: Int) {
    write(heading(of: passage), indent: indent, hanging: indent + 2)
    write(bodyOf: passage, below: address, indent: indent + 2)
  }

  /// What it is, who says it, and when; a link to the place where links can be made.
  private func heading(of passage: PassageResult) -> StyledText {
    var text = passage.kind.rawValue
    if let speaker = passage.speaker { text += ", \(speaker.name)" }
    if let start = passage.start { text += " at \(AnswerText.clock(start))" }
    if let language = passage.language { text += " (\(language))" }
    return StyledText(text, link: passage.url.flatMap(WebAddress.init))
  }

  private mutating func write(bodyOf passage: PassageResult, below address: String?, indent: Int) {
    if let own = passage.url, own != address, !look.hasLinks || WebAddress(own) == nil {
      write(address: own, indent: indent)
    }
    if let highlights = passage.highlights { write(StyledText(highlights), indent: indent) }
  }
}

extension StyledText {
  /// A debate: its title, when and where it was.
  init(place: EvidenceResult.Place, _ style: Style) {
    self = StyledText(place.title.isEmpty ? place.id : place.title, style)
    if let date = place.date {
      self += AnswerText.gap + StyledText(AnswerText.day(date), style == .bold ? .bold : .dim)
    }
    if let location = place.location { self += AnswerText.gap + StyledText(location, .dim) }
  }
}
