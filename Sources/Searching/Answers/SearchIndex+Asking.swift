import Foundation
import Xapian

/// A request as it is understood, and what matches it.
struct Asked {
  var request: SearchRequest
  var parsed: ParsedQuery
  var matching: Matching
  var deadline: Deadline

  var tree: QueryTree { parsed.tree }
  /// Those of the request and those of the query.
  var filters: [FieldQuery] { matching.filters.map(\.field) }
}

/// A page of what was ranked.
struct Page<Item> {
  var shown: [Item]
  /// Where the next page begins; nil after the last one.
  var next: PageCursor?
}

/// Results of a rank, before they are put in an answer.
struct Answered<Item, Result> {
  var results: [Result]
  var total: Int
  var isEstimate: Bool
  var page: Page<Item>
}

extension SearchIndex {
  /// Answers a request: what all ranks have in common.
  func answer<Item, Result>(
    _ request: SearchRequest, _ rank: SearchRequest.Rank, _ results: (Asked) throws -> Answered<Item, Result>
  ) throws -> SearchResponse<Result> {
    let clock = ContinuousClock.now
    var request = request.bounded
    request.rank = rank
    let deadline = Deadline(after: request.timeLimit)
    let parsed = understood(request.query)
    return try inOneRevision {
      // What counts by them counts exactly.
      if !request.facets.isEmpty { _ = try columns() }
      var asked = try asked(request, parsed, deadline)
      var answered = try results(asked)
      let isFirst = request.offset == 0 && request.after == nil
      let correction = isFirst ? try correctionHere(of: request.query) : nil
      var help: SearchHelp?
      if answered.total == 0, isFirst {
        help = emptyingFilters(of: asked)
        for relaxation in help == nil ? relaxations(of: asked, correction) : [] where !deadline.isOver {
          var instead = request
          instead.query = relaxation.query
          let other = try self.asked(instead, relaxation.parsed, deadline)
          let found = try results(other)
          guard found.total > 0 else { continue }
          (asked, answered) = (other, found)
          help = SearchHelp(
            instead: relaxation.query, dropped: relaxation.dropped, corrected: relaxation.corrected)
          break
        }
      }
      return SearchResponse(
        query: request.query, total: answered.total, estimated: answered.isEstimate || deadline.wasReached,
        tookMilliseconds: SearchIndex.milliseconds(since: clock), results: answered.results,
        facets: try facets(
          request.facets, of: asked.matching, unit: rank == .passages ? .passages : .debates,
          limit: request.facetLimit),
        suggestion: correction?.query, notes: parsed.notes, next: answered.page.next?.text,
        isPartial: deadline.wasReached,
        help: help)
    }
  }

  private func asked(_ request: SearchRequest, _ parsed: ParsedQuery, _ deadline: Deadline) throws -> Asked {
    let limit = request.rank.candidates(parameters)
    var matching = try matching(parsed.tree, request.filters, limit: limit, deadline: deadline)
    if request.sort != .relevance { matching = try aboutAll(parsed.tree, matching) }
    return Asked(request: request, parsed: parsed, matching: matching, deadline: deadline)
  }

  /// What of a ranking is shown: what follows an offset, or what a cursor has not shown yet.
  ///
  /// - Parameter ids: of some items; looked up for as few as possible.
  func page<Item>(
    of ranked: [Item], _ request: SearchRequest, ids: ([Item]) throws -> [String]
  ) throws -> Page<Item> {
    var cursor = PageCursor(request)
    guard let after = request.after else {
      let shown = Array(ranked.dropFirst(request.offset).prefix(request.limit))
      let isLast = request.offset + shown.count >= ranked.count || shown.isEmpty
      let before = isLast ? [] : try ids(Array(ranked.prefix(request.offset + shown.count)))
      return Page(shown: shown, next: isLast ? nil : cursor.after(before))
    }
    cursor = try PageCursor(after, of: request)
    var shown: [Item] = []
    var names: [String] = []
    var rest = ranked[...]
    while shown.count < request.limit, !rest.isEmpty {
      let some = Array(rest.prefix(cursor.shown.count + request.limit))
      let batch = try ids(some)
      var used = 0
      for (item, id) in zip(some, batch) where shown.count < request.limit {
        used += 1
        guard !cursor.hasShown(id) else { continue }
        shown.append(item)
        names.append(id)
      }
      rest = rest.dropFirst(max(1, used))
    }
    return Page(shown: shown, next: rest.isEmpty || shown.isEmpty ? nil : cursor.after(names))
  }

  static func milliseconds(since start: ContinuousClock.Instant) -> Double {
    let components = (ContinuousClock.now - start).components
    let milliseconds = Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
    return (milliseconds * 1000).rounded() / 1000
  }
}

extension SearchRequest {
  /// How many results have to be ranked.
  var last: Int { after == nil ? offset + limit : PageCursor.maximumShown + limit }
}
