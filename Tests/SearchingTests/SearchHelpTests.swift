import Testing

@testable import Searching

@Suite struct SearchHelpTests {
  static let records = [
    #"{"id":"a","title":"Le salaire des infirmières","date":"2012","language":"fr","category":"Santé","comments":[{"author":{"name":"Lionel Fumado"},"text":"Leur salaire n'a pas bougé depuis dix ans."}]}"#,
    #"{"id":"b","title":"Les trains de nuit","date":"2020","language":"fr","category":"Transport"}"#,
    #"{"id":"c","title":"Trains at night","date":"2021","language":"en","category":"Transport"}"#,
  ]

  private func answer(
    _ query: String, _ filters: [FieldQuery] = []
  ) throws -> (found: [String], help: SearchHelp?, suggestion: String?) {
    let fixture = try FixtureIndex(records: Self.records)
    defer { withExtendedLifetime(fixture) {} }
    var request = SearchRequest(query)
    request.filters = filters
    let answer = try fixture.open().debates(request)
    return (answer.results.map(\.id), answer.help, answer.suggestion)
  }

  @Test func whereSomethingIsFoundThereIsNoHelp() throws {
    let answer = try answer("salaire")
    #expect(answer.found == ["a"])
    #expect(answer.help == nil)
    #expect(answer.suggestion == nil)
  }

  @Test func filtersThatEmptyAnAnswerAreNamed() throws {
    let help = try #require(try answer("salaire", [.label(.category, ["Transport"]), .languages(["fr"])]).help)
    #expect(help.filters == [.init(filter: "category:Transport", passages: 2)])
    #expect(help.passagesWithoutFilters == 2)
    #expect(help.instead == nil)
    let fields = try #require(try answer("salaire lang:en").help)
    #expect(fields.filters.map(\.filter) == ["lang:en"])
    let together = try #require(try answer("salaire", [.label(.category, ["Transport"]), .languages(["en"])]).help)
    #expect(together.filters.isEmpty)
    #expect(together.passagesWithoutFilters == 2)
  }

  @Test func conditionsThatNothingMeetsAreDropped() throws {
    let answer = try answer("\"nuit de trains\"")
    #expect(answer.found.contains("b"))
    #expect(answer.help?.dropped == ["\"nuit de trains\""])
    #expect(answer.help?.instead == "nuit de trains")
    let both = try self.answer("salaire ET trains")
    #expect(both.found.contains("a"))
    #expect(both.help?.dropped == ["salaire", "trains"])
  }

  @Test func misspeltWordsAreCorrected() throws {
    let misspelt = try answer("infirmieress")
    #expect(misspelt.found == ["a"])
    #expect(misspelt.suggestion == "infirmières")
    let name = try answer("lionel fumadot")
    #expect(name.suggestion == "Lionel Fumado")
  }

  @Test func nothingAtAllIsNothing() throws {
    let answer = try answer("xylophone quantique")
    #expect(answer.found.isEmpty)
    #expect(answer.help == nil)
  }
}
