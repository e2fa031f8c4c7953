import Foundation

/// Groups of passages by BM25 with the group as the document (Robertson and Zaragoza 2009, equation 3.15), its words
/// counted as `GroupModel` counts them.
struct GroupWeights {
  /// By group; group 0 is none.
  let lengths: [Double]
  let k1: Double
  let b: Double

  /// The score of each group, that of group 0 being 0.
  func scores(of words: [GroupModel.Word]) -> [Double] {
    var scores = [Double](repeating: 0, count: lengths.count)
    let groups = Double(max(1, lengths.count - 1))
    let average = max(1, lengths.dropFirst().reduce(0, +) / groups)
    for word in words {
      let frequency = Double(word.counts.dropFirst().count { $0 > 0 })
      let inverse = log1p(max(0, groups - frequency + 0.5) / (frequency + 0.5))
      for group in 1..<max(1, lengths.count) where word.counts[group] > 0 {
        let count = Double(word.counts[group])
        let norm = k1 * (1 - b + b * lengths[group] / average)
        scores[group] += word.weight * inverse * (k1 + 1) * count / (norm + count)
      }
    }
    return scores
  }
}
