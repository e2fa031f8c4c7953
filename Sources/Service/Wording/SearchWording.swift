/// The texts of the search page.
struct SearchWording: Sendable {
  /// The heading for a query as it was typed.
  let heading: @Sendable (_ query: String) -> String
  /// The heading where only filters were chosen.
  let headingOfFilters: String
  /// The heading before anything is asked.
  let headingOfNothingAsked: String
  /// What search engines and cards show.
  let description: @Sendable (_ heading: String, _ found: String) -> String
  let whatToShow: String
  let results: String
  let order: String
  /// An estimated count: `about 1,200 debates`.
  let about: @Sendable (_ count: String) -> String
  /// The sentence above the results: what was found, already counted, and how long that took.
  let summary: @Sendable (_ count: String, _ milliseconds: Int) -> String
  /// The same for screen readers, who need no time.
  let announcement: @Sendable (_ count: String) -> String
  let nothingFound: String
  let filters: String
  let toFilters: String
  let activeFilters: String
  let removeFilter: String
  let clearFilters: String
  /// Said of a chosen value of a facet.
  let chosen: String
  /// The rest of a facet's values: `12 more`.
  let more: @Sendable (Int) -> String
  let understoodOtherwise: String
  let didYouMean: String
  /// With the space that the language puts before it.
  let questionMark: String
  let partial: String
  let partialDetail: String
  /// The heading above results of another query, as that is written.
  let instead: @Sendable (_ query: String) -> String
  /// A word that was corrected.
  let corrected: @Sendable (_ from: String, _ to: String) -> String
  /// A condition that was dropped.
  let dropped: @Sendable (_ condition: String) -> String
  let withoutOneFilter: String
  /// A filter without which something is found: `without Category: Health`.
  let without: @Sendable (_ filter: String) -> String
  let withoutAnyFilter: String
  let nothingAdvice: String
  let adviceFewer: String
  let adviceOther: String
  let adviceQuotes: String
  let smallSample: String
  let inContext: String
  /// Completes `inContext` for screen readers: `, Anna Weiss, talk`.
  let passageName: @Sendable (_ kind: String, _ speaker: String?) -> String
  /// Before a time of the recording, for screen readers.
  let watchAt: String
  let pages: String
  let next: String
  let fromTheStart: String
  let follow: String
  /// The name of a search's feed.
  let feedTitle: @Sendable (_ heading: String) -> String
  /// Names of the histogram.
  let timelineYears: String
  let timelineMonths: @Sendable (_ year: String) -> String
  let allYears: String
  /// A bar of the histogram: its name and what it counts, already counted.
  let bar: @Sendable (_ name: String, _ count: String) -> String
  let howTo: String
  /// Queries to try, and what each means.
  let examples: [SearchExample]
}

/// A query to try.
struct SearchExample: Sendable {
  /// As it is typed.
  let query: String
  /// What it asks for.
  let meaning: String
}
