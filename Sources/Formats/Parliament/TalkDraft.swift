import Debates

/// What is said in one debate as it is met, and who says it.
struct TalkDraft {
  /// Somebody who speaks, as one speech presents them.
  struct Voice {
    /// With an id, a name, or both.
    var person: RecordDraft.Person
    var affiliation: String?
    var headline: String?

    /// Nil when there is neither id nor name.
    init?(id: String?, name: String?, affiliation: String? = nil, headline: String? = nil) {
      guard id != nil || name != nil else { return nil }
      person = RecordDraft.Person(id: id, name: name)
      self.affiliation = affiliation
      self.headline = headline
    }
  }

  private(set) var transcript: [RecordDraft.Utterance] = []
  private(set) var speakers: [RecordDraft.Speaker] = []
  var notes: [RecordDraft.Note] = []
  /// What to tell beside the debate.
  var problems: [SourceItem] = []
  /// Where each id or name stands among the speakers.
  private var places: [String: Int] = [:]

  /// Whether nothing was said or noted.
  var isEmpty: Bool { transcript.isEmpty && notes.isEmpty }

  /// Adds what `voice` says, or narration when nobody does; nothing when the text is blank.
  mutating func add(_ text: String, by voice: Voice?, start: Double? = nil, language: String? = nil) {
    guard !text.isEmpty else { return }
    let speaker = voice.map { introduce($0) }
    transcript.append(RecordDraft.Utterance(start: start, speaker: speaker, language: language, text: text))
  }

  /// Announces a speaker, once, and says how utterances name them.
  @discardableResult
  mutating func introduce(_ voice: Voice) -> String {
    let reference = voice.person.id ?? voice.person.name ?? ""
    guard let place = places[reference] else {
      places[reference] = speakers.count
      speakers.append(
        RecordDraft.Speaker(voice.person, affiliation: voice.affiliation, headline: voice.headline))
      return reference
    }
    // Later speeches tell what the first left out: reports present a speaker in full only once.
    speakers[place].person.name = speakers[place].person.name ?? voice.person.name
    speakers[place].affiliation = speakers[place].affiliation ?? voice.affiliation
    speakers[place].headline = speakers[place].headline ?? voice.headline
    return reference
  }

  /// Hands over all that was collected.
  func fill(_ draft: inout RecordDraft) {
    draft.transcript = transcript
    draft.speakers = speakers
    draft.notes = notes
  }
}
