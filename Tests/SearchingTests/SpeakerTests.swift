import Debates
import Foundation
import Schema
import Searching
import Testing

/// People as answers show them.
@Suite struct SpeakerTests {
  private func speakers(_ index: FixtureIndex, _ query: String) throws -> [SpeakerResult] {
    try index.open().speakers(SearchRequest(query)).results
  }

  @Test func onePersonUnderSeveralSpellingsIsOneResult() throws {
    let index = try FixtureIndex(records: [
      #"{"id":"a","title":"Barrages","date":"2019-05-02","location":"Die","speakers":[{"id":"u7","name":"Zoé Lambertin","affiliation":"Rivières vives"}],"transcript":[{"speaker":"u7","text":"La turbine du barrage tourne jour et nuit."}]}"#,
      #"{"id":"b","title":"Rivières","date":"2020-01-09","comments":[{"author":{"name":"LAMBERTIN Zoé"},"text":"Une turbine de plus, et la rivière meurt en été, voilà ce que personne ne dit."}]}"#,
      #"{"id":"c","title":"Autre chose","transcript":[{"speaker":"Basile Corvin","text":"Je ne parle pas de cela, je parle de la cantine."}]}"#,
    ])
    let found = try speakers(index, "turbine")
    #expect(found.map(\.id) == ["u7"])
    #expect(found.first?.name == "Zoé Lambertin")
    #expect(found.first?.affiliation == "Rivières vives")
    #expect(found.first?.passages == 2)
    #expect(found.first?.debates == 2)
    #expect(found.first?.isSmallSample == true)
    #expect(Set(found.first?.evidence.compactMap { $0.debate?.id } ?? []) == ["a", "b"])
    let place = found.first?.evidence.first { $0.debate?.id == "a" }?.debate
    #expect(place?.date == "2019-05-02")
    #expect(place?.location == "Die")
  }

  @Test func twoPeopleOfOneNameStayTwo() throws {
    let index = try FixtureIndex(records: [
      #"{"id":"a","title":"Digues","speakers":[{"id":"x1","name":"Jean Morel"}],"transcript":[{"speaker":"x1","text":"La digue cède."}]}"#,
      #"{"id":"b","title":"Digues encore","speakers":[{"id":"x2","name":"Jean Morel"}],"transcript":[{"speaker":"x2","text":"La digue tient."}]}"#,
    ])
    #expect(Set(try speakers(index, "digue").map(\.id)) == ["x1", "x2"])
  }

  @Test func rolesCountInTheirOrder() throws {
    let index = try FixtureIndex(records: [
      #"{"id":"a","title":"Compostage collectif","proposer":"Lucie Propose","organizer":"Marc Organise","speakers":[{"name":"Paul Annonce"}],"transcript":[{"speaker":"Anne Parle","text":"Le compostage collectif marche si quelqu'un brasse. Paul Annonce le sait."}],"comments":[{"author":{"name":"Ines Commente"},"text":"Chez nous le compostage collectif attire les rats, il faut le dire aussi, et fermer les bacs la nuit."}]}"#,
      #"{"id":"b","title":"Un tout autre sujet","transcript":[{"speaker":"Remi Ailleurs","text":"Rien à voir, je parle du stade."}]}"#,
    ])
    let names = try speakers(index, "compostage collectif").map(\.name)
    #expect(names.first == "Anne Parle")
    #expect(names.contains("Lucie Propose"))
    let places = ["Paul Annonce", "Ines Commente", "Lucie Propose", "Marc Organise"].map { names.firstIndex(of: $0) }
    #expect(places.compactMap { $0 }.count == 4, "\(names)")
    #expect((places[2] ?? .max) < (places[3] ?? .min), "\(names)")
    #expect(!names.contains("Remi Ailleurs"))
  }

  @Test func theRestOfTheIndexIsNotToldToThePublic() throws {
    let index = try FixtureIndex(records: [
      #"{"id":"a","title":"Budget","expertises":["Finances"],"transcript":[{"speaker":"Ada Publique","text":"Le budget est voté."}]}"#,
      #"{"id":"m","title":"Budget secret","visibility":"members","expertises":["Fusions"],"transcript":[{"speaker":"Bo Membre","text":"Le budget secret aussi."}]}"#,
    ])
    let open = try index.open()
    #expect(try open.speakers(SearchRequest("budget")).results.map(\.name) == ["Ada Publique"])
    #expect(try open.expertises(SearchRequest("budget")).results.map(\.name) == ["Finances"])
    #expect(try open.related(toDebate: "m") == nil)
    let members = try SearchIndex(path: index.path, audience: .members)
    #expect(try members.speakers(SearchRequest("budget")).results.count == 2)
    #expect(try members.related(toDebate: "m") != nil)
  }

  @Test func aPhraseAndAFilterHoldForPeopleToo() throws {
    let index = try FixtureIndex(records: [
      #"{"id":"a","title":"Eau","date":"2010","transcript":[{"speaker":"Ada Un","text":"La nappe est basse."}]}"#,
      #"{"id":"b","title":"Eau","date":"2020","transcript":[{"speaker":"Bo Deux","text":"Une nappe, et elle est très basse."}]}"#,
    ])
    #expect(try speakers(index, "\"nappe est basse\"").map(\.name) == ["Ada Un"])
    var request = SearchRequest("nappe")
    request.filters = [.date(DateRange(from: try .init("2015")))]
    #expect(try index.open().speakers(request).results.map(\.name) == ["Bo Deux"])
  }
}
