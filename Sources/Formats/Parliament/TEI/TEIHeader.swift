import Debates

/// What a TEI header says of one sitting.
struct TEIHeader {
  private let element: XMLElement

  init(_ element: XMLElement) { self.element = element }

  private var file: XMLElement? { element.first("fileDesc") }
  private var profile: XMLElement? { element.first("profileDesc") }

  /// The title and what stands below it, in the language when there is a choice.
  func titles(in language: String?) -> (title: String, subtitle: String?) {
    let all = file?.first("titleStmt")?.elements("title") ?? []
    let subtitles = all.filter { $0["type"] == "sub" }
    let main = all.filter { $0["type"] == "main" }
    // Titles without a type name, one after the other, the parliament, the session, the day.
    let titles = main.isEmpty ? all.filter { $0["type"] != "sub" } : Array(main.prefix(1)) + main.dropFirst()
    let title = Self.chosen(titles, language).joined(separator: " – ")
    let subtitle = Self.chosen(subtitles, language).joined(separator: " – ")
    return title.isEmpty ? (subtitle, nil) : (title, subtitle.isEmpty ? nil : subtitle)
  }

  /// More than any header has.
  private static let maximumTitles = 16

  /// Those of one language: that of the page, else one that is searched, else the first there is.
  private static func chosen(_ titles: [XMLElement], _ language: String?) -> [String] {
    let languages = titles.map(\.tag.language)
    let wanted = [language, "fr", "en", nil].first { languages.contains($0) } ?? languages.first ?? nil
    var texts: [String] = []
    for title in titles where title.tag.language == wanted && texts.count < maximumTitles {
      if let text = title.oneLine, !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  /// The day of the sitting as ISO 8601: that of the setting, of the printed source, of the edition, of the creation;
  /// else the one in the title.
  var date: String? {
    let places = [
      profile?.first("settingDesc"), file?.first("sourceDesc"), file?.first("editionStmt"), profile?.first("creation"),
    ]
    for case .some(let place) in places {
      for date in place.descendants("date") { if let day = Self.day(date) { return day } }
    }
    let titles = file?.first("titleStmt")?.elements("title") ?? []
    for title in titles { if let day = title.oneLine.flatMap({ WrittenDate.iso(in: $0) }) { return day } }
    return nil
  }

  static func day(_ date: XMLElement) -> String? {
    for attribute in ["when", "when-iso", "value", "from", "notBefore"] {
      if let value = date[attribute], let moment = try? Moment(value) { return moment.text }
    }
    guard let text = date.oneLine else { return nil }
    return (try? Moment(text))?.text ?? WrittenDate.iso(in: text)
  }

  /// Where the parliament met.
  var location: String? {
    guard let setting = profile?.first("settingDesc") else { return nil }
    let names = setting.descendants("name") + setting.descendants("placeName") + setting.descendants("settlement")
    let places: Set = ["city", "place", "settlement", "location"]
    return names.first { $0.name == "settlement" || places.contains($0["type"] ?? "") }?.oneLine
  }

  /// The only language, when it is one.
  var language: String? {
    let languages = profile?.first("langUsage")?.elements("language") ?? []
    guard languages.count == 1, let language = languages.first else { return nil }
    if let ident = language["ident"] { return LanguageCode.short(ident) }
    return language.oneLine.flatMap { Self.languageNames[$0.lowercased()] }
  }

  private static let languageNames = [
    "français": "fr", "francais": "fr", "french": "fr", "anglais": "en", "english": "en",
  ]

  /// Where the record is published.
  var url: String? {
    let idnos = file?.first("sourceDesc")?.descendants("idno") ?? []
    return idnos.first { ["URI", "URL"].contains($0["type"]?.uppercased()) && $0.oneLine?.hasPrefix("http") == true }?
      .oneLine
  }
}
