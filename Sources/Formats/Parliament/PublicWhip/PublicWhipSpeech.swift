import Debates

/// A speech, a question, an answer or a division below a heading.
struct PublicWhipSpeech {
  private let element: XMLElement

  init(_ element: XMLElement) { self.element = element }

  func add(to collector: inout TalkDraft) {
    guard element.name != "division" else {
      collector.notes.append(RecordDraft.Note(date: element["divdate"].flatMap(DigitDate.iso), text: count))
      return
    }
    collector.add(SpeechText.html.plain(element), by: voice)
  }

  /// Nil for narration.
  private var voice: TalkDraft.Voice? {
    guard element["nospeaker"] != "true" else { return nil }
    // A person keeps one id through all terms of office; `speakerid` is of one term.
    return TalkDraft.Voice(
      id: known(element["person_id"]) ?? known(element["speakerid"]), name: known(element["speakername"]),
      headline: known(element["speakeroffice"]))
  }

  private func known(_ value: String?) -> String? {
    guard let value, !value.isEmpty, value != "unknown" else { return nil }
    return value
  }

  /// `Division 2: ayes 74, noes 56`.
  private var count: String {
    let title = ["Division", known(element["divnumber"])].compactMap { $0 }.joined(separator: " ")
    let counted = element.first("divisioncount")?.tag.attributes.filter { attribute in
      Int(attribute.value) != nil && !attribute.name.hasPrefix("teller")
    }
    let votes = counted.map { $0.map { "\($0.name) \($0.value)" } } ?? lists
    return votes.isEmpty ? title : "\(title): \(votes.joined(separator: ", "))"
  }

  /// What the lists of voters hold, when nobody counted them.
  private var lists: [String] {
    element.elements().compactMap { list in
      list["vote"].map { "\($0) \(list.elements().count)" }
    }
  }
}
