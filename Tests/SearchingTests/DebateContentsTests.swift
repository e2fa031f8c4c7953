import Debates
import Foundation
import Schema
import Testing

@testable import Searching

/// A debate as its page shows it.
@Suite struct DebateContentsTests {
  private static let debates = Result { try FixtureIndex(sources: [FixtureIndex.fixtures + "/Debates"]) }

  private func contents(
    _ id: String, _ change: (inout DebateRequest) -> Void = { _ in }
  ) throws -> DebateContents? {
    var request = DebateRequest()
    change(&request)
    return try Self.debates.get().open().debateContents(id, request)
  }

  @Test func aDebateIsShownWhole() throws {
    let debate = try #require(try contents("community-manager-2009"))
    #expect(debate.title == "Community manager : un vrai métier ou une mode passagère ?")
    #expect(debate.location == "Studio du canal Saint-Aubin, Paris")
    #expect(debate.speakers.map(\.id) == ["bastien-lormel", "odile-ferrandis", "hakim-bensoula"])
    #expect(debate.speakers[0].affiliation == "Conservas Océane")
    #expect(
      debate.speakers[0].biography
        == "Responsable des conversations en ligne\nDix ans de forums de pêcheurs avant de répondre, au nom d'une conserverie, à des amateurs de sardines très exigeants."
    )
    #expect(debate.proposer?.id == "bastien-lormel")
    #expect(debate.organizer == Person(id: "odile-ferrandis", name: "Odile Ferrandis"))
    #expect(debate.connected.map(\.id) == ["presse-locale-2010", "ia-redaction-2023"])
    #expect(debate.connected.allSatisfy { $0.title?.isEmpty == false })
    #expect(debate.shares.map(\.share).reduce(0, +) > 0.999)
    #expect(debate.shares.map(\.words) == debate.shares.map(\.words).sorted(by: >))
    #expect(debate.terms.contains("métier"), "\(debate.terms)")
    #expect(debate.terms.count <= 12)
    #expect(debate.terms.allSatisfy { $0.contains(where: \.isLetter) })
    #expect((debate.counts.duration ?? 0) > 60)
    #expect(debate.matches == nil)
  }

  @Test func passagesComeInTheOrderOfTheDebate() throws {
    let debate = try #require(try contents("nucleaire-2012"))
    let order = debate.passages.map { PassageKind.allCases.firstIndex(of: $0.kind) ?? -1 }
    #expect(order == order.sorted())
    #expect(!debate.passages.contains { $0.kind == .profile })
    let starts = debate.passages.filter { $0.kind == .talk }.compactMap(\.start)
    #expect(starts == starts.sorted())
    #expect(starts.count > 1)
    #expect(debate.total == debate.passages.count)
    #expect(debate.counts.kinds.reduce(0) { $0 + $1.count } == debate.counts.passages)
    #expect(
      debate.counts.words
        == debate.passages.filter { $0.kind != .comment }.reduce(0) { $0 + DebateOutline.words(in: $1.text) })
  }

  @Test func commentsHaveTheirIdsAndDays() throws {
    let debate = try #require(try contents("marlbrook-council-2022-04") { $0.kinds = [.comment] })
    #expect(debate.passages.map(\.comment) == ["k1"])
    #expect(debate.passages.map(\.date) == ["2022-04-13"])
    #expect(debate.passages.first?.speaker?.name == "Basil Featherlow")
  }

  @Test func pagesFollowEachOther() throws {
    let all = try #require(try contents("nucleaire-2012")).passages.map(\.id)
    var paged: [String] = []
    for offset in stride(from: 0, to: all.count, by: 3) {
      let page = try #require(
        try contents("nucleaire-2012") {
          $0.offset = offset
          $0.limit = 3
        })
      #expect(page.total == all.count)
      paged += page.passages.map(\.id)
    }
    #expect(paged == all)
    let around = try #require(
      try contents("nucleaire-2012") {
        $0.limit = 3
        $0.around = all[7]
      })
    #expect(around.offset == 6)
    #expect(around.passages.map(\.id) == Array(all[6..<9]))
    for (offset, limit) in [(-5, -1), (0, 0), (Int.max, Int.max), (3, 0)] {
      let none = try #require(
        try contents("nucleaire-2012") {
          $0.offset = offset
          $0.limit = limit
        })
      #expect(none.passages.isEmpty)
    }
  }

  @Test func whatIsLookedForIsMarkedInWholeTexts() throws {
    let debate = try #require(try contents("community-manager-2009") { $0.query = "salaire" })
    let matches = try #require(debate.matches)
    #expect(matches.total > 1)
    #expect(matches.places == debate.passages.indices.filter { debate.passages[$0].isMatch })
    for passage in debate.passages {
      #expect((passage.highlights != nil) == passage.isMatch)
      guard let highlights = passage.highlights else { continue }
      #expect(highlights.runs.map(\.text).joined() == passage.text)
      #expect(highlights.html.lowercased().contains("<mark>salaire"), "\(highlights.html)")
    }
    let none = try #require(try contents("community-manager-2009") { $0.query = "xylophone" })
    #expect(none.matches?.total == 0)
    let nothing = try #require(try contents("community-manager-2009") { $0.query = "  " })
    #expect(nothing.matches?.total == 0)
  }

  @Test func nobodySeesWhatIsNotTheirs() throws {
    let index = try Self.debates.get()
    #expect(try index.open().debateContents("digital-identity-2024") == nil)
    #expect(try index.open().debateContents("") == nil)
    #expect(try index.open().debateContents(String(repeating: "x", count: 5000)) == nil)
    let members = try SearchIndex(path: index.path, audience: .members)
    #expect(try members.debateContents("digital-identity-2024")?.passages.isEmpty == false)
    #expect(try members.debateContents("community-manager-2009")?.title.isEmpty == false)
  }

  @Test func everyKeyIsThere() throws {
    let debate = try #require(try contents("sans-titre-2014"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: JSONEncoder().encode(debate)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "id", "title", "url", "date", "language", "category", "format", "location", "media", "expertises", "proposer",
        "organizer", "speakers", "connected", "counts", "shares", "terms", "passages", "total", "offset", "matches",
        "took_ms",
      ])
    #expect(object["matches"] is NSNull)
    let passage = try #require((object["passages"] as? [[String: Any]])?.first)
    #expect(
      Set(passage.keys) == [
        "id", "kind", "comment", "speaker", "date", "language", "text", "start", "url", "cues", "match", "highlighted",
      ])
  }

  @Test(arguments: [
    ("", 0), ("un", 1), ("un deux", 2), ("Quoi ?", 1), ("« oui » — non", 2), ("l'eau 12 500 €", 3), ("été\nici", 2),
  ])
  func wordsAreCounted(text: String, words: Int) { #expect(DebateOutline.words(in: text) == words) }
}
