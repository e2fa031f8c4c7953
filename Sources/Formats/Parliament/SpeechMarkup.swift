/// What an element of a parliament's XML means for who said what; each vocabulary has a table of its own.
enum SpeechMark {
  /// Holds what one speaker says.
  case speech
  /// Names the speaker of the speech it stands in, or of the next one.
  case label
  /// The title of a part of the sitting.
  case heading
  /// A paragraph: words when inside a speech; outside, what the record itself says.
  case paragraph
  /// What the record itself says: never a speaker's words.
  case remark
  /// What happened meanwhile (applause, a pause), or what is not text at all.
  case silent
  /// Where only speeches count: a title page, an annex.
  case margin
  case sentence, word, space, lineBreak
  /// The time at which something happened.
  case time
  /// Means nothing by itself.
  case transparent
}

/// How one vocabulary marks speeches.
protocol SpeechMarkup {
  /// - Parameter parent: the name of the element around it.
  static func mark(_ tag: XMLTag, in parent: String) -> SpeechMark
  /// The attribute that names the speaker.
  static var speakerAttribute: String { get }
}

extension XMLTag {
  /// The id that `who="#ann"` or `by="people.xml#ann"` points to, the first when there are several.
  func reference(_ attribute: String) -> String? {
    guard let value = self[attribute]?.split(whereSeparator: \.isWhitespace).first else { return nil }
    let id = value.split(separator: "#", omittingEmptySubsequences: false).last ?? value
    return id.isEmpty ? nil : String(id)
  }

  /// Whether the reference is one, not a name.
  func isReference(_ attribute: String) -> Bool { self[attribute]?.contains("#") ?? false }

  /// `xml:lang`.
  var language: String? {
    guard let value = attributes.first(where: { $0.name == "lang" })?.value, !value.isEmpty else { return nil }
    return LanguageCode.short(value)
  }

  /// `xml:id`.
  var id: String? { attributes.first { $0.name == "id" }?.value }
}

/// Language tags as parliaments write them.
enum LanguageCode {
  /// Codes of three letters that have one of two.
  private static let short: [Substring: String] = ["eng": "en", "fra": "fr", "fre": "fr"]

  /// `eng` and `en-GB` are `en`.
  static func short(_ tag: String) -> String? {
    guard let code = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" || $0.isWhitespace }).first
    else { return nil }
    return short[code] ?? String(code)
  }
}
