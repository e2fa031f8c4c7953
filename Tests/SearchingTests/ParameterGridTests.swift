import Searching
import Testing

@Suite struct ParameterGridTests {
  @Test(arguments: [
    ("k1=1,1.5,2", [1, 1.5, 2]), ("k1=1.5", [1.5]), ("b=0:0.3:0.1", [0, 0.1, 0.2, 0.3]), ("b=0.5:0.5:1", [0.5]),
    ("b=0:1:0.4", [0, 0.4, 0.8]), ("k1=-1:1:1", [-1, 0, 1]), ("k1=1e-1,2", [0.1, 2]),
  ])
  func readsValues(sweep: String, values: [Double]) throws {
    #expect(try ParameterGrid([sweep], base: RankingParameters()).axes.map(\.values) == [values])
  }

  @Test(arguments: [
    ("k1", ParameterError.malformed("k1")), ("k1=", .malformed("k1=")), ("k1=1,,2", .malformed("k1=1,,2")),
    ("k1=1:2", .malformed("k1=1:2")), ("k1=1:2:0", .malformed("k1=1:2:0")), ("k1=2:1:1", .malformed("k1=2:1:1")),
    ("k1=1:2:-1", .malformed("k1=1:2:-1")), ("k1=1:2:3:4", .malformed("k1=1:2:3:4")),
    ("k1=nan", .malformed("k1=nan")), ("k1=0:inf:1", .malformed("k1=0:inf:1")), ("k1=a", .malformed("k1=a")),
    ("none=1", .unknown("none")), ("=1", .unknown("")), ("candidates=0", .outOfRange("candidates", 0)),
    ("k1=1:201:1", .tooMany([201])), ("k1=0:1e300:1e-300", .tooMany([.max])),
  ])
  func refusesWhatIsNoGrid(sweep: String, expected: ParameterError) {
    #expect(throws: expected) { try ParameterGrid([sweep], base: RankingParameters()) }
  }

  @Test func severalSweepsAreEveryCombination() throws {
    var base = RankingParameters()
    base.titleWeight = 0.7
    let grid = try ParameterGrid(["k1=1,2", "candidates=10,20,30"], base: base)
    #expect(grid.settings.map(\.values) == [[1, 10], [1, 20], [1, 30], [2, 10], [2, 20], [2, 30]])
    let last = try #require(grid.settings.last?.parameters)
    #expect([last.k1, Double(last.candidates), last.titleWeight] == [2, 30, 0.7])
  }

  @Test func aGridHasItsLimit() throws {
    let parameters = RankingParameters()
    #expect(try ParameterGrid(["k1=1:10:1", "b=1:20:1"], base: parameters).settings.count == 200)
    #expect(throws: ParameterError.tooMany([10, 21])) {
      try ParameterGrid(["k1=1:10:1", "b=1:21:1"], base: parameters)
    }
    // More than an integer holds.
    #expect(throws: ParameterError.tooMany(Array(repeating: 200, count: 10))) {
      try ParameterGrid(RankingParameters.names.prefix(10).map { "\($0)=1:200:1" }, base: parameters)
    }
    #expect(throws: ParameterError.repeated("k1")) { try ParameterGrid(["k1=1", "k1=2"], base: parameters) }
  }

  @Test func eachConstantKeepsItsName() throws {
    for name in RankingParameters.names {
      #expect(try RankingParameters().setting(name, to: 7).value(of: name) == 7, "\(name)")
    }
  }
}
