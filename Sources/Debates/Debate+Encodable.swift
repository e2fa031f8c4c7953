extension Debate: Encodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, title, url, date, language, category, format, treatment, location, description, summary, sponsor
    case proposer, organizer, visibility, audience, opinions, expertises, connected, media
    case speakers, transcript, comments, notes
  }

  /// Writes the record; absent fields, empty lists and the default visibility are left out.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(title, forKey: .title)
    try fields.encodeIfPresent(url, forKey: .url)
    try fields.encodeIfPresent(date, forKey: .date)
    try fields.encodeIfPresent(language, forKey: .language)
    try fields.encodeIfPresent(category, forKey: .category)
    try fields.encodeIfPresent(format, forKey: .format)
    try fields.encodeIfPresent(treatment, forKey: .treatment)
    try fields.encodeIfPresent(location, forKey: .location)
    try fields.encodeIfPresent(description, forKey: .description)
    try fields.encodeIfPresent(summary, forKey: .summary)
    try fields.encodeIfPresent(sponsor?.reference, forKey: .sponsor)
    try fields.encodeIfPresent(proposer?.reference, forKey: .proposer)
    try fields.encodeIfPresent(organizer?.reference, forKey: .organizer)
    if visibility != .public { try fields.encode(visibility, forKey: .visibility) }
    try fields.encodeIfPresent(audience, forKey: .audience)
    try fields.encodeIfPresent(opinions, forKey: .opinions)
    try fields.encodeIfPresent(media, forKey: .media)
    func encode<Element: Encodable>(_ list: [Element], _ key: CodingKeys) throws {
      if !list.isEmpty { try fields.encode(list, forKey: key) }
    }
    try encode(expertises, .expertises)
    try encode(connected, .connected)
    try encode(speakers, .speakers)
    try encode(transcript, .transcript)
    try encode(comments, .comments)
    try encode(notes, .notes)
  }
}
