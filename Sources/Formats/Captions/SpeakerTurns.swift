/// Which labels of a file are to be believed, by how the file uses them.
struct SpeakerLabels {
  /// Labels in one cue of this many make a file in which a word before a colon is who speaks.
  private static let share = 10

  private var counts: [String: Int] = [:]
  private var labels = 0
  private var cues = 0

  /// Takes note of one cue's text.
  mutating func note(_ text: [UInt8]) {
    cues += 1
    guard CueLines.canHaveMarks(text) else { return }
    for part in CueLines(text).parts {
      guard let label = CueSpeaker(part.text, following: part.following) else { continue }
      labels += 1
      counts[label.name, default: 0] += 1
    }
  }

  /// Whether the label says who speaks.
  func accepts(_ label: CueSpeaker, in part: CueLines.Part) -> Bool {
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
    for part in CueLines(run.text).parts {
      var text = part.text
      if part.isMarked {
        endTurn()
        speaker = nil
      }
      if let label = CueSpeaker(text, following: part.following), labels.accepts(label, in: part) {
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
