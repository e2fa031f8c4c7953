import Searching

/// What is connected with a debate, as people read it in a terminal.
enum RelatedText {
  static func print(_ answer: RelatedResponse) {
    section("connected subjects", answer.results.isEmpty)
    for (place, related) in answer.results.enumerated() { show(related, number: place + 1) }
    section("suggested expertises", answer.expertises.isEmpty)
    for (place, expertise) in answer.expertises.enumerated() { show(expertise, number: place + 1) }
    section("people to invite", answer.speakers.isEmpty)
    for (place, speaker) in answer.speakers.enumerated() {
      AnswerText.show(speaker, number: place + 1)
      AnswerText.out("")
    }
  }

  private static func section(_ name: String, _ isEmpty: Bool) {
    AnswerText.out(Terminal.bold(name.uppercased()) + (isEmpty ? "\n   none" : "") + "\n")
  }

  private static func show(_ related: RelatedResult, number: Int) {
    let debate = related.debate
    let title = AnswerText.onOneLine(debate.title.isEmpty ? debate.id : debate.title)
    let mark = related.isConnected ? "  (listed already)" : ""
    AnswerText.out("\(number). \(Terminal.bold(title))\(debate.date.map { "  \(Terminal.dim($0))" } ?? "")\(mark)")
    AnswerText.out("   \(Terminal.dim(debate.url ?? debate.id))")
    list("words", related.terms)
    list("expertises", related.expertises)
    list("speakers", related.speakers)
    for passage in debate.passages { AnswerText.show(passage, indent: "   ") }
    AnswerText.out("")
  }

  private static func show(_ expertise: SuggestedExpertise, number: Int) {
    AnswerText.out("\(number). \(Terminal.bold(AnswerText.onOneLine(expertise.name)))")
    list("carried by \(AnswerText.counted(expertise.debates, "connected subject"))", expertise.from)
    list("words", expertise.terms)
    for evidence in expertise.evidence { AnswerText.show(evidence, isSpeakerNamed: true) }
    AnswerText.out("")
  }

  private static func list(_ name: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    AnswerText.out("   \(Terminal.dim(name + ":")) \(values.map(AnswerText.onOneLine).joined(separator: ", "))")
  }
}
