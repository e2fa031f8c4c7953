/// Every text of the pages, in one language. Templates reach it as `t`, by area: `t.search.filters`.
///
/// All texts are stored properties, so that a language that lacks one does not compile. Texts with numbers, names or
/// dates are functions.
struct Wording: Sendable {
  /// ISO 639-1.
  let code: String
  /// Of the language, in itself.
  let name: String
  /// What is on every page.
  let layout: LayoutWording
  /// The first page.
  let home: HomeWording
  /// The search page.
  let search: SearchWording
  /// A debate's page.
  let debate: DebateWording
  /// A speaker's and an expertise's page.
  let profile: ProfileWording
  /// Pages that say what went wrong.
  let error: ErrorWording
  /// Names of kinds, languages, facets, orders.
  let names: NameWording
  /// Counts and durations.
  let counts: CountWording
  /// Dates.
  let dates: DateWording

  /// The languages of the interface.
  static let all = [french, english]
}
