import Xapian

/// c(t, g) of the words that are asked for, for one way to group the passages of an index. Those of common words are
/// kept: they cost most and are asked for most.
final class GroupCounts {
  /// By document number; 0 for passages of no group.
  private let groups: [UInt32]
  let count: Int
  private var kept: [String: [Float]] = [:]
  private let maximumKept: Int

  /// - Parameter count: the number of groups, the one that is none counted.
  init(groups: [UInt32], count: Int) {
    self.groups = groups
    self.count = count
    maximumKept = GroupCounts.maximumBytesKept / max(1, count * MemoryLayout<Float>.stride)
  }

  /// The sum of c(t, g) over terms that stand for one word, each by its weight, by group, for each of some words.
  func rows(of words: [[(term: String, weight: Double)]], _ reader: borrowing Reader) throws(XapianError) -> [[Float]] {
    var missing = ByteStrings()
    var places: [String: Int] = [:]
    for (term, _) in words.joined() where kept[term] == nil && places[term] == nil {
      places[term] = places.count
      missing.append(term)
    }
    let sums = try reader.groupSums(of: missing, groups: groups, count: count)
    let least = try reader.documentCount / GroupCounts.commonShare
    for (term, place) in places where kept.count < maximumKept {
      if try reader.frequency(ofTerm: term) >= max(least, 1) { kept[term] = sums.row(place) }
    }
    return words.map { terms in
      var row = [Float](repeating: 0, count: count)
      for (term, weight) in terms {
        if let place = places[term] {
          sums.add(place, times: Float(weight), to: &row)
        } else if let known = kept[term] {
          for group in row.indices { row[group] += Float(weight) * known[group] }
        }
      }
      return row
    }
  }

  /// A word in one passage of so many is common.
  private static let commonShare: UInt32 = 50
  private static let maximumBytesKept = 64 << 20
}
