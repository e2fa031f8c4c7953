import Foundation
import Schema
import Searching
import Testing

/// What is suggested for a query that is misspelt, and that nothing is for one that is not.
@Suite struct CorrectionTests {
  private static let debates = Result { try FixtureIndex(sources: [FixtureIndex.fixtures + "/Debates"]) }

  /// Fixtures/Queries/corrections.tsv.
  @Test func queriesAreCorrectedAsTheTableSays() throws {
    let index = try Self.debates.get().open()
    let rows = try table("Queries/corrections.tsv")
    #expect(rows.count >= 20)
    for row in rows { #expect(try index.correction(of: row[0])?.query ?? "" == row[1], "query: \(row[0])") }
  }

  /// What a query is corrected to over an index of these texts.
  private func corrected(_ query: String, over texts: String...) throws -> String? {
    let index = try FixtureIndex(
      records: texts.enumerated().map { #"{"id":"d\#($0)","title":"Séance \#($0)","description":"\#($1)"}"# })
    return try withExtendedLifetime(index) { try index.open().correction(of: query)?.query }
  }

  /// A text of the index, a query, what it is corrected to.
  @Test(arguments: [
    ("Un café équitable. Le café équitable.", "équitablle", "équitable"),
    ("Un café équitable. Le café équitable.", "equitbale", "équitable"),
    ("Rencontre avec l'OTAN et sans l'OTAN", "l'otann", "l'OTAN"),
    ("Le gouvernement, le gouvernement", "gouvernements", nil), ("Le gouvernement", "gouvernemnt", "gouvernement"),
    ("Le gouvernement", "GOUVERNEMNT", "GOUVERNEMENT"), ("Le gouvernement", "Gouvernemnt", "Gouvernement"),
    ("Le gouvernement", "le\tgouvernemnt  ?", "le\tgouvernement  ?"),
  ])
  func wordsAreWrittenAsTheIndexWritesThem(text: String, query: String, corrected: String?) throws {
    #expect(try self.corrected(query, over: text) == corrected)
  }

  @Test func wordsAreGluedAndSplit() throws {
    #expect(try corrected("web tv", over: "La webtv du canal", "Notre webtv") == "webtv")
    #expect(try corrected("la web tv locale", over: "La webtv du canal", "Notre webtv locale") == "la webtv locale")
    #expect(try corrected("webtv", over: "La web tv du canal", "Notre web tv") == "web tv")
    #expect(try corrected("web tv", over: "La web tv du canal", "Notre webtv", "Une webtv") == nil)
    #expect(try corrected("webtv", over: "La tv du web", "Le web et la tv") == nil)
  }

  @Test func theMostFrequentAccentsWinAndASentencesCapitalIsNotTheWords() throws {
    #expect(
      try corrected(
        "dehcets", over: "Déchets verts.", "Les déchets et les dechets.", "Nos déchets. Vos déchets.", "Déchets !")
        == "déchets")
  }

  @Test func aNameThatNobodySaysIsKnown() throws {
    let index = try FixtureIndex(records: [
      #"{"id":"a","title":"Séance","speakers":[{"name":"Lionel Fumado"}],"transcript":[{"speaker":"Zoé Ott","text":"Bonjour."}]}"#
    ])
    let open = try index.open()
    let correction = try #require(try open.correction(of: "avec lionel fumadot hier"))
    #expect(correction.query == "avec Lionel Fumado hier")
    #expect(correction.changes == [.init(typed: "lionel fumadot", written: "Lionel Fumado", range: 5..<19)])
    #expect(try open.correction(of: "fumadto")?.query == "Fumado")
    #expect(try open.correction(of: "speaker:fumadot")?.query == "speaker:Fumado")
    #expect(try open.correction(of: "lionel fumado") == nil)
  }

  @Test func aChangeTellsWhereItIs() throws {
    let correction = try #require(try Self.debates.get().open().correction(of: "😀 « bugdet » bugdet"))
    #expect(correction.changes.map(\.range) == [5..<11, 14..<20])
    #expect(correction.changes.map(\.typed) == ["bugdet", "bugdet"])
    #expect(correction.query == "😀 « budget » budget")
  }

  @Test func whatIsForMembersIsNotSuggestedToThePublic() throws {
    let index = try FixtureIndex(records: [
      #"{"id":"a","title":"Budget","description":"Le budget est voté."}"#,
      #"{"id":"m","title":"Licenciements","visibility":"members","description":"Les licenciements secrets.","speakers":[{"name":"Bo Membrado"}]}"#,
    ])
    for query in ["licenciemnets", "membradoo"] {
      #expect(try index.open().correction(of: query) == nil)
      #expect(try SearchIndex(path: index.path, audience: .members).correction(of: query) != nil, "\(query)")
    }
  }

  /// A slip that the index has too gives way only to what is overwhelmingly more frequent.
  @Test func whatTheIndexSaysIsRight() throws {
    #expect(try corrected("dévelopement", over: "Le développement.", "Le développement.", "Le dévelopement.") == nil)
  }

  @Test func hostileQueriesAreLeftAlone() throws {
    let index = try Self.debates.get().open()
    for query in [
      "", " ", "\0", String(repeating: "bugdet ", count: 100_000), String(repeating: "x", count: 500), "speaker:",
      "speaker:\"", "\"", "«", "-", "*", ":", "a:b:c:", "()()", "\u{200B}bugd\u{200B}",
    ] {
      #expect(try index.correction(of: query) == nil, "\(query.prefix(20))")
    }
  }
}
