import CXapian

/// How to search: which part of the ranking, in which order, and what to bring back with it.
public struct SearchOptions: Sendable, Equatable {
  /// The order of the matches.
  public enum Sort: Sendable, Equatable {
    /// The best first; among equals the lower document number.
    case relevance
    /// By the bytes of a value, then by relevance.
    case value(slot: UInt32, ascending: Bool)
  }

  /// How many of the best matches to pass over.
  public var offset: UInt32 = 0
  /// How many matches to return at most.
  public var limit: UInt32 = 10
  /// The counts are exact as long as there are no more matches than this. It costs time.
  public var checkAtLeast: UInt32 = 0

  /// BM25's k₁: how soon repeating a term stops to matter. At least 0.
  public var k1 = 1.0
  /// BM25's k₂, a correction for the query's length. 0 in practice.
  public var k2 = 0.0
  /// BM25's k₃: how much a term's frequency in the query matters.
  public var k3 = 1.0
  /// BM25's b, 0...1: how much a long document is marked down.
  public var b = 0.5
  /// No document counts as shorter than this part of the average length.
  public var minimumNormalisedLength = 0.5

  /// The order of the matches.
  public var sort: Sort = .relevance
  /// Value slots to bring back for every match.
  public var slots: [UInt32] = []

  /// By default the best ten.
  public init(
    offset: UInt32 = 0, limit: UInt32 = 10, checkAtLeast: UInt32 = 0, sort: Sort = .relevance, slots: [UInt32] = []
  ) {
    self.offset = offset
    self.limit = limit
    self.checkAtLeast = checkAtLeast
    self.sort = sort
    self.slots = slots
  }
}

/// The matches of one search, in their order.
public struct Matches: Sendable, Equatable {
  /// Document numbers.
  public var documents: [UInt32]
  /// The weight of each.
  public var weights: [Double]
  /// Fewer documents than this do not match.
  public var lowerBound: UInt32
  /// About this many documents match.
  public var estimate: UInt32
  /// No more documents than this match.
  public var upperBound: UInt32
  /// For each slot of ``SearchOptions/slots`` the value of each match, empty where it has none.
  public var values: [ByteStrings]
}

extension Reader {
  /// The best documents for a query, by BM25.
  ///
  /// - Throws: ``XapianError``: `modified` (reopen and repeat), `invalidArgument` (too large a query, or a number out
  ///   of its range), `corrupt`, `io`.
  public func search(_ query: Query, _ options: SearchOptions = SearchOptions()) throws(XapianError) -> Matches {
    let program = try QueryProgram(query)
    var settings = cxapian_search_options(options)
    var found = cxapian_matches()
    try crossing { error in
      cxapian_reader_search(
        handle, program.steps, program.steps.count, program.bytes, program.bytes.count, &settings, options.slots,
        options.slots.count, &found, error)
    }
    defer { cxapian_matches_free(&found) }
    return Matches(
      documents: Array(UnsafeBufferPointer(start: found.documents, count: found.count)),
      weights: Array(UnsafeBufferPointer(start: found.weights, count: found.count)),
      lowerBound: found.lower_bound, estimate: found.estimate, upperBound: found.upper_bound,
      values: (0..<found.slot_count).compactMap { slot in
        found.values.map { ByteStrings(taking: &$0[slot]) }
      })
  }

  /// Xapian's own description of what it is asked.
  ///
  /// - Throws: ``XapianError``: `invalidArgument` for too large a query or a number out of its range.
  public func describe(_ query: Query) throws(XapianError) -> String {
    try query.describedByXapian()
  }
}

extension Query {
  func describedByXapian() throws(XapianError) -> String {
    let program = try QueryProgram(self)
    return try ByteStrings.crossing {
      cxapian_query_describe(program.steps, program.steps.count, program.bytes, program.bytes.count, $0, $1)
    }.string(at: 0)
  }
}

extension cxapian_search_options {
  fileprivate init(_ options: SearchOptions) {
    self.init()
    offset = options.offset
    limit = options.limit
    check_at_least = options.checkAtLeast
    k1 = options.k1
    k2 = options.k2
    k3 = options.k3
    b = options.b
    minimum_length = options.minimumNormalisedLength
    switch options.sort {
    case .relevance: sort = .CXAPIAN_SORT_RELEVANCE
    case .value(let slot, let ascending):
      sort = ascending ? .CXAPIAN_SORT_ASCENDING : .CXAPIAN_SORT_DESCENDING
      sort_slot = slot
    }
  }
}
