import Foundation

/// How far two properties of things are from meeting by chance.
///
/// G² of the two-by-two table of those that have both, one, the other and none (Dunning 1993, "Accurate methods for the
/// statistics of surprise and coincidence"): unlike χ², it holds for the rare too.
enum Association {
  /// - Parameters:
  ///   - both: how many have both; `one` and `other`: how many have each, those with both counted.
  /// - Returns: 0 for what meets as often as by chance, or less often.
  static func strength(both: Int, one: Int, other: Int, of total: Int) -> Double {
    let (both, one, other, total) = (Double(both), Double(one), Double(other), Double(total))
    guard total > 0, both * total > one * other else { return 0 }
    let cells = [
      (both, one * other), (one - both, one * (total - other)), (other - both, (total - one) * other),
      (total - one - other + both, (total - one) * (total - other)),
    ]
    let sum = cells.reduce(0) { sum, cell in
      cell.0 > 0 && cell.1 > 0 ? sum + cell.0 * log(cell.0 * total / cell.1) : sum
    }
    return max(0, 2 * sum)
  }
}
