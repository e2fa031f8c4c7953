/// A language of the debates. A sentence in neither has none: `nil` stands for unknown.
///
/// The raw value is the ISO 639-1 code that records and the command line use.
public enum Language: String, Sendable, Codable, CaseIterable {
  case french = "fr"
  case english = "en"
}
