import Foundation
import Searching
import Testing

/// What raises a debate, one thing at a time.
@Suite struct DebateRankingTests {
  private static let filler = [
    #"{"id":"f1","title":"Autre sujet","description":"Ici on parle de la piscine et de ses horaires."}"#,
    #"{"id":"f2","title":"Encore un sujet","description":"Là on parle du stade, de la pelouse et du bruit."}"#,
  ]

  @Test func quotationMarksQuoteInProse() throws {
    let index = try FixtureIndex(
      records: Self.filler + [#"{"id":"a","title":"Les digues","description":"La digue protège le bas de la ville."}"#])
    let prose = """
      Hier encore un voisin disait en réunion que « personne n'a jamais rien entretenu ici » et que la digue, qui protège \
      pourtant le bas de la ville depuis un siècle entier, finirait par céder un hiver de grande crue comme en 1910.
      """
    #expect(try index.debates(prose).first == "a")
    let asked = try index.open().debates(SearchRequest("\"jamais rien entretenu\" digue"))
    #expect(asked.help?.dropped == ["\"jamais rien entretenu\""])
  }

  @Test func aTitleCountsMoreThanADescription() throws {
    let index = try FixtureIndex(
      records: Self.filler + [
        #"{"id":"said","title":"Question diverse numéro quatre","description":"Un mot sur les péages, pour finir, et sur autre chose."}"#,
        #"{"id":"titled","title":"Les péages, pour finir","description":"Un mot de question diverse numéro quatre, et d'autre chose."}"#,
      ])
    #expect(try index.debates("péages") == ["titled", "said"])
  }

  @Test func aCommentRepeatedVotesOnce() throws {
    let comment = "Le marché couvert perd ses commerçants un par un depuis que le parking est payant toute la journée."
    let other = "Sous le marché couvert, la cave voûtée pourrait servir de salle de concert, elle est sèche et vaste."
    func record(_ id: String, _ texts: [String]) -> String {
      let comments = texts.map { #"{"text":"\#($0)"}"# }.joined(separator: ",")
      return #"{"id":"\#(id)","title":"Sujet \#(id)","comments":[\#(comments)]}"#
    }
    let index = try FixtureIndex(
      records: Self.filler + [
        record("repeated", [comment, comment + "!", comment + " "]), record("two", [comment, other]),
      ])
    #expect(try index.debates("marché couvert").first == "two")
  }

  @Test func nextToNothingIsFoundAndVotesLittle() throws {
    let index = try FixtureIndex(
      records: Self.filler + [
        #"{"id":"short","title":"Sujet un","description":"On y parle de tout ce qui touche à la commune, des écoles aux fêtes, avec ceux qui veulent bien venir en débattre.","comments":[{"text":"Les éoliennes !"}]}"#,
        #"{"id":"long","title":"Sujet deux","description":"On y parle de tout ce qui touche à la commune, des écoles aux fêtes, avec ceux qui veulent bien venir en débattre.","comments":[{"text":"Depuis trois ans on nous promet une étude sur le bruit que font les éoliennes la nuit quand le vent vient du nord, et rien n'arrive jamais en mairie."}]}"#,
      ])
    #expect(try index.debates("éoliennes") == ["long", "short"])
  }

  @Test func recentDebatesComeFirstWhereAsked() throws {
    let index = try FixtureIndex(
      records: Self.filler + [
        #"{"id":"old","title":"La halle, la halle","date":"2010-01-01","description":"La halle du marché et la halle aux grains."}"#,
        #"{"id":"new","title":"Divers","date":"2020-01-01","description":"On parle aussi de la halle, à la fin, entre deux autres choses."}"#,
        #"{"id":"undated","title":"Divers encore","description":"On parle aussi de la halle, à la fin, entre deux autres choses."}"#,
      ])
    #expect(try index.debates("halle").first == "old")
    #expect(try index.debates("halle") { $0.halfLife = 365 } == ["new", "old", "undated"])
    #expect(try index.debates("halle") { $0.halfLife = 100_000 }.first == "old")
  }

  @Test func morePassagesThanVoteCanBePaged() throws {
    let count = RankingParameters().candidates + 50
    let comments = (0..<count).map { #"{"text":"La fontaine numéro \#($0) est à sec."}"# }.joined(separator: ",")
    let index = try FixtureIndex(records: [#"{"id":"a","title":"Fontaines","comments":[\#(comments)]}"#])
    let page = try index.passages("fontaine sec") {
      $0.offset = RankingParameters().candidates
      $0.limit = 100
      $0.snippets = false
    }
    #expect((50...60).contains(page.count))
  }

  @Test func accentsMakeNoDifference() throws {
    let index = try FixtureIndex(sources: [FixtureIndex.fixtures + "/Debates"])
    for row in try table("Rankings/queries.tsv") {
      let bare = row[0].folding(options: .diacriticInsensitive, locale: nil)
      #expect(try index.debates(bare).first == row[1], "\(bare)")
    }
  }
}
