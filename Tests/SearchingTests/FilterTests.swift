import Debates
import Schema
import Searching
import Testing

@Suite struct FilterTests {
  static let records = [
    #"{"id":"a","title":"Le vélo en ville","date":"2009-12-02","language":"fr","category":"Mobilité","expertises":["Urbanisme"],"comments":[{"id":"c1","author":{"name":"Zoé Arnaud"},"date":"2010-01-05","text":"Le vélo est l'avenir de nos rues, disons-le."}]}"#,
    #"{"id":"b","title":"Cycling and the vélo revolution in our streets","date":"2015-06","language":"en","category":"Transport","speakers":[{"id":"p1","name":"Ann O'Dell","bio":"She rides a vélo to work every morning."}]}"#,
    #"{"id":"c","title":"Le vélo pour les membres","date":"2020","language":"fr","visibility":"members"}"#,
  ]

  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var expected: [String]
    var change: @Sendable (inout [FieldQuery]) throws -> Void
    init(_ name: String, _ expected: [String], _ change: @escaping @Sendable (inout [FieldQuery]) throws -> Void) {
      testDescription = name
      self.expected = expected
      self.change = change
    }
  }

  static let rows: [Row] = [
    Row("none", ["a/subject/0", "a/comment/c1", "b/subject/0", "b/profile/0"]) { _ in },
    Row("from a year", ["a/comment/c1", "b/subject/0", "b/profile/0"]) {
      $0 = [.date(DateRange(from: try Moment("2010")))]
    },
    Row("to a year includes all of it", ["a/subject/0"]) { $0 = [.date(DateRange(to: try Moment("2009")))] },
    Row("to a day before", []) { $0 = [.date(DateRange(to: try Moment("2009-12-01")))] },
    Row("to the very day", ["a/subject/0"]) { $0 = [.date(DateRange(to: try Moment("2009-12-02")))] },
    Row("between months", ["a/comment/c1"]) {
      $0 = [.date(DateRange(from: try Moment("2010-01"), to: try Moment("2010-01")))]
    },
    Row("language", ["b/subject/0", "b/profile/0"]) { $0 = [.languages(["en"])] },
    Row("kind", ["b/profile/0"]) { $0 = [.kinds([.profile])] },
    Row("category, folded", ["a/subject/0", "a/comment/c1"]) { $0 = [.label(.category, ["MOBILITE"])] },
    Row("expertise", ["a/subject/0", "a/comment/c1"]) { $0 = [.label(.expertise, ["urbanisme"])] },
    Row("speaker by name, no accent", ["a/comment/c1"]) { $0 = [.label(.speaker, ["zoe  arnaud"])] },
    Row("speaker by id", ["b/profile/0"]) { $0 = [.label(.speaker, ["p1"])] },
    Row("speaker with an apostrophe of the other kind", ["b/profile/0"]) { $0 = [.label(.speaker, ["ann o’dell"])] },
    Row("unknown speaker", []) { $0 = [.label(.speaker, ["Nobody"])] },
  ]

  @Test(arguments: rows) func filtersKeepWhatTheySay(_ row: Row) throws {
    let index = try FixtureIndex(records: Self.records)
    var filters: [FieldQuery] = []
    try row.change(&filters)
    let found = try index.passages("vélo") { $0.filters = filters }
    #expect(Set(found.map(\.id)) == Set(row.expected))
  }

  @Test func filtersAloneFindAll() throws {
    let index = try FixtureIndex(records: Self.records)
    #expect(Set(try index.debates("") { $0.filters = [.languages(["fr"])] }) == ["a"])
    #expect(Set(try index.debates("")) == ["a", "b"])
  }

  @Test func membersSeeMoreAndThePublicNothingOfIt() throws {
    let index = try FixtureIndex(records: Self.records)
    let everyone = try SearchIndex(path: index.path)
    #expect(try everyone.debates(SearchRequest("membres")).results.isEmpty)
    #expect(try everyone.debate("c") == nil)
    #expect(try everyone.debates(SearchRequest("vélo")).total == 2)
    let members = try SearchIndex(path: index.path, audience: .members)
    #expect(try members.debates(SearchRequest("membres")).results.map(\.id) == ["c"])
    #expect(try members.debate("c")?.title == "Le vélo pour les membres")
    #expect(try members.debates(SearchRequest("vélo")).total == 3)
  }

  @Test func newestComesFirstByDate() throws {
    let index = try FixtureIndex(records: Self.records)
    #expect(try index.debates("vélo") { $0.sort = .newest } == ["b", "a"])
  }

  @Test func aDebateIsAsOldAsItSaysNotAsItsComments() throws {
    let index = try FixtureIndex(records: [
      #"{"id":"old","title":"vélo","date":"2009","comments":[{"text":"vélo","date":"2015"}]}"#,
      #"{"id":"new","title":"le vélo dans la ville et autour","date":"2014"}"#,
    ])
    #expect(try index.debates("vélo") { $0.sort = .newest } == ["new", "old"])
    #expect(try index.passages("vélo") { $0.sort = .newest }.map(\.id).first == "old/comment/0")
  }

  @Test func pagesFollowEachOther() throws {
    let index = try FixtureIndex(records: Self.records)
    let all = try index.passages("vélo").map(\.id)
    let pages = try (0..<4).flatMap { page in
      try index.passages("vélo") {
        $0.offset = page
        $0.limit = 1
      }.map(\.id)
    }
    #expect(pages == all)
  }
}
