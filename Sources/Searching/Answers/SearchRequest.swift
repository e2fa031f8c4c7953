public import Debates

/// What to search for, and how to answer.
public struct SearchRequest: Sendable {
  /// What a result is.
  public enum Rank: String, Sendable, CaseIterable {
    case debates
    case passages
  }

  public enum Sort: String, Sendable, CaseIterable {
    case relevance
    /// Newest first.
    case date
  }

  public static let maximumLimit = 1000
  public static let maximumOffset = 1000

  public var query: String
  public var rank: Rank = .debates
  public var limit = 10
  public var offset = 0
  public var sort: Sort = .relevance
  public var filters = Filters()
  /// How many passages are shown for the first debate, and for each of the others.
  public var evidence = (first: 5, others: 3)
  /// Whether snippets are made; they cost most of an answer's time.
  public var snippets = true

  public init(_ query: String) { self.query = query }
}

/// What a passage must have to be a candidate. Nil asks for nothing.
public struct Filters: Sendable, Equatable {
  /// The first day.
  public var from: Moment?
  /// The last day: the whole of the period that it names.
  public var to: Moment?
  public var language: String?
  /// An id or a name.
  public var speaker: String?
  public var expertise: String?
  public var category: String?
  public var kind: PassageKind?

  public init() {}

  public var isEmpty: Bool { self == Filters() }
}
