import Xapian

/// Counts what is found by the values of columns: each debate once for a value, or each of its passages.
struct FacetCounter {
  /// What is counted.
  enum Unit {
    case debates, passages
  }

  /// The counts of a column's values, and whether they are exact.
  struct Counts {
    var counts: [Int]
    var isEstimate: Bool
  }

  let columns: Columns
  let unit: Unit
  /// Passages up to which counts are exact; of more, every n-th debate is counted.
  var exactPassages = 1_000_000

  /// Counts by a value of each passage.
  ///
  /// - Parameters:
  ///   - values: how many there are; value 0 is none.
  ///   - value: the value of a document.
  func count(_ found: DocumentSet, values: Int, of value: (Int) -> UInt32) -> Counts {
    var counts = [Int](repeating: 0, count: values)
    var last = [UInt32](repeating: 0, count: values)
    let step = forEachDebate(found) { debate, documents in
      for document in documents where found.contains(document) {
        let value = Int(value(Int(document)))
        if unit == .debates {
          guard last[value] != debate else { continue }
          last[value] = debate
        }
        counts[value] += 1
      }
    }
    return scaled(counts, step)
  }

  /// Counts by the values of each debate.
  func count(_ found: DocumentSet, values: Int, ofDebate: (Int) -> [Int]) -> Counts {
    var counts = [Int](repeating: 0, count: values)
    let step = forEachDebate(found) { debate, documents in
      let passages = documents.count(where: found.contains)
      guard passages > 0 else { return }
      for value in ofDebate(Int(debate)) { counts[value] += unit == .debates ? 1 : passages }
    }
    return scaled(counts, step)
  }

  /// How many debates are found.
  func debates(_ found: DocumentSet) -> Int {
    (1..<max(1, columns.ofDebates.count)).count { columns.ofDebates.of($0).contains(where: found.contains) }
  }

  /// - Returns: how many debates stand for each that was looked at.
  private func forEachDebate(_ found: DocumentSet, _ body: (UInt32, ArraySlice<UInt32>) -> Void) -> Int {
    let step = max(1, (found.count + exactPassages - 1) / exactPassages)
    for debate in stride(from: 1, to: columns.ofDebates.count, by: step) {
      body(UInt32(debate), columns.ofDebates.of(debate))
    }
    return step
  }

  private func scaled(_ counts: [Int], _ step: Int) -> Counts {
    Counts(counts: step == 1 ? counts : counts.map { $0 * step }, isEstimate: step > 1)
  }
}
