import Debates
import Foundation
import Schema

/// People by the votes of passages that they said, wrote, or have to do with.
///
/// The decayed sum of voting models for expert search (Macdonald and Ounis 2006), each vote weighted by the role.
struct PersonVotes {
  /// By entry of the table of people: Σ wᵢ·sᵢ·αⁱ over their best passages, relative to the best person's: 0...1.
  let votes: [Double]
  /// By entry: what voted for them, best first.
  private(set) var ballots: [Int: [Ballot]] = [:]

  init(_ found: Candidates, _ columns: Columns, _ parameters: RankingParameters) {
    var sums = [Double](repeating: 0, count: columns.people.entries.count)
    var counts = [Int](repeating: 0, count: sums.count)
    for (candidate, document) in found.documents.enumerated() {
      let kind = columns.kinds[Int(document)]
      for part in columns.people.parts(of: document) {
        guard counts[part.person] < parameters.personVotes else { continue }
        let role = parameters.weight(of: part.role, kind: kind)
        let weight = role * pow(parameters.personDecay, Double(counts[part.person]))
        sums[part.person] += weight * found.scores[candidate]
        ballots[part.person, default: []].append(
          Ballot(candidate: candidate, score: found.scores[candidate], weight: weight))
        counts[part.person] += 1
      }
    }
    votes = BestOf.relative(sums)
  }
}

extension RankingParameters {
  /// What a passage's vote for a person is worth.
  func weight(of role: PassageRole, kind: UInt8) -> Double {
    switch role {
    case .author where kind == Columns.number(of: .talk): 1
    case .author where kind == Columns.number(of: .profile): profileRoleWeight
    case .author: commentRoleWeight
    case .panel: panelRoleWeight
    case .proposer: proposerRoleWeight
    case .organizer: organizerRoleWeight
    case .mentioned: mentionedRoleWeight
    }
  }
}
