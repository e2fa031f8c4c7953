import Foundation
import Indexing
import Schema
import Searching
import Testing

/// What completes what is being typed.
@Suite struct CompletionTests {
  private static let debates = Result { try FixtureIndex(sources: [FixtureIndex.fixtures + "/Debates"]) }
  private static let town = Result {
    try FixtureIndex(records: [
      #"{"id":"bp","title":"Budget participatif : qui décide ?","date":"2019","expertises":["Finances locales"],"transcript":[{"speaker":"Lionel Fumado","text":"Le budget participatif est voté. Chacun vote."}]}"#,
      #"{"id":"eau","title":"L'eau de la ville","date":"2020","expertises":["Eau"],"transcript":[{"speaker":"Léa Œuvrard","text":"Un budget participatif pour l'eau potable."}]}"#,
      #"{"id":"old","title":"Budget de 2001","date":"2001","transcript":[{"speaker":"Lionel Fumado","text":"De l'eau potable, de l’eau potable."}]}"#,
      #"{"id":"m","title":"Budget secret","visibility":"members","expertises":["Fusions"],"transcript":[{"speaker":"Bo Membrado","text":"Une fusion secrète. Une fusion secrète."}]}"#,
    ])
  }

  /// What was typed, and the first completion, with what was typed in brackets.
  @Test(arguments: [
    ("bud", "title [Bud]get participatif : qui décide ?"), ("bud part", "title [Bud]get [part]icipatif : qui décide ?"),
    ("BUDGET P", "title [Budget] [p]articipatif : qui décide ?"),
    ("decid", "title Budget participatif : qui [décid]e ?"),
    ("fum", "speaker Lionel [Fum]ado"), ("lionel fu", "speaker [Lionel] [Fu]mado"), ("œuv", "speaker Léa [Œuv]rard"),
    ("oeu", "speaker Léa [Œu]vrard"), ("lea oe", "speaker [Léa] [Œ]uvrard"), ("fina", "expertise [Fina]nces locales"),
    ("l'ea", "title [L]'[ea]u de la ville"), ("leau", "title L'[eau] de la ville"),
    ("l’eau", "title [L]'[eau] de la ville"),
    ("pota", "phrase [pota]ble"), ("eau po", "phrase [eau] [po]table"), ("xyz bud", "phrase xyz [bud]get"),
    ("part bud", "phrase part [bud]get"), ("de la vi", "title L'eau [de] [la] [vi]lle"),
  ])
  func completions(typed: String, expected: String) throws {
    let found = try Self.town.get().open().completions(of: typed, limit: 10)
    let shown = found.map { "\($0.kind.rawValue) \($0.highlights.rendered { "[\($0)]" })" }
    #expect(shown.first == expected, "\(typed): \(shown)")
  }

  @Test(arguments: ["", " ", "  \n", "zzz", "«", "...", "\0", "secr", "membr", "fusion"])
  func nothingCompletes(typed: String) throws {
    #expect(try Self.town.get().open().completions(of: typed, limit: 10) == [])
  }

  @Test func membersAreOfferedWhatIsTheirs() throws {
    let members = try SearchIndex(path: Self.town.get().path, audience: .members)
    #expect(try members.completions(of: "secr", limit: 10).first?.text == "Budget secret")
    #expect(try members.completions(of: "membr", limit: 10).first?.id == "bo-membrado")
    #expect(try members.completions(of: "fusion", limit: 10).first?.kind == .expertise)
  }

  @Test func titlesComeFirstAndTheNewestOfThem() throws {
    let found = try Self.town.get().open().completions(of: "budget", limit: 10)
    #expect(found.prefix(2).map(\.id) == ["bp", "old"])
    let kinds = found.compactMap { Completion.Kind.allCases.firstIndex(of: $0.kind) }
    #expect(kinds == kinds.sorted())
    #expect(Set(found.map { $0.text.lowercased() }).count == found.count)
    #expect(found.contains { $0.kind == .phrase && $0.text == "budget participatif" && $0.count == 3 })
  }

  @Test func noMoreThanAskedFor() throws {
    let index = try Self.debates.get().open()
    for limit in [-1, 0, 1, 2, 3, 7, 50, 1000] {
      let found = try index.completions(of: "c", limit: limit)
      #expect(found.count <= min(max(0, limit), SearchIndex.maximumCompletions))
      #expect(found.isEmpty == (limit < 1))
    }
    #expect(Set(try index.completions(of: "c", limit: 10).map(\.kind)).count >= 3)
  }

  @Test func theAnswerHasEveryKeyAndEscapes() throws {
    let index = try FixtureIndex(records: [#"{"id":"a","title":"R&D <b>locale</b>"}"#])
    let answer = try index.open().suggestions(for: "loc\u{1B}[31m", limit: 10)
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(answer)) as? [String: Any]
    #expect(json?.keys.sorted() == ["query", "results", "took_ms"])
    #expect(json?["query"] as? String == "loc [31m")
    let result = try #require(try index.open().suggestions(for: "loc", limit: 10).results.first)
    let first = try JSONSerialization.jsonObject(with: JSONEncoder().encode(result)) as? [String: Any]
    #expect(first?.keys.sorted() == ["count", "highlighted", "id", "kind", "text"])
    #expect(first?["highlighted"] as? String == "R&amp;D &lt;b&gt;<mark>loc</mark>ale&lt;/b&gt;")
  }

  @Test func aHugePrefixIsCut() throws {
    let index = try Self.town.get().open()
    #expect(try index.suggestions(for: String(repeating: "é", count: 100_000), limit: 10).query.utf8.count == 200)
    #expect(try index.completions(of: String(repeating: "bud ", count: 100_000), limit: 10).count <= 10)
  }

  /// Titles are offered as soon as they are in the index.
  @Test func completionsFollowTheIndex() throws {
    let index = try FixtureIndex(records: [#"{"id":"a","title":"Ferry"}"#])
    let open = try index.open()
    #expect(try open.completions(of: "tra", limit: 10) == [])
    let file = URL(fileURLWithPath: index.path).deletingLastPathComponent().appendingPathComponent("more.ndjson")
    try Data(#"{"id":"b","title":"Tramway"}"#.utf8).write(to: file)
    _ = try IndexRun(IndexOptions(sources: [file.path], index: index.path)).run()
    #expect(try open.completions(of: "tra", limit: 10).map(\.id) == ["b"])
  }
}
