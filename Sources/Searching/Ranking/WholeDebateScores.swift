import Foundation
import Xapian

/// What debates as a whole are worth for a query, by BM25 with the debate as the document (Robertson and Zaragoza
/// 2009, equation 3.15), its words counted over the candidates: beside the best passages, how much of the debate is
/// about it. A word is its terms taken as one, their frequencies added (Pirkola 1998).
struct WholeDebateScores {
  let occurrences: Occurrences
  /// For each word: its terms, by their ordinals in `occurrences`, and its weight.
  var words: [(terms: Range<Int>, weight: Double)]
  /// The length of an average debate.
  let averageLength: Double
  let parameters: RankingParameters

  /// - Parameters:
  ///   - candidates: the debate's candidates.
  ///   - length: the debate's length, passages that are no candidates included.
  func score(_ candidates: [Int], length: Double) -> Double {
    let b = parameters.wholeB
    let norm = parameters.k1 * (1 - b + b * length / max(averageLength, 1))
    return words.reduce(0) { score, word in
      var count = 0.0
      for candidate in candidates {
        for term in word.terms { count += Double(occurrences[term, candidate]) }
      }
      return count == 0 ? score : score + word.weight * (parameters.k1 + 1) * count / (norm + count)
    }
  }
}
