import Debates
import Searching
import Testing

@testable import Service

/// What each parameter takes: refused with its name where programs ask, passed over on pages.
@Suite struct ParameterTests {
  struct Row: Sendable, CustomStringConvertible {
    let parameter: Parameter
    let value: String
    let isTaken: Bool
    var description: String { "\(parameter.name)=\(value.prefix(40))\(isTaken ? "" : " refused")" }

    init(_ parameter: Parameter, _ value: String, _ isTaken: Bool) {
      self.parameter = parameter
      self.value = value
      self.isTaken = isTaken
    }
  }

  static let rows: [Row] = [
    Row(.query, "", true), Row(.query, String(repeating: "é", count: 2000), true),
    Row(.query, String(repeating: "é", count: 2001), false),
    Row(.query, String(repeating: "e\u{301}", count: 1001), false),
    Row(.rank, "debates", true), Row(.rank, "passages", true), Row(.rank, "speakers", true),
    Row(.rank, "expertises", true), Row(.rank, "Debates", false), Row(.rank, "", false),
    Row(.limit, "0", true), Row(.limit, "100", true), Row(.limit, "101", false), Row(.limit, "-1", false),
    Row(.limit, "+1", false), Row(.limit, "1.0", false), Row(.limit, " 1", false), Row(.limit, "", false),
    Row(.limit, "-", false), Row(.limit, "٣", false), Row(.limit, "007", true), Row(.limit, "0x10", false),
    Row(.limit, "99999999999999999999999999", false), Row(.limit, "-9223372036854775809", false),
    Row(.offset, "0", true), Row(.offset, "1000", true), Row(.offset, "1001", false),
    Row(.offset, "9223372036854775807", false), Row(.offset, "9223372036854775808", false),
    Row(.after, "", false), Row(.after, "AAAA", true), Row(.after, String(repeating: "A", count: 12_000), true),
    Row(.after, String(repeating: "A", count: 12_001), false),
    Row(.sort, "relevance", true), Row(.sort, "newest", true), Row(.sort, "oldest", true), Row(.sort, "best", false),
    Row(.facets, "true", true), Row(.facets, "false", true), Row(.facets, "1", false), Row(.facets, "", false),
    Row(.facetLimit, "0", true), Row(.facetLimit, "100", true), Row(.facetLimit, "101", false),
    Row(.halfLife, "1", true), Row(.halfLife, "0.5", false), Row(.halfLife, "1e6", true), Row(.halfLife, "1e7", false),
    Row(.halfLife, "nan", false), Row(.halfLife, "inf", false), Row(.halfLife, "1e999", false),
    Row(.halfLife, "0x1p4", false), Row(.halfLife, "-5", false), Row(.halfLife, "", false),
    Row(.from, "2009", true), Row(.from, "2009-12", true), Row(.from, "2009-12-31", true),
    Row(.from, "last-year", true),
    Row(.from, "il y a 2 ans", true), Row(.from, "2009-02-30", false), Row(.from, "0000", false),
    Row(.from, "99999999", false), Row(.from, "-2009", false), Row(.from, "2009-13", false), Row(.from, "", false),
    Row(.from, "il y a 99999999999999999999 ans", false), Row(.from, "last 9223372036854775807 days", false),
    Row(.from, "il y a 9223372036854775807 mois", false), Row(.from, "last 999999999 weeks", false),
    Row(.from, String(repeating: "9", count: 32_000), false),
    Row(.to, "2009-12", true), Row(.to, "sometime", false), Row(.to, "last 4611686018427387904 years", false),
    Row(.language, "fr", true), Row(.language, "en", true), Row(.language, "de", false), Row(.language, "FR", false),
    Row(.speaker, "x", true), Row(.speaker, "", false), Row(.speaker, String(repeating: "x", count: 200), true),
    Row(.speaker, String(repeating: "x", count: 201), false),
    Row(.author, "Une maman d'élève", true), Row(.author, "", false), Row(.expertise, "Marketing", true),
    Row(.expertise, "", false), Row(.category, "Santé", true), Row(.category, "", false), Row(.format, "x", true),
    Row(.format, "", false), Row(.location, "Paris", true), Row(.location, "", false),
    Row(.kind, "talk", true), Row(.kind, "comment", true), Row(.kind, "note", true), Row(.kind, "subject", true),
    Row(.kind, "profile", true), Row(.kind, "speech", false),
    Row(.suggestions, "0", true), Row(.suggestions, "100", true), Row(.suggestions, "101", false),
    Row(.around, "a/talk/1", true), Row(.around, "", false), Row(.around, String(repeating: "x", count: 501), false),
  ]

  @Test func everyParameterHasRows() {
    #expect(Set(ParameterTests.rows.map(\.parameter)) == Set(Parameter.allCases))
    for parameter in Parameter.allCases {
      let rows = ParameterTests.rows.filter { $0.parameter == parameter }
      #expect(Set(rows.map(\.isTaken)) == [true, false], "\(parameter)")
    }
  }

  @Test(arguments: rows) func strictAndLenient(row: Row) throws {
    let query = try RequestQuery("\(row.parameter.name)=\(RequestQuery.encoded(row.value))")
    let lenient = try RequestParameters(query, allowing: [row.parameter], .lenient)
    if row.parameter == .query {
      // What is too long is cut.
      #expect(lenient.text(.query)?.unicodeScalars.count == min(2000, row.value.unicodeScalars.count))
    } else {
      #expect(lenient[row.parameter] == (row.isTaken ? [row.value] : []))
    }
    if row.isTaken {
      #expect(try RequestParameters(query, allowing: [row.parameter])[row.parameter] == [row.value])
    } else {
      let error = #expect(throws: ServiceError.self) { try RequestParameters(query, allowing: [row.parameter]) }
      guard case .invalidParameter(row.parameter.name, _) = error else {
        return #expect(Bool(false), "\(error as Any)")
      }
    }
  }

  @Test(arguments: Parameter.allCases) func repeated(parameter: Parameter) throws {
    let value = try #require(ParameterTests.rows.first { $0.parameter == parameter && $0.isTaken }).value
    let item = "\(parameter.name)=\(RequestQuery.encoded(value))"
    let twice = try RequestQuery("\(item)&\(item)")
    if parameter.isRepeatable {
      #expect(try RequestParameters(twice, allowing: [parameter])[parameter].count == 2)
      let many = try RequestQuery([String](repeating: item, count: 17).joined(separator: "&"))
      #expect(throws: ServiceError.invalidParameter(parameter.name, reason: "takes at most 16 values")) {
        try RequestParameters(many, allowing: [parameter])
      }
      #expect(try RequestParameters(many, allowing: [parameter], .lenient)[parameter].count == 16)
    } else {
      #expect(throws: ServiceError.repeatedParameter(parameter.name)) {
        try RequestParameters(twice, allowing: [parameter])
      }
      #expect(try RequestParameters(twice, allowing: [parameter], .lenient)[parameter] == [value])
    }
  }

  @Test(arguments: ["", "Q", "limits", "nonsense", "q\u{0}", "<script>"]) func unknown(name: String) throws {
    let query = try RequestQuery("\(RequestQuery.encoded(name))=1")
    let known = [Parameter.query, .limit]
    #expect(throws: ServiceError.unknownParameter(name, known: ["q", "limit"])) {
      try RequestParameters(query, allowing: known)
    }
    #expect(try RequestParameters(query, allowing: known, .lenient).values.isEmpty)
  }

  /// A parameter of another endpoint is as unknown as any.
  @Test func othersParametersAreUnknown() throws {
    #expect(throws: ServiceError.unknownParameter("rank", known: ["q"])) {
      try RequestParameters(try RequestQuery("rank=debates"), allowing: [.query])
    }
  }

  @Test(
    arguments: [
      ("", []), ("q=a", ["q:a"]), ("q=a+b%20c", ["q:a b c"]), ("q", ["q:"]), ("q=", ["q:"]), ("=a", [":a"]),
      ("q=a=b", ["q:a=b"]), ("&&q=a&", ["q:a"]), ("q=%C3%A9", ["q:é"]), ("%71=a", ["q:a"]), ("q=a;b", ["q:a;b"]),
      ("q=%2B", ["q:+"]),
    ] as [(String, [String])])
  func queriesAreRead(text: String, items: [String]) throws {
    #expect(try RequestQuery(text).items.map { "\($0.name):\($0.value)" } == items)
  }

  @Test(arguments: ["q=%", "q=%4", "q=%zz", "q=%ff", "q=%C3", "%ff=1", "q=%ED%A0%80", "q=%F5%80%80%80"])
  func malformedQueriesAreRefused(text: String) {
    #expect(throws: ServiceError.malformedAddress) { try RequestQuery(text) }
  }

  @Test func tooManyParametersAreRefused() throws {
    let items = [String](repeating: "a=b", count: 700)
    #expect(try RequestQuery(items.joined(separator: "&")).items.count == 700)
    #expect(throws: ServiceError.malformedAddress) { try RequestQuery((items + ["a=b"]).joined(separator: "&")) }
  }

  /// An address says what was read from it.
  @Test func addressesComeBack() throws {
    let query = "q=budget%20participatif&rank=passages&sort=newest&language=fr&language=en&category=Sant%C3%A9"
    let parameters = try RequestParameters(RequestQuery(query), allowing: Parameter.allCases)
    #expect(parameters.encoded == query)
    #expect(parameters.with(.offset, "10").with(.rank, nil).encoded.contains("rank") == false)
    #expect(parameters.removing(.language, "fr").encoded.contains("language=fr") == false)
    #expect(parameters.removing(.language, "fr").removing(.language, "en")[.language] == [])
    #expect(parameters.withoutFilters.encoded == "q=budget%20participatif&rank=passages&sort=newest")
  }

  @Test func requestsAreMadeOfThem() throws {
    let text =
      "q=eau&rank=passages&limit=7&offset=20&sort=oldest&facets=false&facet-limit=3&half-life=30.5&from=2009&to=2010-06"
      + "&language=fr&speaker=a&speaker=b&kind=talk"
    let request = try RequestParameters(RequestQuery(text), allowing: Parameter.allCases).searchRequest()
    #expect(request.query == "eau" && request.rank == .passages && request.limit == 7 && request.offset == 20)
    #expect(request.sort == .oldest && request.facets == [] && request.facetLimit == 3 && request.halfLife == 30.5)
    let range = DateRange(from: try DateExpression("2009").range.from, to: try DateExpression("2010-06").range.to)
    #expect(
      request.filters == [.label(.speaker, ["a", "b"]), .date(range), .languages(["fr"]), .kinds([.talk])])
    #expect(try RequestParameters(RequestQuery(""), allowing: []).searchRequest(.speakers).rank == .speakers)
    let after = try RequestParameters(RequestQuery("after=AAAA&offset=20"), allowing: Parameter.allCases)
    #expect(after.searchRequest().offset == 0 && after.searchRequest().after == "AAAA")
  }
}
