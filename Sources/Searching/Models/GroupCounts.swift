import Synchronization
import Xapian

/// c(t, g) of the words that are asked for, for one way to group the passages of an index. Those of common words are
/// kept: they cost most and are asked for most.
final class GroupCounts: Sendable {
  /// By document number; 0 for passages of no group.
  private let groups: [UInt32]
  let count: Int
  private let kept = Mutex<[String: [Float]]>([:])
  private let maximumKept: Int
  /// Terms that are counted in one go.
  private let batch: Int

  /// - Parameter count: the number of groups, the one that is none counted.
  init(groups: [UInt32], count: Int) {
    self.groups = groups
    self.count = count
    let bytes = max(1, count * MemoryLayout<Float>.stride)
    maximumKept = GroupCounts.maximumBytesKept / bytes
    batch = max(1, GroupCounts.maximumBytesCounted / bytes)
  }

  /// The sum of c(t, g) over terms that stand for one word, each by its weight, by group, for each of some words.
  func rows(of words: [[(term: String, weight: Double)]], _ reader: borrowing Reader) throws(XapianError) -> [[Float]] {
    var rows = words.map { _ in [Float](repeating: 0, count: count) }
    var missing: [String: [(word: Int, weight: Float)]] = [:]
    var order: [String] = []
    for (word, terms) in words.enumerated() {
      for (term, weight) in terms {
        if let counts = kept.withLock({ $0[term] }) {
          for group in counts.indices { rows[word][group] += Float(weight) * counts[group] }
        } else {
          if missing[term] == nil { order.append(term) }
          missing[term, default: []].append((word, Float(weight)))
        }
      }
    }
    let least = max(1, try reader.documentCount / GroupCounts.commonShare)
    for start in stride(from: 0, to: order.count, by: batch) {
      let terms = Array(order[start..<min(start + batch, order.count)])
      let sums = try reader.groupSums(of: ByteStrings(terms), groups: groups, count: count)
      for (place, term) in terms.enumerated() {
        for (word, weight) in missing[term] ?? [] { sums.add(place, times: weight, to: &rows[word]) }
        if try reader.frequency(ofTerm: term) >= least { keep(term, sums.row(place)) }
      }
    }
    return rows
  }

  private func keep(_ term: String, _ row: [Float]) {
    kept.withLock { kept in
      if kept.count < maximumKept { kept[term] = row }
    }
  }

  /// A word in one passage of so many is common.
  private static let commonShare: UInt32 = 50
  private static let maximumBytesKept = 64 << 20
  private static let maximumBytesCounted = 16 << 20
}
