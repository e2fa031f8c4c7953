/// Counts what is found by the values of columns: each debate once for a value, or each of its passages.
struct FacetCounter {
  /// What is counted.
  enum Unit {
    case debates, passages
  }

  let found: FoundByDebate
  let unit: Unit

  /// Passages up to which counts are exact.
  static let exactPassages = 1_000_000

  /// Whether counts are about right, and not exact.
  var isEstimate: Bool { found.step > 1 }

  /// How many debates there are.
  var debates: Int { found.debates.count * found.step }

  /// Counts by a value of each passage.
  ///
  /// - Parameters:
  ///   - ordinals: by document number.
  ///   - values: the value of each ordinal, where it is not the ordinal itself.
  ///   - count: how many values there are; value 0 is none.
  func count(
    passagesBy ordinals: [some FixedWidthInteger & UnsignedInteger], values: [UInt32]? = nil, count: Int
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    var last = [UInt32](repeating: 0, count: count)
    var start = 0
    for (debate, end) in found.debates {
      for place in start..<end {
        let document = Int(found.passages[place])
        guard document < ordinals.count else { continue }
        let ordinal = Int(ordinals[document])
        let value = values.map { Int($0[ordinal]) } ?? ordinal
        if unit == .passages {
          counts[value] += 1
        } else if last[value] != debate {
          last[value] = debate
          counts[value] += 1
        }
      }
      start = end
    }
    return scaled(counts)
  }

  /// Counts by the values of each debate.
  func count(_ count: Int, valuesOfDebate: (Int) -> [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    var start = 0
    for (debate, end) in found.debates {
      for value in valuesOfDebate(Int(debate)) { counts[value] += unit == .debates ? 1 : end - start }
      start = end
    }
    return scaled(counts)
  }

  private func scaled(_ counts: [Int]) -> [Int] { found.step == 1 ? counts : counts.map { $0 * found.step } }
}
