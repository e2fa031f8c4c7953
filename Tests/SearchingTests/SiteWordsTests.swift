import Analysis
import Testing

@testable import Searching

@Suite struct SiteWordsTests {
  static let records = [
    #"{"id":"a","title":"Le community manager","language":"fr"}"#,
    #"{"id":"b","title":"Devenir CM dans une petite ville","language":"fr"}"#,
    #"{"id":"c","title":"Le chiffre d'affaires des marchés","language":"fr"}"#,
    #"{"id":"d","title":"Un manager et sa community de joueurs, sans rapport","language":"fr"}"#,
  ]

  static let rows: [(query: String, lists: (synonyms: String, stopWords: String), found: Set<String>)] = [
    ("CM", ("", ""), ["b"]),
    ("CM", ("CM = community manager", ""), ["a", "b"]),
    ("cm", ("CM = community manager", ""), ["a", "b"]),
    ("\"community manager\"", ("CM = community manager", ""), ["a"]),
    ("community manager", ("CM = community manager", ""), ["a", "b", "d"]),
    ("community", ("CM = community manager", ""), ["a", "d"]),
    ("CA", ("CA = chiffre d'affaires", ""), ["c"]),
    ("chiffre d’affaires", ("# abréviations\n\n  ca=chiffre d'affaires = CM\n", ""), ["b", "c"]),
    ("petite ville marchés", ("", "# rien\npetite\nville"), ["c"]),
    ("petite", ("", "petite"), ["b"]),
  ]

  @Test(arguments: rows) func wordsMeanWhatTheSiteSays(
    _ row: (query: String, lists: (synonyms: String, stopWords: String), found: Set<String>)
  ) throws {
    let fixture = try FixtureIndex(records: Self.records)
    defer { withExtendedLifetime(fixture) {} }
    let index = try fixture.open()
    index.parameters.neighbourWeight = 0
    index.siteWords = try SiteWords(
      synonyms: row.lists.synonyms, stopWords: row.lists.stopWords, analyzer: try Analyzer())
    var request = SearchRequest(row.query)
    request.limit = 100
    #expect(Set(try index.debates(request).results.map(\.id)) == row.found)
  }

  @Test func aSynonymWeighsWhatTheWordDoes() throws {
    let fixture = try FixtureIndex(records: [
      #"{"id":"a","title":"cm ici même","language":"fr"}"#, #"{"id":"b","title":"xyz ici même","language":"fr"}"#,
    ])
    defer { withExtendedLifetime(fixture) {} }
    let index = try fixture.open()
    index.parameters.surfaceWeight = 0
    index.parameters.titleWeight = 0
    index.siteWords = try SiteWords(synonyms: "CM = xyz", analyzer: try Analyzer())
    let scores = try index.passages(SearchRequest("cm")).results.map(\.score)
    #expect(scores.count == 2)
    #expect(abs(scores[0] - scores[1]) < 1e-9)
  }

  static let faults: [(synonyms: String, stopWords: String, line: Int, list: SiteWordsError.List)] = [
    ("a = b\nc", "", 2, .synonyms), ("a =", "", 1, .synonyms), ("= a", "", 1, .synonyms),
    ("a b c d e f g h i = j", "", 1, .synonyms), ("", "de\n!!!", 2, .stopWords),
  ]

  @Test(arguments: faults) func faultsAreLocated(
    _ row: (synonyms: String, stopWords: String, line: Int, list: SiteWordsError.List)
  ) throws {
    let analyzer = try Analyzer()
    let error = #expect(throws: SiteWordsError.self) {
      try SiteWords(synonyms: row.synonyms, stopWords: row.stopWords, analyzer: analyzer)
    }
    #expect(error?.line == row.line)
    #expect(error?.list == row.list)
  }
}
