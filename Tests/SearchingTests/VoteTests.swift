import Testing
import Xapian

@testable import Searching

@Suite struct VoteTests {
  /// A column as it is read for a few passages.
  private func column(_ values: [String]) -> Column { Column(ByteStrings(values)) }

  @Test func votesAreADecayedSumInTheOrderOfScores() {
    let tallied = DebateVotes.tally(
      debates: column(["a", "b", "b", "b", "a"]), scores: [1, 3, 2, 3, 4], likeness: (1...5).map { 0x0101_0101_0101_0101 * $0 },
      decay: 0.5)
    // a: 4 + 1/2; b: 3 + 3/2 + 2/4.
    #expect(tallied.map(\.id) == ["a", "b"])
    #expect(tallied.map(\.votes) == [4.5, 5])
    #expect(tallied.map(\.candidates) == [[4, 0], [1, 3, 2]])
  }

  @Test func nearDuplicatesVoteOnce() {
    let print: UInt64 = 0x0102_0304_0506_0708
    // Two bytes of another text in eight are few enough, three are not.
    let alike = print ^ 0xFF_FF
    let other = print ^ 0xFF_FF_FF
    let tallied = DebateVotes.tally(
      debates: column(["a", "a", "a", "b"]), scores: [4, 3, 2, 1], likeness: [print, alike, other, print], decay: 0.5)
    #expect(tallied.map(\.votes) == [4 + 2 * 0.5, 1])
    #expect(tallied.map(\.candidates) == [[0, 1, 2], [3]])
  }

  @Test func evidenceHearsEachVoiceFirst() {
    let speakers: [UInt32] = [1, 1, 2, 1, 0, 2]
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
