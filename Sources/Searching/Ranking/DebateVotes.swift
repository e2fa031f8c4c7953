import Schema

/// A debate as its passages vote for it.
struct RankedDebate: Equatable {
  var id: String
  /// What it is ranked by, and what that is made of.
  var result: RankedResult
  /// Its candidates, by their indexes, best first; near-duplicates are among them and do not vote.
  var candidates: [Int]
  /// What those voted that did, best first.
  var ballots: [Ballot]
}

/// The vote of a passage.
struct Ballot: Equatable {
  /// The passage, by its index among the candidates.
  var candidate: Int
  var score: Double
  /// What the rank of the vote makes of it.
  var weight: Double
}

/// The votes of passages for their debates.
struct DebateVotes {
  /// A debate's part of the votes.
  struct Debate: Equatable {
    var id: String
    /// The decayed sum of its passages' scores.
    var votes: Double
    /// Indexes of its candidates, best first.
    var candidates: [Int]
    /// Those of them that say something of their own.
    var distinct: [Int] = []
    var ballots: [Ballot] = []
  }

  /// The decayed sum Σ sᵢ·αⁱ over a debate's passages, best first: many passages count, and volume alone does not win
  /// (α 0 is the best passage, α 1 the plain sum). Of passages that say nearly the same, the best one votes.
  ///
  /// - Parameters:
  ///   - debates: the debate of each candidate.
  ///   - scores: the score of each candidate.
  ///   - likeness: the fingerprint of each candidate.
  /// - Returns: in the order of their best passages.
  static func tally(debates: Column, scores: [Double], likeness: [UInt64], decay: Double) -> [Debate] {
    var tallied: [Debate] = []
    var places = [Int](repeating: -1, count: debates.distinct)
    var voters: [[UInt64]] = []
    var weights: [Double] = []
    for candidate in order(of: scores) {
      let ordinal = debates.ordinals[candidate]
      var place = places[Int(ordinal)]
      if place < 0 {
        place = tallied.count
        places[Int(ordinal)] = place
        tallied.append(Debate(id: debates.value(ordinal), votes: 0, candidates: []))
        voters.append([])
        weights.append(1)
      }
      tallied[place].candidates.append(candidate)
      let print = likeness[candidate]
      if voters[place].contains(where: { Likeness.areAlike($0, print) }) { continue }
      tallied[place].distinct.append(candidate)
      // Later votes weigh next to nothing.
      guard voters[place].count < maximumVoters else { continue }
      voters[place].append(print)
      tallied[place].votes += scores[candidate] * weights[place]
      tallied[place].ballots.append(Ballot(candidate: candidate, score: scores[candidate], weight: weights[place]))
      weights[place] *= decay
    }
    return tallied
  }

  /// The candidates, best first; among equals in the order in which they were found.
  static func order(of scores: [Double]) -> [Int] {
    scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
  }

  private static let maximumVoters = 32
}
