import Debates

/// The speakers of one sitting, in the order in which they first speak.
struct SittingSpeakers {
  private(set) var list: [RecordDraft.Speaker] = []
  /// Places in the list, by id or folded name.
  private var places: [String: Int] = [:]
  private var foldedNames: [String: String] = [:]
  private var labels: [String: SpeakerLabel?] = [:]
  private var participants: [String: Sitting.Participant?] = [:]

  /// How the transcript names who says this; nil when the record does not tell.
  mutating func reference(
    of part: SpokenPart, participant: (String) -> Sitting.Participant?, function: (String) -> String?
  ) -> String? {
    guard part.isSpeech else { return nil }
    let label = part.label.flatMap { takenApart($0) }
    let office = part.function.flatMap(function) ?? label?.function
    if let id = part.speaker, let known = described(id, participant) {
      return announce(known.id, known.name, affiliation: known.affiliation, headline: known.headline ?? office)
    }
    if let id = part.speaker, part.pointsToPerson {
      return announce(id, label?.name, headline: office)
    }
    let name = label ?? part.speaker.flatMap { takenApart($0.replacing("_", with: " ")) }
    return name.flatMap { announce(nil, $0.name, headline: part.function.flatMap(function) ?? $0.function) }
  }

  private mutating func folded(_ name: String) -> String {
    if let known = foldedNames[name] { return known }
    let folded = FoldedName.id(of: name)
    foldedNames[name] = folded
    return folded
  }

  private mutating func takenApart(_ text: String) -> SpeakerLabel? {
    if let known = labels[text] { return known }
    let label = SpeakerLabel(text)
    labels[text] = .some(label)
    return label
  }

  private mutating func described(
    _ id: String, _ participant: (String) -> Sitting.Participant?
  ) -> Sitting.Participant? {
    if let known = participants[id] { return known }
    let found = participant(id)
    participants[id] = .some(found)
    return found
  }

  private mutating func announce(
    _ id: String?, _ name: String?, affiliation: String? = nil, headline: String?
  ) -> String? {
    guard let key = id ?? name.map({ folded($0) }) else { return nil }
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
    if let name, name != known.person.name, PersonName.isName(name[...]),
      !PersonName.isName((known.person.name ?? "")[...])
    {
      list[place].person.name = name
    }
    return known.person.id ?? known.person.name
  }
}
