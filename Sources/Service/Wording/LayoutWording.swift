/// The texts that are on every page.
struct LayoutWording: Sendable {
  /// As Open Graph writes languages.
  let locale: String
  /// The link that leads past the header.
  let skip: String
  let home: String
  /// The link to all debates.
  let everything: String
  /// The link to the description of the programming interface.
  let programs: String
  /// What this is, in one line.
  let about: String
  let interfaceLanguage: String
  let searchLabel: String
  let searchHint: String
  let searchButton: String
  /// The name of the list of completions.
  let suggestions: String
  /// Kinds of completions.
  let kindTitle: String
  let kindSpeaker: String
  let kindExpertise: String
  let kindPhrase: String
  /// Said while results are fetched.
  let busy: String
  /// Said when they cannot be.
  let failed: String
  /// `… / to search, j k between results`.
  let keysBefore: String
  let keysSearch: String
  let keysResults: String
  /// The button that switches them off and on.
  let keysOff: String
  let keysOn: String
}
