import Foundation
import Indexing
import Testing

@testable import Searching

@Suite struct PageTests {
  private static func lines(_ numbers: Range<Int>) -> [String] {
    numbers.map {
      #"{"id":"d\#($0)","title":"\#(String(repeating: "vélo ", count: $0 % 7 + 1))et la ville","date":"20\#(10 + $0 % 10)"}"#
    }
  }

  private func request(_ sort: SearchRequest.Sort, after: String? = nil) -> SearchRequest {
    var request = SearchRequest("vélo")
    request.sort = sort
    request.limit = 7
    request.after = after
    return request
  }

  @Test(arguments: SearchRequest.Sort.allCases) func pagesShowEverythingOnce(_ sort: SearchRequest.Sort) throws {
    let fixture = try FixtureIndex(records: Self.lines(0..<40))
    defer { withExtendedLifetime(fixture) {} }
    let index = try fixture.open()
    var all = request(sort)
    all.limit = 100
    let ranking = try index.debates(all).results.map(\.id)
    #expect(ranking.count == 40)
    var shown: [String] = []
    var next: String?
    repeat {
      let page = try index.debates(request(sort, after: next))
      shown += page.results.map(\.id)
      next = page.next
    } while next != nil
    #expect(shown == ranking)
    #expect(try index.debates(all).next == nil)
  }

  @Test func pagesStayStableWhileTheIndexMoves() throws {
    let fixture = try FixtureIndex(records: Self.lines(0..<40))
    defer { withExtendedLifetime(fixture) {} }
    let index = try fixture.open()
    let first = try index.debates(request(.relevance))
    // What comes in between is better than anything, and something that was shown goes.
    let more = fixture.path + ".more.ndjson"
    let gone = #"{"id":"\#(first.results[0].id)","deleted":true}"#
    let lines = (0..<3).map { #"{"id":"new\#($0)","title":"vélo vélo vélo vélo vélo vélo vélo vélo"}"# } + [gone]
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: more))
    _ = try IndexRun(IndexOptions(sources: [more], index: fixture.path)).run()
    var shown = first.results.map(\.id)
    var next = first.next
    while let cursor = next {
      let page = try index.debates(request(.relevance, after: cursor))
      shown += page.results.map(\.id)
      next = page.next
    }
    #expect(Set(shown).count == shown.count)
    #expect(Set(shown) == Set((0..<40).map { "d\($0)" } + (0..<3).map { "new\($0)" }))
  }

  @Test func passagesArePagedLikewise() throws {
    let fixture = try FixtureIndex(sources: [FixtureIndex.fixtures + "/Debates"])
    defer { withExtendedLifetime(fixture) {} }
    let index = try fixture.open()
    var all = SearchRequest("la ville et le travail")
    all.limit = 1000
    let ranking = try index.passages(all).results.map(\.id)
    #expect(ranking.count > 20)
    var page = SearchRequest("la ville et le travail")
    var shown: [String] = []
    repeat {
      let answer = try index.passages(page)
      shown += answer.results.map(\.id)
      page.after = answer.next
    } while page.after != nil
    #expect(shown == ranking)
  }

  @Test func totalsAreThoseOfAllPages() throws {
    let fixture = try FixtureIndex(records: Self.lines(0..<40) + [#"{"id":"x","title":"La bicyclette"}"#])
    defer { withExtendedLifetime(fixture) {} }
    let index = try fixture.open()
    index.parameters.candidates = 20
    var totals: [Int] = []
    var shown: [String] = []
    var page = SearchRequest("vélo")
    repeat {
      let answer = try index.passages(page)
      totals.append(answer.total)
      shown += answer.results.map(\.id)
      page.after = answer.next
    } while page.after != nil
    #expect(Set(totals) == [40])
    #expect(shown.count == 40)
  }

  @Test func aCursorOfAnotherSearchIsRefused() throws {
    let fixture = try FixtureIndex(records: Self.lines(0..<20))
    defer { withExtendedLifetime(fixture) {} }
    let index = try fixture.open()
    let next = try #require(try index.debates(request(.relevance)).next)
    var other = request(.relevance, after: next)
    other.query = "ville"
    for (request, what) in [
      (other, "another query"), (request(.newest, after: next), "another order"),
      (request(.relevance, after: "nonsense"), "no cursor"), (request(.relevance, after: ""), "nothing"),
      (request(.relevance, after: String(repeating: "A", count: 1_000_000)), "too long"),
    ] {
      #expect(throws: SearchError.foreignCursor, "\(what)") { try index.debates(request) }
    }
  }

  @Test func numbersOutOfBoundsAreBrought() throws {
    let fixture = try FixtureIndex(records: Self.lines(0..<20))
    defer { withExtendedLifetime(fixture) {} }
    let index = try fixture.open()
    var request = SearchRequest("vélo")
    (request.limit, request.offset, request.facetLimit, request.halfLife) = (-5, -7, -1, -.infinity)
    request.evidence = (-1, .max)
    request.facets = Facet.allCases
    #expect(try index.debates(request).results.isEmpty)
    (request.limit, request.offset) = (.max, 0)
    #expect(try index.debates(request).results.count == 20)
    request.timeLimit = .seconds(Int64.max)
    #expect(try index.debates(request).results.count == 20)
    request.offset = .max
    #expect(try index.debates(request).results.isEmpty)
  }
}
