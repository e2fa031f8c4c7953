/// Which labels of a file are to be believed, by how the file uses them.
struct SpeakerLabels {
  /// Labels in one cue of this many make a file in which a word before a colon is who speaks.
  private static let share = 10
  /// Fewer cues tell nothing of how meetings are written down.
  private static let minimumMeeting = 5

  private var counts: [String: Int] = [:]
  private var labels = 0
  private var cues = 0
  /// Cues that begin with something before a colon.
  private var opened = 0

  /// Takes note of one cue's text.
  mutating func note(_ text: [UInt8]) {
    cues += 1
    guard CueLines.canHaveMarks(text) else { return }
    let parts = CueLines(text).parts
    if let first = parts.first, CueSpeaker(opening: first.text) != nil { opened += 1 }
    for part in parts {
      guard let label = CueSpeaker(part.text, following: part.following) else { continue }
      labels += 1
      counts[label.name, default: 0] += 1
    }
  }

  /// The label of a part that says who speaks; `isFirst` in its cue.
  func label(of part: CueLines.Part, isFirst: Bool) -> CueSpeaker? {
    if isFirst, isMeeting { return CueSpeaker(opening: part.text) }
    return CueSpeaker(part.text, following: part.following).flatMap { accepts($0, in: part) ? $0 : nil }
  }

  /// Whether nearly every cue opens with who speaks, as Zoom has it: then it is whatever people are called there
  /// (`jdupont`, `Salle 3/4`), and must not pass for the words of the one before.
  private var isMeeting: Bool { opened >= Self.minimumMeeting && opened * 20 >= cues * 19 }

  /// Whether the label says who speaks.
  private func accepts(_ label: CueSpeaker, in part: CueLines.Part) -> Bool {
    // A line may break in the middle of "…, said Jean / Dupont: …".
    if part.continuesSentence, label.certainty != .sure || label.name.contains(where: \.isLowercase) { return false }
    return label.certainty == .sure || counts[label.name, default: 0] >= 2 || labels * Self.share >= cues
  }
}

/// Follows who speaks from cue to cue.
struct SpeakerTurns {
  /// What one person says in a cue.
  struct Turn: Equatable {
    let speaker: String?
    let text: String
  }

  private let labels: SpeakerLabels
  /// Of the last label: it holds until another speaker or a mark of another one comes.
  private var speaker: String?

  init(labels: SpeakerLabels) { self.labels = labels }

  /// The turns of one run of a cue.
  mutating func turns(of run: CueText.Run) -> [Turn] {
    if let voice = run.voice {
      speaker = nil
      let name = SpeakerName.isSound(voice) ? nil : voice
      return [Turn(speaker: name, text: CaptionText.folded(run.text[...]))]
    }
    guard CueLines.canHaveMarks(run.text) else {
      return [Turn(speaker: speaker, text: CaptionText.folded(run.text[...]))]
    }
    var turns: [Turn] = []
    var said: [UInt8] = []
    func endTurn() {
      let text = CaptionText.folded(said[...])
      if !text.isEmpty { turns.append(Turn(speaker: speaker, text: text)) }
      said = []
    }
    for (index, part) in CueLines(run.text).parts.enumerated() {
      var text = part.text
      if part.isMarked {
        endTurn()
        speaker = nil
      }
      if let label = labels.label(of: part, isFirst: index == 0) {
        endTurn()
        speaker = label.name
        text = label.rest
      }
      if !said.isEmpty { said.append(0x20) }
      said.append(contentsOf: text.utf8)
    }
    endTurn()
    return turns
  }
}
