import Debates

/// The speakers of one sitting, in the order in which they first speak.
struct SittingSpeakers {
  private(set) var list: [RecordDraft.Speaker] = []
  /// Places in the list, by id or folded name.
  private var places: [String: Int] = [:]

  /// How the transcript names who says this; nil when the record does not tell.
  mutating func reference(
    of part: SpokenPart, participant: (String) -> Sitting.Participant?, function: (String) -> String?
  ) -> String? {
    guard part.isSpeech else { return nil }
    let label = part.label.flatMap(SpeakerLabel.init)
    let office = part.function.flatMap(function) ?? label?.function
    if let id = part.speaker, let known = participant(id) {
      return announce(known.id, known.name, affiliation: known.affiliation, headline: known.headline ?? office)
    }
    if let id = part.speaker, part.pointsToPerson {
      return announce(id, label?.name, headline: office)
    }
    let name = label ?? part.speaker.flatMap { SpeakerLabel($0.replacing("_", with: " ")) }
    return name.flatMap { announce(nil, $0.name, headline: part.function.flatMap(function) ?? $0.function) }
  }

  private mutating func announce(
    _ id: String?, _ name: String?, affiliation: String? = nil, headline: String?
  ) -> String? {
    guard let key = id ?? name.map(FoldedName.id(of:)) else { return nil }
    guard let place = places[key] else {
      places[key] = list.count
      list.append(
        RecordDraft.Speaker(.init(id: id, name: name), affiliation: affiliation, headline: headline))
      return id ?? name
    }
    let known = list[place]
    // A minister's office is printed in full once, then cut short.
    if let headline, headline.count > known.headline?.count ?? 0 { list[place].headline = headline }
    // "The President" and "Ann Lee" may stand before speeches of the same person.
    if let name, PersonName.isName(name[...]), !PersonName.isName((known.person.name ?? "")[...]) {
      list[place].person.name = name
    }
    return known.person.id ?? known.person.name
  }
}
