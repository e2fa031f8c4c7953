import Debates

/// One sitting of a parliament, understood but for its people: one debate.
///
/// A sitting is one debate, though its parts have titles. Many of those titles name a procedure ("Article 1", "Points
/// of order", "Vote"), not a subject; they come without ids, so that a corrected record would move them all; and many
/// corpora have none. A passage found leads to its place in the sitting anyway. The titles are kept as the sitting's
/// agenda, in the description, where a search for a subject finds them.
struct Sitting: Sendable {
  var id: String
  var title = ""
  /// A second title, when the record has one.
  var subtitle: String?
  var url: String?
  /// ISO 8601.
  var date: String?
  var language: String?
  var location: String?
  var headings: [String] = []
  var parts: [SpokenPart] = []

  /// Somebody whom the document describes.
  struct Participant: Sendable {
    /// nil for an office that anybody may hold.
    var id: String?
    var name: String
    var affiliation: String?
    var headline: String?
  }

  var holdsSpeech: Bool { parts.contains(where: \.isSpeech) }

  static let noSpeech = "holds no speech; send a record with what was said, or leave this one out"

  /// The sitting as a debate.
  ///
  /// - Parameters:
  ///   - participant: finds who bears an id in the document.
  ///   - function: finds what an id stands for that somebody spoke as.
  func draft(
    participant: (String) -> Participant?, function: (String) -> String? = { _ in nil }
  ) -> RecordDraft {
    var draft = RecordDraft(id: id, title: title)
    draft[.url] = url
    draft[.date] = date
    draft[.language] = language
    draft[.location] = location
    let agenda = ([subtitle].compactMap(\.self) + headings).filter { $0 != title }
    if !agenda.isEmpty { draft[.description] = agenda.joined(separator: "\n") }
    var speakers = SittingSpeakers()
    draft.transcript = parts.map { part in
      RecordDraft.Utterance(
        start: part.start, end: part.start == nil ? nil : part.end,
        speaker: speakers.reference(of: part, participant: participant, function: function),
        language: part.language, text: part.text)
    }
    draft.speakers = speakers.list
    return draft
  }
}
