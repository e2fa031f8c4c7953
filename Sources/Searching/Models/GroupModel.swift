import Foundation

/// Groups of passages, such as debates or people, as language models: how much more probable each makes the words of a
/// query than they are anywhere.
///
/// Of a word t in a group g, c(t, g) is the sum over the group's passages of log(1 + how often the passage has it), so
/// that one passage that harps on a word does not speak for the group. The probability is smoothed in two stages, first
/// by Dirichlet's prior towards the whole index, then by interpolation with it (Zhai and Lafferty 2002, "Two-stage
/// language models for information retrieval"), and divided by that of the whole index:
///
///     score(g) = Σ q(t) · log((1 - λ) · (c(t, g) / P(t) + μ) / (L(g) + μ) + λ)
///     P(t) = a · (Σ c(t, g) / Σ L(g)) ^ e
struct GroupModel {
  /// How the words of a group are smoothed.
  struct Smoothing: Equatable {
    /// μ, in words that count.
    var prior: Double
    /// λ, from 0 to 1.
    var background: Double
    /// a and e: common words are a little less common than they seem, since passages that repeat them count less.
    var scale = 0.47
    var exponent = 0.9
  }

  /// A word asked for: c(t, g) by group, and its weight q(t).
  struct Word {
    var counts: [Float]
    var weight: Double
  }

  /// L(g) by group; group 0 is none.
  let lengths: [Double]
  let smoothing: Smoothing
  private let total: Double
  /// What a word that a group does not say adds to its score.
  private let absent: [Double]

  /// - Parameter share: the part of a group's length that counts, which makes L(g) about Σ c(t, g) over all words.
  init(lengths: [Double], share: Double, smoothing: Smoothing) {
    self.lengths = lengths.map { $0 * share }
    self.smoothing = smoothing
    total = self.lengths.dropFirst().reduce(0, +)
    absent = self.lengths.map { length in
      log((1 - smoothing.background) * smoothing.prior / (length + smoothing.prior) + smoothing.background)
    }
  }

  /// The score of each group, that of group 0 being 0. Below 0 for a group that says the words less often than the
  /// index does.
  func scores(of words: [Word]) -> [Double] {
    var scores = [Double](repeating: 0, count: lengths.count)
    var weights = 0.0
    for word in words {
      guard let probability = probability(of: word) else { continue }
      weights += word.weight
      for group in 1..<max(1, lengths.count) where word.counts[group] > 0 {
        scores[group] += word.weight * (gain(of: Double(word.counts[group]), probability, group) - absent[group])
      }
    }
    for group in 1..<max(1, lengths.count) { scores[group] += weights * absent[group] }
    return scores
  }

  /// The groups that say the words more often than the index does, best first, with their scores.
  ///
  /// In an index of few groups there may be none, since each is a good part of the index: then all that say any of the
  /// words, with the exponential of their scores over the weight of the words.
  func best(of words: [Word]) -> [(group: Int, score: Double)] {
    let scores = scores(of: words)
    let better = scores.indices.filter { scores[$0] > 0 }
    if !better.isEmpty { return GroupModel.sorted(better.map { (group: $0, score: scores[$0]) }) }
    let weight = words.reduce(0) { $0 + $1.weight }
    let saying = scores.indices.dropFirst().filter { group in words.contains { $0.counts[group] > 0 } }
    return GroupModel.sorted(saying.map { (group: $0, score: exp(scores[$0] / weight)) })
  }

  /// Best first; among equals in the order of groups.
  static func sorted(_ groups: [(group: Int, score: Double)]) -> [(group: Int, score: Double)] {
    groups.sorted { ($0.score, $1.group) > ($1.score, $0.group) }
  }

  /// What a word adds to the score of a group that says it, before its weight: nil when the group does not.
  func gain(of word: Word, in group: Int) -> Double? {
    guard word.counts[group] > 0, let probability = probability(of: word) else { return nil }
    return gain(of: Double(word.counts[group]), probability, group)
  }

  /// P(t); nil for a word that nobody says.
  private func probability(of word: Word) -> Double? {
    let sum = word.counts.dropFirst().reduce(Float(0), +)
    return sum > 0 && total > 0 ? smoothing.scale * pow(Double(sum) / total, smoothing.exponent) : nil
  }

  private func gain(of count: Double, _ probability: Double, _ group: Int) -> Double {
    let ratio = (count / probability + smoothing.prior) / (lengths[group] + smoothing.prior)
    return log((1 - smoothing.background) * ratio + smoothing.background)
  }
}
