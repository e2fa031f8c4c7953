import Debates
import Foundation
import Schema
import Testing

@testable import Searching

/// People, expertises and the whole index as their pages show them.
@Suite struct PeoplePageTests {
  private static let town = Result {
    try FixtureIndex(records: [
      #"{"id":"a","title":"Barrages","url":"https://x.example/a","date":"2019-05-02","language":"fr","expertises":["Énergie","Eau"],"speakers":[{"id":"u7","name":"Zoé Lambertin","affiliation":"Rivières vives","headline":"Garde-rivière","expertises":["Eau"]},{"id":"u8","name":"Max Orage"}],"transcript":[{"speaker":"u7","text":"La turbine du barrage tourne jour et nuit, l'eau ne dort pas."},{"speaker":"u8","text":"L'énergie du barrage chauffe la piscine."}]}"#,
      #"{"id":"b","title":"Rivières","date":"2020-01-09","language":"fr","expertises":["eau"],"comments":[{"author":{"name":"LAMBERTIN Zoé"},"date":"2020-02-01","text":"Une turbine de plus, et la rivière meurt en été, voilà ce que personne ne dit."}]}"#,
      #"{"id":"c","title":"Piscines","date":"2021-06-01","language":"fr","category":"Sport","expertises":["Sport"],"proposer":"u7","speakers":[{"id":"u7","name":"Zoé Lambertin","affiliation":"Mairie"}],"transcript":[{"speaker":"Basile Corvin","text":"La piscine ouvre à midi."}]}"#,
      #"{"id":"d","title":"Stades","date":"2022-06-01","language":"fr","category":"Sport","expertises":["Sport","Énergie"],"transcript":[{"speaker":"Basile Corvin","text":"Le stade est éclairé la nuit."}]}"#,
      #"{"id":"m","title":"Secret","date":"2023-06-01","visibility":"members","expertises":["Fusions"],"transcript":[{"speaker":"Bo Membrado","text":"Une fusion secrète."}]}"#,
    ])
  }

  private func index() throws -> SearchIndex { try Self.town.get().open() }

  @Test(arguments: ["u7", "zoe-lambertin", "lambertin-zoe"])
  func aPersonIsShownWhole(id: String) throws {
    guard let person = try index().speakerContents(id) else {
      // Only one of the two forms of the name is an id in this index.
      #expect(id == "zoe-lambertin")
      return
    }
    #expect(person.id == "u7")
    #expect(person.name == "Zoé Lambertin")
    #expect(person.names == ["Zoé Lambertin", "LAMBERTIN Zoé"])
    #expect(person.ids == ["u7", "lambertin-zoe"])
    #expect(
      person.affiliations == [
        .init(name: "Mairie", debates: 1, first: "2021-06-01", last: "2021-06-01"),
        .init(name: "Rivières vives", debates: 1, first: "2019-05-02", last: "2019-05-02"),
      ])
    #expect(person.biographies.map(\.text) == ["Garde-rivière"])
    #expect(person.biographies.map(\.debate.id) == ["a"])
    #expect(person.declared == ["Eau"])
    #expect(person.debates.map(\.debate.id) == ["c", "b", "a"])
    #expect(person.debates.map(\.roles) == [[.speaker, .proposer], [.author], [.speaker]])
    #expect(person.debates.map(\.passages) == [0, 1, 1])
    #expect(person.total == 3)
    #expect(person.passages == 2)
    #expect(person.kinds == [.init(value: "talk", count: 1), .init(value: "comment", count: 1)])
    #expect(person.years.map(\.period) == ["2019", "2020"])
    #expect(person.months.map(\.period) == ["2019-05", "2020-02"])
    #expect(person.companions.map(\.id).contains("u8"))
    #expect(person.expertises.map(\.name).first == "Eau")
    #expect(person.expertises.first?.debates == 2)
    #expect(person.expertises.first?.evidence.isEmpty == false)
    #expect(person.expertises.first?.evidence.allSatisfy { $0.passage.speaker?.name.contains("Zoé") == true } == true)
  }

  @Test func debatesOfAPersonArePaged() throws {
    let page = try #require(try index().speakerContents("u7", PageRequest(offset: 1, limit: 1)))
    #expect(page.debates.map(\.debate.id) == ["b"])
    #expect(page.total == 3)
    #expect(page.offset == 1)
    #expect(try index().speakerContents("u7", PageRequest(offset: -3, limit: -1))?.debates.isEmpty == true)
    #expect(try index().speakerContents("u7", PageRequest(offset: .max, limit: .max))?.debates.isEmpty == true)
  }

  @Test(arguments: ["eau", "EAU", "Éau"])
  func anExpertiseIsShownWhole(name: String) throws {
    let eau = try #require(try index().expertiseContents(name))
    #expect(eau.name == "Eau")
    #expect(eau.debates.map(\.id) == ["b", "a"])
    #expect(eau.total == 2)
    #expect(eau.declaring.map(\.id) == ["u7"])
    #expect(eau.speakers.map(\.id) == ["u7", "u8"])
    #expect(eau.speakers.first == .init(id: "u7", name: "Zoé Lambertin", debates: 2, passages: 2, declares: true))
    #expect(eau.years.map(\.period) == ["2019", "2020"])
    #expect(eau.evidence.first?.passage.snippet.contains("<mark>eau</mark>") == true)
    #expect(eau.evidence.first?.debate?.url == "https://x.example/a")
  }

  @Test func whatIsUnknownOrHiddenIsNothing() throws {
    let index = try index()
    for id in ["", "nobody", "bo-membrado", String(repeating: "x", count: 5000)] {
      #expect(try index.speakerContents(id) == nil)
    }
    for name in ["", " ", "Fusions", "eau énergie"] { #expect(try index.expertiseContents(name) == nil) }
    let members = try SearchIndex(path: Self.town.get().path, audience: .members)
    #expect(try members.speakerContents("bo-membrado")?.debates.map(\.debate.id) == ["m"])
    #expect(try members.expertiseContents("fusions")?.total == 1)
  }

  @Test func anIndexIsShownWhole() throws {
    let overview = try index().overview()
    #expect(overview.debates == 4)
    #expect(overview.passages == overview.kinds.reduce(0) { $0 + $1.count })
    #expect(overview.people == 3)
    #expect(overview.expertises == 3)
    #expect(overview.firstDay == "2019-05-02")
    #expect(overview.lastDay == "2022-06-01")
    #expect(overview.newest.map(\.id) == ["d", "c", "b", "a"])
    #expect(overview.topCategories == [.init(value: "Sport", count: 2)])
    #expect(Set(overview.topExpertises.map(\.count)) == [2])
    let members = try SearchIndex(path: Self.town.get().path, audience: .members)
    #expect(try members.overview().debates == 5)
    #expect(try members.overview().newest.first?.id == "m")
  }

  /// Tables of both, one, the other, all, and G² as worked out by hand.
  @Test(arguments: [
    (10, 10, 10, 20, 27.726), (5, 10, 10, 20, 0), (0, 10, 10, 20, 0), (1, 1, 1, 1, 0), (0, 0, 0, 0, 0),
    (6, 10, 10, 20, 0.805),
  ])
  func associationIsFarFromChance(both: Int, one: Int, other: Int, total: Int, expected: Double) {
    let strength = Association.strength(both: both, one: one, other: other, of: total)
    #expect(abs(strength - expected) < 0.001, "\(strength)")
  }
}
