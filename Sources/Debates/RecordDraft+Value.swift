extension RecordDraft {
  /// The record, as if it had been read from JSON.
  var value: JSONValue {
    var members = Field.allCases.compactMap { field in
      self[field].map { JSONValue.Member(key: field.rawValue, value: .string($0)) }
    }
    // A page is not lost for a link of its own that nobody should follow.
    members.removeAll { $0.key == Field.url.rawValue && !LinkAddress.isSafe($0.value.string ?? "") }
    let mediaURL = self.mediaURL.flatMap { LinkAddress.isSafe($0) ? $0 : nil }
    func add(_ key: String, _ list: [JSONValue]) {
      if !list.isEmpty { members.append(.init(key: key, value: .list(list))) }
    }
    add("expertises", expertises.map(JSONValue.string))
    add("connected", connected.map(JSONValue.string))
    add("speakers", speakers.map(\.value))
    add("transcript", transcript.map(\.value))
    add("comments", comments.map(\.value))
    add("notes", notes.map(\.value))
    if mediaURL != nil || mediaDuration != nil {
      members.append(.init(key: "media", value: .of(["url": mediaURL], numbers: ["duration": mediaDuration])))
    }
    if let audience { members.append(.init(key: "audience", value: .number(Double(audience)))) }
    if opinionCount != nil || opinionMean != nil {
      let numbers: KeyValuePairs = ["count": opinionCount.map(Double.init), "mean": opinionMean]
      members.append(.init(key: "opinions", value: .of([:], numbers: numbers)))
    }
    return .object(members)
  }
}

extension RecordDraft.Person {
  fileprivate var value: JSONValue { .of(["id": id, "name": name]) }
}

extension RecordDraft.Speaker {
  fileprivate var value: JSONValue {
    .of(
      ["id": person.id, "name": person.name, "affiliation": affiliation, "headline": headline, "bio": bio],
      others: ["expertises": .list(expertises.map(JSONValue.string))])
  }
}

extension RecordDraft.Utterance {
  fileprivate var value: JSONValue {
    .of(["speaker": speaker, "language": language, "text": text], numbers: ["start": start, "end": end])
  }
}

extension RecordDraft.Comment {
  fileprivate var value: JSONValue {
    .of(
      ["id": id, "date": date, "parent": parent, "language": language, "text": text], numbers: ["opinion": opinion],
      others: ["author": author?.value])
  }
}

extension RecordDraft.Note {
  fileprivate var value: JSONValue { .of(["date": date, "text": text], others: ["author": author?.value]) }
}

extension JSONValue {
  /// An object of the members that are there.
  fileprivate static func of(
    _ texts: KeyValuePairs<String, String?>, numbers: KeyValuePairs<String, Double?> = [:],
    others: KeyValuePairs<String, JSONValue?> = [:]
  ) -> JSONValue {
    var members: [Member] = []
    for (key, text) in texts { if let text { members.append(Member(key: key, value: .string(text))) } }
    for (key, number) in numbers { if let number { members.append(Member(key: key, value: .number(number))) } }
    for (key, value) in others { if let value { members.append(Member(key: key, value: value)) } }
    return .object(members)
  }
}
