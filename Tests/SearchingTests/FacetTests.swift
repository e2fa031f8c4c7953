import Debates
import Schema
import Testing
import Xapian

@testable import Searching

@Suite struct FacetTests {
  static let records = [
    #"{"id":"a","title":"Le vélo en ville","date":"2009-12-02","language":"fr","category":"Mobilité","format":"Talkshow","location":"Bourg-Vallin","expertises":["Urbanisme"],"comments":[{"id":"c1","author":{"name":"Zoé Arnaud"},"date":"2010-01-05","text":"Le vélo, oui, pour nos rues et nos enfants."},{"id":"c2","author":{"name":"Zoé Arnaud"},"date":"2010-01-06","text":"Encore le vélo, toujours le vélo dans nos rues."}]}"#,
    #"{"id":"b","title":"Le vélo à la campagne","date":"2009-03","language":"fr","category":"MOBILITE","expertises":["Urbanisme","Énergie"],"speakers":[{"id":"zoe-arnaud","name":"Zoé Arnaud"}],"transcript":[{"speaker":"zoe-arnaud","text":"Le vélo se range sous la halle du village.","start":3}]}"#,
    #"{"id":"c","title":"Cycling, or the vélo revolution of our streets","date":"2015-06-01","language":"en","category":"Transport"}"#,
    #"{"id":"d","title":"Le vélo des membres","language":"fr","visibility":"members","category":"Secret"}"#,
  ]

  private func facets(
    _ query: String, _ filters: [FieldQuery] = [], passages: Bool = false, audience: Audience = .everyone
  ) throws -> [String: FacetResult] {
    let fixture = try FixtureIndex(records: Self.records)
    defer { withExtendedLifetime(fixture) {} }
    let index = try SearchIndex(path: fixture.path, audience: audience)
    var request = SearchRequest(query)
    request.facets = Facet.allCases
    request.filters = filters
    return try passages ? index.passages(request).facets : index.debates(request).facets
  }

  private func counts(_ facet: FacetResult?) -> [String] {
    (facet?.values ?? []).map { "\($0.label) \($0.count)\($0.selected ? " *" : "")" }
  }

  @Test func debatesAreCountedOnceForAValue() throws {
    let facets = try facets("vélo")
    #expect(Set(counts(facets["kind"])) == ["subject 3", "comment 1", "talk 1"])
    #expect(counts(facets["category"]).contains("Transport 1"))
    #expect(facets["category"]?.values.first?.count == 2)
    #expect(counts(facets["year"]) == ["2009 2", "2010 1", "2015 1"])
    #expect(counts(facets["month"]) == ["2009-03 1", "2009-12 1", "2010-01 1", "2015-06 1"])
    #expect(counts(facets["speaker"]) == ["Zoé Arnaud 2"])
    #expect(counts(facets["expertise"]) == ["Urbanisme 2", "Énergie 1"])
    #expect(counts(facets["format"]) == ["Talkshow 1"])
    #expect(counts(facets["location"]) == ["Bourg-Vallin 1"])
    #expect(facets.values.allSatisfy { !$0.estimated && $0.more == 0 })
  }

  @Test func passagesAreCountedEach() throws {
    let facets = try facets("vélo", passages: true)
    #expect(counts(facets["speaker"]) == ["Zoé Arnaud 3"])
    #expect(counts(facets["year"]) == ["2009 3", "2010 2", "2015 1"])
    #expect(counts(facets["expertise"]) == ["Urbanisme 5", "Énergie 2"])
  }

  @Test func choosingAValueLeavesItsOwnList() throws {
    for filters in [[FieldQuery.label(.category, ["mobilité"])], []] {
      let query = filters.isEmpty ? "category:mobilité vélo" : "vélo"
      let facets = try facets(query, filters)
      #expect(facets["category"]?.values.map(\.count) == [2, 1])
      #expect(facets["category"]?.values.map(\.selected) == [true, false])
      #expect(counts(facets["year"]) == ["2009 2", "2010 1"])
    }
    let alternatives = try facets("vélo date:(2009 OR 2015)")
    #expect(counts(alternatives["year"]) == ["2009 2 *", "2010 1", "2015 1 *"])
    #expect(counts(try facets("vélo speaker:arnaud")["speaker"]) == ["Zoé Arnaud 2 *"])
    let years = try facets("vélo", [.date(DateRange(from: try Moment("2015"), to: try Moment("2015")))])
    #expect(counts(years["year"]) == ["2009 2", "2010 1", "2015 1 *"])
    #expect(counts(years["category"]) == ["Transport 1"])
    let both = try facets("vélo", [.label(.category, ["Transport"]), .kinds([.comment])])
    #expect(counts(both["category"]).count == 1)
    #expect(counts(both["kind"]) == ["subject 1"])
    #expect(counts(both["format"]).isEmpty)
  }

  @Test func whatACallerMayNotSeeIsNotCounted() throws {
    #expect(try !facets("vélo").values.contains { $0.values.contains { $0.label == "Secret" } })
    #expect(try counts(facets("vélo", audience: .members)["category"]).contains("Secret 1"))
  }

  @Test func beyondTheStatedSizeCountsAreAbout() throws {
    let lines = (0..<60).map {
      #"{"id":"d\#($0)","title":"vélo numéro \#($0)","category":"\#($0 % 2 == 0 ? "pair" : "impair")"}"#
    }
    let fixture = try FixtureIndex(records: lines)
    defer { withExtendedLifetime(fixture) {} }
    let index = try fixture.open()
    try index.inOneRevision {
      let columns = try index.columns()
      let all = try index.allPassages()
      func counter(upTo limit: Int) -> FacetCounter {
        FacetCounter(found: FoundByDebate(all, columns, exactPassages: limit), unit: .debates)
      }
      func counts(upTo limit: Int) -> [Int] {
        counter(upTo: limit).count(columns.categories.names.count) { [Int(columns.categories.ofDebates[$0])] }.sorted()
      }
      #expect(counts(upTo: 60) == [0, 30, 30])
      #expect(!counter(upTo: 60).isEstimate)
      #expect(counts(upTo: 21) == [0, 30, 30])
      #expect(counter(upTo: 21).isEstimate)
      #expect(counter(upTo: 60).debates == 60)
      #expect(counter(upTo: 59).debates == 60)
    }
  }

  @Test func aListIsCutAndSaysSo() throws {
    let lines = (0..<30).map { #"{"id":"d\#($0)","title":"vélo","category":"c\#($0)"}"# }
    let fixture = try FixtureIndex(records: lines)
    defer { withExtendedLifetime(fixture) {} }
    var request = SearchRequest("vélo")
    request.facets = [.category]
    request.facetLimit = 5
    request.filters = [.label(.category, ["c29"])]
    let category = try fixture.open().debates(request).facets["category"]
    #expect(category?.values.count == 6)
    #expect(category?.values.last?.value == "c29")
    #expect(category?.more == 24)
  }
}
