import Testing

@testable import Searching

@Suite struct VoteTests {
  @Test func debatesAreRankedByTheDecayedSum() {
    let ranked = DebateVotes.rank(
      debates: ["a", "b", "b", "b", "a"], scores: [4, 3, 3, 2, 1], decay: 0.5)
    // a: 4 + 1/2; b: 3 + 3/2 + 2/4.
    #expect(ranked.map(\.id) == ["b", "a"])
    #expect(ranked.map(\.score) == [5, 4.5])
    #expect(ranked.map(\.candidates) == [[1, 2, 3], [0, 4]])
  }

  @Test func tiesAreInTheOrderOfIds() {
    let ranked = DebateVotes.rank(debates: ["b", "a"], scores: [1, 1], decay: 0.5)
    #expect(ranked.map(\.id) == ["a", "b"])
  }

  @Test func evidenceHearsEachVoiceFirst() {
    let speakers = ["ada", "ada", "bo", "ada", "", "bo"]
    #expect(Evidence.choose([0, 1, 2, 3, 4, 5], speakers: speakers, limit: 3) == [0, 2, 4])
    #expect(Evidence.choose([0, 1, 2, 3, 4, 5], speakers: speakers, limit: 4) == [0, 1, 2, 4])
    #expect(Evidence.choose([1, 3], speakers: speakers, limit: 3) == [1, 3])
  }

  @Test func everyConstantCanBeSetByItsName() {
    var parameters = RankingParameters()
    let names = RankingParameters.names
    for name in names {
      let isSet = parameters.set(name, to: 7)
      #expect(isSet)
    }
    let fields = Mirror(reflecting: parameters).children
    #expect(fields.compactMap(\.label).sorted() == names.sorted())
    for field in fields { #expect("\(field.value)" == "7" || "\(field.value)" == "7.0", "\(field.label ?? "")") }
    let isNonsenseSet = parameters.set("nonsense", to: 1)
    #expect(!isNonsenseSet)
  }
}
