/// Names of what things are.
struct NameWording: Sendable {
  /// Kinds of passages.
  let subject: String
  let talk: String
  let comment: String
  let note: String
  let profile: String
  /// Languages of passages.
  let french: String
  let english: String
  /// Kinds of results, as the tabs name them.
  let debates: String
  let speakers: String
  let expertises: String
  let passages: String
  /// Orders.
  let relevance: String
  let newest: String
  let oldest: String
  /// Facets and filters.
  let kind: String
  let language: String
  let date: String
  let category: String
  let format: String
  let speaker: String
  let author: String
  let expertise: String
  let location: String
  /// A field and its value: `Category: Health`.
  let pair: @Sendable (_ name: String, _ value: String) -> String
  /// A list in a sentence: `a, b and c`.
  let list: @Sendable ([String]) -> String
}
