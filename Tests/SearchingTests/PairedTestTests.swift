import Searching
import Testing

@Suite struct PairedTestTests {
  /// Where all differences are alike, chance gives them all one sign in 2 of 2^n permutations.
  @Test(arguments: [(1, 1.0), (2, 0.5), (3, 0.25), (5, 0.0625), (8, 0.0078125)])
  func chanceIsThatOfCoins(queries: Int, expected: Double) {
    let test = PairedTest(Array(repeating: (score: 0.6, other: 0.5), count: queries))
    #expect(abs(test.pValue - expected) < 0.01, "\(queries) queries: p \(test.pValue)")
    #expect(test.wins == queries)
  }

  /// Of the eight signs of .1, .2, .3, four sums are as large as .4, the sum with one negative .1.
  @Test func largerDifferencesCountMore() {
    let test = PairedTest([(0.4, 0.5), (0.7, 0.5), (0.8, 0.5)])
    #expect(abs(test.pValue - 0.5) < 0.02)
    #expect(abs(test.difference - 0.4 / 3) < 1e-12)
    #expect([test.wins, test.ties, test.losses] == [2, 0, 1] as [Int])
  }

  @Test func itIsTheSameInBothDirectionsAndEachTime() {
    let pairs = (0..<100).map { (score: Double($0 % 7) / 7, other: Double($0 % 5) / 5) }
    let one = PairedTest(pairs)
    #expect(one == PairedTest(pairs))
    #expect(PairedTest(pairs.map { (score: $0.other, other: $0.score) }).pValue == one.pValue)
  }

  @Test func whatIsTheSameDiffersByChance() {
    let test = PairedTest([(0.3, 0.3), (0.1 + 0.2, 0.3)])
    #expect(test.pValue == 1)
    #expect([test.wins, test.ties, test.losses] == [0, 2, 0] as [Int])
    #expect(PairedTest([]).pValue == 1)
  }

  @Test func noDifferenceIsCertain() {
    let test = PairedTest(Array(repeating: (score: 1, other: 0), count: 200))
    #expect(test.pValue == 1 / Double(PairedTest.permutations + 1))
  }
}
