import Searching

extension DebatePageWriter {
  func related(_ result: RelatedResult) -> TemplateContext.Joined {
    var reasons: [Reasons.Reason] = []
    func add(_ name: String, _ texts: [String]) {
      if !texts.isEmpty { reasons.append(.init(name: name, text: texts.joined(separator: ", "))) }
    }
    if result.isConnected { add(wording.debate.namedByTheSite, [wording.debate.yes]) }
    add(wording.debate.sharedWords, result.terms)
    add(wording.debate.sharedExpertises, result.expertises)
    add(wording.debate.sharedSpeakers, result.speakers)
    let known = known(result.debate.id)
    return TemplateContext.Joined(
      page.heading(result.debate.id, title: result.debate.title, date: result.debate.date, known),
      self.reasons(reasons, result.debate.passages.map { page.passage($0, of: result.debate.id, known) }))
  }

  func expertise(_ expertise: SuggestedExpertise) -> TemplateContext.Joined {
    var reasons = [
      Reasons.Reason(name: wording.debate.carriedBy, text: wording.counts.debates(expertise.debates))
    ]
    if !expertise.terms.isEmpty {
      reasons.append(.init(name: wording.debate.wordsOfTheDebate, text: expertise.terms.joined(separator: ", ")))
    }
    return TemplateContext.Joined(
      DebatePage.Suggested(name: expertise.name, href: page.links.expertise(expertise.name)),
      self.reasons(reasons, evidence(expertise.evidence)))
  }

  func invitable(_ speaker: SpeakerResult) -> TemplateContext.Joined {
    TemplateContext.Joined(
      DebatePage.Suggested(
        name: speaker.name, href: page.links.speaker(speaker.id), affiliation: speaker.affiliation),
      reasons(
        // Somebody may be suggested for what they are presented by alone.
        speaker.passages == 0
          ? []
          : [
            .init(
              name: wording.debate.spokeAboutIt,
              text: wording.counts.passagesInDebates(speaker.passages, speaker.debates))
          ], evidence(speaker.evidence)))
  }

  private func reasons(_ reasons: [Reasons.Reason], _ passages: [PassageView]) -> Reasons {
    Reasons(reasons: reasons, passagesText: wording.debate.showPassages(passages.count), passages: passages)
  }

  private func evidence(_ evidence: [EvidenceResult]) -> [PassageView] {
    evidence.map { page.passage($0.passage, of: $0.debate?.id ?? "", nil, place: $0.debate) }
  }
}
