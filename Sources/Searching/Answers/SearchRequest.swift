/// What to search for, and how to answer.
public struct SearchRequest: Sendable {
  /// What a result is.
  public enum Rank: String, Sendable, CaseIterable {
    case debates
    case passages
    case speakers
    case expertises
  }

  /// The order of the results.
  public enum Sort: String, Sendable, CaseIterable {
    case relevance
    case newest
    case oldest
  }

  /// The most results of one answer.
  public static let maximumLimit = 1000
  /// The most results that can be skipped.
  public static let maximumOffset = 1000

  /// The most values of a facet.
  public static let maximumFacetLimit = 1000
  /// The most filters.
  public static let maximumFilters = 32
  /// The most values of a filter.
  public static let maximumFilterValues = 64
  /// Bytes of a filter's value that are read.
  public static let maximumFilterBytes = 1000

  /// As it was typed.
  public var query: String
  /// What a result is.
  public var rank: Rank = .debates
  /// How many results.
  public var limit = 10
  /// How many results to skip.
  public var offset = 0
  /// The order of the results.
  public var sort: Sort = .relevance
  /// Debates lose half of their score for every so many days by which they are older; nil to pass over their age.
  public var halfLife: Double?
  /// What every passage must be, or be of.
  public var filters: [FieldQuery] = []
  /// The page that follows another: its `next`.
  public var after: String?
  /// What the results are counted by.
  public var facets: [Facet] = []
  /// Values of each facet.
  public var facetLimit = 10
  /// How long an answer may take. Where that is over, it is made of what was found until then; nil for no end.
  public var timeLimit: Duration?
  /// How many passages are shown for the first debate, and for each of the others; people and expertises are shown by
  /// as many as the others.
  public var evidence = (first: 5, others: 3)
  /// Whether snippets are made; they cost most of an answer's time.
  public var snippets = true

  /// The first ten debates for a query.
  public init(_ query: String) { self.query = query }

  /// The same with every number and every list within its bounds: a request may come from anybody.
  var bounded: SearchRequest {
    var request = self
    request.limit = min(max(0, limit), SearchRequest.maximumLimit)
    request.offset = min(max(0, offset), SearchRequest.maximumOffset)
    request.facetLimit = min(max(0, facetLimit), SearchRequest.maximumFacetLimit)
    request.evidence = (min(max(0, evidence.first), 100), min(max(0, evidence.others), 100))
    request.timeLimit = timeLimit.map { min(max(.zero, $0), .seconds(3600)) }
    request.facets = Facet.allCases.filter(facets.contains)
    request.filters = filters.prefix(SearchRequest.maximumFilters).map(\.bounded)
    if let halfLife, !(halfLife >= 1 && halfLife.isFinite) { request.halfLife = nil }
    return request
  }
}

extension FieldQuery {
  fileprivate var bounded: FieldQuery {
    guard case .label(let label, let values) = self else {
      if case .dates(let ranges) = self { return .dates(Array(ranges.prefix(SearchRequest.maximumFilterValues))) }
      return self
    }
    let kept = values.prefix(SearchRequest.maximumFilterValues)
    return .label(label, kept.map { String(decoding: $0.utf8.prefix(SearchRequest.maximumFilterBytes), as: UTF8.self) })
  }
}
