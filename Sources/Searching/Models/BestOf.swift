import Foundation

/// The sum of an item's best votes, each relative to the best vote of all and raised to a power, so that few good ones
/// outweigh many poor ones.
struct BestOf {
  /// How many votes of each item count.
  let count: Int
  let power: Double

  /// - Parameters:
  ///   - votes: the scores of voters, best first, and whom each votes for with which weight.
  /// - Returns: for each item below `items`, its sum relative to the best item's: 0...1.
  func sums(_ votes: some Sequence<(score: Double, items: [(item: Int, weight: Double)])>, items: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: items)
    var counts = [Int](repeating: 0, count: items)
    var best: Double?
    for (score, voted) in votes {
      guard score > 0 else { break }
      let top = best ?? score
      best = top
      let vote = BestOf.power(score / top, power)
      for (item, weight) in voted where counts[item] < count {
        counts[item] += 1
        sums[item] += weight * vote
      }
    }
    return BestOf.relative(sums)
  }

  /// Relative to the greatest.
  static func relative(_ values: [Double]) -> [Double] {
    guard let greatest = values.max(), greatest > 0 else { return values }
    return values.map { $0 / greatest }
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double {
    switch exponent {
    case 1: base
    case 2: base * base
    default: pow(base, exponent)
    }
  }
}
