public import Debates

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
    /// Newest first.
    case date
  }

  /// The most results of one answer.
  public static let maximumLimit = 1000
  /// The most results that can be skipped.
  public static let maximumOffset = 1000

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
  /// What every passage must have.
  public var filters = Filters()
  /// How many passages are shown for the first debate, and for each of the others; people and expertises are shown by
  /// as many as the others.
  public var evidence = (first: 5, others: 3)
  /// Whether snippets are made; they cost most of an answer's time.
  public var snippets = true

  /// The first ten debates for a query.
  public init(_ query: String) { self.query = query }
}

/// What a passage must have to be a candidate. Nil asks for nothing.
public struct Filters: Sendable, Equatable {
  /// The first day.
  public var from: Moment?
  /// The last day: the whole of the period that it names.
  public var to: Moment?
  /// `fr` or `en`.
  public var language: String?
  /// An id or a name.
  public var speaker: String?
  /// An expertise of the debate, however it is written.
  public var expertise: String?
  /// The category of the debate, however it is written.
  public var category: String?
  /// The kind of the passage.
  public var kind: PassageKind?

  /// No filter.
  public init() {}

  /// Whether nothing is asked for.
  public var isEmpty: Bool { self == Filters() }
}
