import Foundation
import Testing

@testable import Searching

/// The formulas against numbers worked out by hand.
@Suite struct GroupModelTests {
  private let model = GroupModel(
    lengths: [0, 100, 300], share: 0.5, smoothing: .init(prior: 50, background: 0.5, scale: 1, exponent: 1))

  @Test func scoreIsTheTwoStageLikelihood() {
    // L: 50 and 150. c: 4 and 0, so P = 4 / 200.
    let scores = model.scores(of: [.init(counts: [0, 4, 0], weight: 2)])
    #expect(abs(scores[1] - 2 * log(0.5 * (4 * 50 + 50) / (50 + 50) + 0.5)) < 1e-9)
    #expect(abs(scores[2] - 2 * log(0.5 * 50 / (150 + 50) + 0.5)) < 1e-9)
    #expect(scores[0] == 0)
  }

  @Test func aWordThatNobodySaysSaysNothing() {
    let scores = model.scores(of: [.init(counts: [0, 0, 0], weight: 1)])
    #expect(scores == [0, 0, 0])
    #expect(model.best(of: [.init(counts: [0, 0, 0], weight: 1)]).isEmpty)
  }

  @Test func gainsAddUpToTheScore() {
    let words = [GroupModel.Word(counts: [0, 4, 1], weight: 2), GroupModel.Word(counts: [0, 1, 2], weight: 1)]
    let scores = model.scores(of: words)
    for group in [1, 2] {
      let gains = words.reduce(0) { $0 + $1.weight * (model.gain(of: $1, in: group) ?? .nan) }
      #expect(abs(scores[group] - gains) < 1e-9)
    }
    #expect(model.gain(of: .init(counts: [0, 0, 1], weight: 1), in: 1) == nil)
  }

  @Test func bestAreThoseAboveTheIndexElseAllThatSayIt() {
    #expect(model.best(of: [.init(counts: [0, 4, 1], weight: 1)]).map(\.group) == [1])
    // Of two groups that say a word as often as all do, none is above.
    let even = GroupModel(
      lengths: [0, 100, 100, 100], share: 1, smoothing: .init(prior: 50, background: 0.5, scale: 2, exponent: 1))
    let best = even.best(of: [.init(counts: [0, 1, 1, 0], weight: 1)])
    #expect(best.map(\.group) == [1, 2])
    #expect(best.allSatisfy { $0.score > 0 && $0.score < 1 })
  }

  @Test func weightsAreBM25OverGroups() {
    let weights = GroupWeights(lengths: [0, 100, 300], k1: 1.2, b: 0.5)
    let scores = weights.scores(of: [.init(counts: [0, 2, 0], weight: 1)])
    // One of two groups has it; the average length is 200.
    let inverse = log1p((2 - 1 + 0.5) / 1.5)
    #expect(abs(scores[1] - inverse * 2.2 * 2 / (1.2 * (0.5 + 0.5 * 0.5) + 2)) < 1e-9)
    #expect(scores[2] == 0)
  }

  @Test func bestVotesCountRelativeToTheBest() {
    let votes: [(score: Double, items: [(item: Int, weight: Double)])] = [
      (4, [(0, 1)]), (2, [(0, 1), (1, 1)]), (2, [(0, 1), (2, 0.5)]), (0, [(3, 1)]),
    ]
    // Item 0: 1 + 1/4, and no third vote; item 1: 1/4; item 2: half of that.
    #expect(BestOf(count: 2, power: 2).sums(votes, items: 4) == [1, 0.2, 0.1, 0])
  }
}
