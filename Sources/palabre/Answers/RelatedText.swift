import Searching

/// What is connected with a debate, as people read it in a terminal.
extension TextSheet {
  mutating func write(_ answer: RelatedResponse) {
    write(section: "connected subjects", isEmpty: answer.results.isEmpty)
    for (place, related) in answer.results.enumerated() { write(related, number: place + 1) }
    write(section: "suggested expertises", isEmpty: answer.expertises.isEmpty)
    for (place, expertise) in answer.expertises.enumerated() { write(expertise, number: place + 1) }
    write(section: "people to invite", isEmpty: answer.speakers.isEmpty)
    for (place, speaker) in answer.speakers.enumerated() { write(speaker, number: place + 1) }
  }

  private mutating func write(section name: String, isEmpty: Bool) {
    write(StyledText(name.uppercased(), .bold))
    if isEmpty { write(StyledText("none"), indent: 3) }
    gap()
  }

  private mutating func write(_ related: RelatedResult, number: Int) {
    write(
      headingOf: related.debate, number: number, StyledText(related.isConnected ? "(listed already)" : ""))
    write("words", related.terms)
    write("expertises", related.expertises)
    write("speakers", related.speakers)
    for passage in related.debate.passages { write(passage, below: related.debate.url, indent: 3) }
    gap()
  }

  private mutating func write(_ expertise: SuggestedExpertise, number: Int) {
    write(StyledText("\(number). ") + StyledText(expertise.name, .bold), hanging: 3)
    write("carried by \(AnswerText.counted(expertise.debates, "connected subject"))", expertise.from)
    write("words", expertise.terms)
    write(expertise.evidence, isSpeakerNamed: true)
    gap()
  }

  private mutating func write(_ name: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    write(StyledText("\(name): ", .dim) + StyledText(values.joined(separator: ", ")), indent: 3, hanging: 5)
  }
}
