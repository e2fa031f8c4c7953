/// Debates ranked by the votes of their passages.
struct DebateVotes {
  struct Debate: Equatable {
    var id: String
    var score: Double
    /// Of the score: the decayed sum of its passages, and what it is worth as a whole, before they are mixed.
    var votes: Double
    var whole = 0.0
    /// Indexes of its candidates, best first.
    var candidates: [Int]
  }

  /// The decayed sum Σ sᵢ·αⁱ over a debate's passages, best first: many passages count, and volume alone does not win
  /// (α 0 is the best passage, α 1 the plain sum).
  ///
  /// - Parameters:
  ///   - debates: the debate of each candidate.
  ///   - scores: the score of each candidate, descending.
  /// - Returns: best first; ties in the order of ids, so that an answer is the same every time.
  static func rank(debates: [String], scores: [Double], decay: Double) -> [Debate] {
    var ranked: [Debate] = []
    var indexes: [String: Int] = [:]
    var weights: [Double] = []
    for (candidate, id) in debates.enumerated() {
      let index: Int
      if let known = indexes[id] {
        index = known
      } else {
        index = ranked.count
        indexes[id] = index
        ranked.append(Debate(id: id, score: 0, votes: 0, candidates: []))
        weights.append(1)
      }
      ranked[index].votes += scores[candidate] * weights[index]
      ranked[index].candidates.append(candidate)
      weights[index] *= decay
    }
    for i in ranked.indices { ranked[i].score = ranked[i].votes }
    return sorted(ranked)
  }

  /// Best first.
  static func sorted(_ debates: [Debate]) -> [Debate] {
    debates.sorted { $0.score == $1.score ? $0.id < $1.id : $0.score > $1.score }
  }
}
