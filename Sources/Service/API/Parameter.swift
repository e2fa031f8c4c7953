import Debates
import Searching

/// The parameters of the API and of the pages, named like the options of the command line. The parser of requests and
/// the OpenAPI document read this table.
enum Parameter: String, Sendable, CaseIterable {
  case query = "q"
  case rank, limit, offset, after, sort, facets
  case facetLimit = "facet-limit"
  case halfLife = "half-life"
  case from, to, language, speaker, author, expertise, category, format, location, kind
  case suggestions
  case around = "at"

  /// As it is written in an address.
  var name: String { rawValue }

  /// Several values are alternatives.
  var isRepeatable: Bool {
    switch self {
    case .language, .speaker, .author, .expertise, .category, .format, .location, .kind: true
    default: false
    }
  }

  /// What it takes.
  var value: ParameterValue {
    switch self {
    case .query: .text(maximum: Parameter.maximumQuery)
    case .rank: .choice(SearchRequest.Rank.allCases.map(\.rawValue))
    case .limit: .integer(0...Parameter.maximumLimit)
    case .offset: .integer(0...SearchRequest.maximumOffset)
    case .after: .name(maximum: Parameter.maximumCursor)
    case .sort: .choice(SearchRequest.Sort.allCases.map(\.rawValue))
    case .facets: .flag
    case .facetLimit: .integer(0...Parameter.maximumFacetLimit)
    case .halfLife: .number(1...1_000_000)
    case .from, .to: .date
    case .language: .choice(["fr", "en"])
    case .speaker, .author, .expertise, .category, .format, .location: .name(maximum: Parameter.maximumName)
    case .kind: .choice(PassageKind.allCases.map(\.rawValue))
    case .suggestions: .integer(0...Parameter.maximumLimit)
    case .around: .name(maximum: Parameter.maximumPassageID)
    }
  }

  /// What it means.
  var summary: String {
    switch self {
    case .query:
      "What to search for: words, or the query language (\"exact phrase\", -without, AND OR NOT, ET OU SAUF, prefix*, and "
        + "fields: \(Parameter.fields)). Without words the newest comes first."
    case .rank: "What a result is."
    case .limit: "How many results."
    case .offset: "How many results to skip."
    case .after: "The page that follows another: its next. Takes the place of offset."
    case .sort: "The order. By date, only what has all words of the query, if there is anything."
    case .facets:
      "Whether to count the results by kind, language, year, month, category, format, speaker, expertise and location."
    case .facetLimit: "Values of each facet."
    case .halfLife: "Prefer the recent: a debate counts half for every so many days that it is older."
    case .from: "Not before this day, month or year."
    case .to: "Not after this day, month or year."
    case .language: "Said or written in this language."
    case .speaker: "Said or written by this person, by name or id."
    case .author: "In a comment or a note of this person, by name or id."
    case .expertise: "In debates of this expertise."
    case .category: "In debates of this category."
    case .format: "In debates of this format."
    case .location: "In debates that took place there."
    case .kind: "Of this kind."
    case .suggestions: "How many expertises, and how many people."
    case .around: "The id of a passage: the page that it is on, in the place of offset."
    }
  }

  /// For the documentation.
  var example: String? {
    switch self {
    case .query: "budget participatif"
    case .from: "2009"
    case .to: "2012-06"
    default: nil
    }
  }

  /// The fields of the query language, each by its first name in either language.
  private static let fields = QueryLanguage.fields.map { names in
    names.map { "\($0):" }.joined(separator: " ")
  }.joined(separator: ", ")

  /// What narrows a search.
  static let filters: [Parameter] = [
    .from, .to, .language, .speaker, .author, .expertise, .category, .format, .location, .kind,
  ]

  /// Values of a parameter that is given again.
  static let maximumValues = 16
  /// Characters of a query; the query language itself reads 16 KiB, which fit into no address.
  static let maximumQuery = 2000
  static let maximumName = 200
  static let maximumPassageID = 500
  static let maximumCursor = 12_000
  /// A page of more is a download.
  static let maximumLimit = 100
  static let maximumFacetLimit = 100
}
