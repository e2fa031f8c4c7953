import Searching

extension TextSheet {
  mutating func write(_ speaker: SpeakerResult, number: Int) {
    var line = StyledText("\(number). ") + StyledText(speaker.name, .bold)
    if let affiliation = speaker.affiliation { line += AnswerText.gap + StyledText(affiliation) }
    write(line, hanging: 3)
    let said =
      AnswerText.counted(speaker.passages, "passage") + " in " + AnswerText.counted(speaker.debates, "debate")
    var facts = StyledText(speaker.passages > 0 ? said : "takes part in debates that match", .dim)
    facts += AnswerText.gap + AnswerText.score(speaker.score)
    if speaker.isSmallSample { facts += AnswerText.gap + StyledText("little is known of them", .dim) }
    write(facts, indent: 3)
    write(speaker.evidence, isSpeakerNamed: false)
    gap()
  }

  mutating func write(_ expertise: ExpertiseResult, number: Int) {
    write(StyledText("\(number). ") + StyledText(expertise.name, .bold), hanging: 3)
    let facts =
      AnswerText.counted(expertise.debates, "debate") + ", " + AnswerText.counted(expertise.speakers, "speaker")
    write(StyledText(facts, .dim) + AnswerText.gap + AnswerText.score(expertise.score), indent: 3)
    write(expertise.evidence, isSpeakerNamed: true)
    gap()
  }

  /// Passages under the debates that they are from; where one follows another of the same debate, it is told once.
  mutating func write(_ evidence: [EvidenceResult], isSpeakerNamed: Bool) {
    for (before, evidence) in zip([nil] + evidence.map(\.debate), evidence) {
      if before == nil || before != evidence.debate {
        let text = evidence.debate.map { StyledText(place: $0, .plain) } ?? StyledText(evidence.passage.id)
        write(text, indent: 3, hanging: 5)
      }
      var passage = evidence.passage
      if !isSpeakerNamed { passage.speaker = nil }
      write(passage, below: nil, indent: 5)
    }
  }
}
