import Foundation
import Searching
import Testing

/// What is connected with a debate or a text.
@Suite struct RelatedTests {
  private static let records = [
    #"{"id":"tram","title":"Le tramway jusqu'à la gare","language":"fr","expertises":["Transports"],"connected":["bus"],"description":"Une ligne de tramway entre la mairie et la gare, avec six arrêts.","transcript":[{"speaker":"Ada Rail","text":"Le tramway passe toutes les six minutes, la gare sera à un quart d'heure."}]}"#,
    #"{"id":"bus","title":"Des bus la nuit vers la gare","language":"fr","expertises":["Transports","Nuit"],"description":"Les bus s'arrêtent à vingt heures, les voyageurs de la gare marchent.","transcript":[{"speaker":"Bo Volant","text":"Un bus de nuit, c'est deux conducteurs et un tramway de moins."}]}"#,
    #"{"id":"rail","title":"A tramway for the harbour","language":"en","expertises":["Urban planning"],"description":"The tramway would link the harbour and the station, every six minutes.","transcript":[{"speaker":"Cy Street","text":"The tramway is cheaper than the bus once the station is full of travellers."}]}"#,
    #"{"id":"pain","title":"Le pain de la cantine","language":"fr","expertises":["Alimentation"],"description":"Le pain est sec, les enfants n'en veulent plus, le boulanger non plus.","transcript":[{"speaker":"Di Mie","text":"Un pain frais coûte huit centimes de plus par enfant."}]}"#,
  ]

  private let fixture: FixtureIndex

  init() throws { fixture = try FixtureIndex(records: Self.records) }

  @Test func connectedSubjectsCarryTheirReasons() throws {
    let index = try fixture.open()
    let answer = try #require(try index.related(toDebate: "tram"))
    let ids = answer.results.map(\.debate.id)
    #expect(ids.first == "bus")
    #expect(ids.contains("rail"), "the other language: \(ids)")
    #expect(!ids.contains("tram"))
    #expect(answer.results.first?.isConnected == true)
    #expect(answer.results.first?.expertises == ["Transports"])
    #expect(answer.results.first?.terms.contains("gare") == true, "\(answer.results.first?.terms ?? [])")
    #expect(answer.results.first?.debate.passages.isEmpty == false)
  }

  @Test func suggestionsAreNew() throws {
    let index = try fixture.open()
    let answer = try #require(try index.related(toDebate: "tram"))
    #expect(answer.expertises.first?.name == "Nuit")
    #expect(!answer.expertises.map(\.name).contains("Transports"))
    #expect(answer.expertises.first?.from == ["bus"])
    #expect(!answer.speakers.map(\.name).contains("Ada Rail"))
    #expect(answer.speakers.first?.name == "Bo Volant")
  }

  @Test func aTextIsAsGoodAsADebate() throws {
    let index = try fixture.open()
    let answer = try index.related(toText: "Pourquoi jeter le pain ?\nLe boulanger livre la cantine, le pain reste.")
    #expect(answer.results.map(\.debate.id).first == "pain")
    #expect(answer.expertises.map(\.name).first == "Alimentation")
    #expect(answer.speakers.map(\.name).first == "Di Mie")
  }

  @Test func anUnknownDebateIsNone() throws {
    #expect(try fixture.open().related(toDebate: "nothing") == nil)
  }

  @Test func translationsFindTheOtherLanguage() throws {
    #expect(try fixture.debates("voyageurs").contains("rail"))
    #expect(try fixture.debates("voyageurs").first == "bus")
    #expect(try fixture.debates("travellers").contains("bus"))
  }
}
