import Debates
import Foundation
import Schema
import Xapian

/// Somebody found, by their entry in the table of people.
struct RankedPerson {
  var entry: Int
  var result: RankedResult
  /// What voted for them, best first.
  var ballots: [Ballot]
}

extension SearchIndex {
  /// People for a query, best first, without evidence.
  /// - Throws: `IndexError`.
  public func rankedSpeakers(_ text: String, limit: Int) throws -> [RankedResult] {
    let tree = parse(text)
    return try inOneRevision {
      let candidates = try candidates(tree, limit: parameters.personCandidates)
      return try rankedPeople(text, tree, candidates, filters: []).prefix(limit).map(\.result)
    }
  }

  /// Four things speak for a person: what they say as a whole, which decides long queries, their best passages, the
  /// debates that they take part in, which decide short ones, and that a short query names them.
  func rankedPeople(
    _ text: String, _ tree: QueryTree, _ candidates: Candidates, filters: [FieldQuery]
  ) throws -> [RankedPerson] {
    let columns = try columns()
    let votes = PersonVotes(candidates, columns, parameters)
    let words = try compiler().informative(tree.words)
    let people = GroupModel(
      lengths: columns.personWords, share: parameters.spokenShare,
      smoothing: .init(prior: parameters.modelPrior, background: parameters.personBackground))
    let said = people.scores(of: try counted(spokenWords(text), by: columns.personCounts))
    let debates = modelledDebates(
      try counted(stemWords(words), by: columns.debateCounts), words, columns)
    let part = BestOf(count: parameters.votingDebates, power: 2).sums(
      debates.map { ($0.score, weighted(columns.people.ofDebates[$0.group])) },
      items: columns.people.entries.count)
    let count = Double(max(1, words.count))
    let shortness = 1 / count * min(1, 10 / count)
    let debateWeight = parameters.personDebateWeight * shortness
    let named = columns.people.naming(words.map(\.surface))
    // What must be there, a phrase or a filter, is asked of passages only.
    let needsPassage = !filters.isEmpty || !tree.isPlain
    let found = columns.people.entries.indices.dropFirst().compactMap { entry -> RankedPerson? in
      guard votes.votes[entry] > 0 || !needsPassage && (part[entry] > 0 || said[entry] > 0 || named[entry] != nil)
      else { return nil }
      return RankedPerson(
        entry: entry,
        result: RankedResult(
          id: columns.people.entries[entry].person.id,
          parts: [
            .init(name: "as a whole", value: said[entry], weight: parameters.personModelWeight),
            .init(
              name: "passages", value: votes.votes[entry],
              weight: parameters.personVoteWeight + parameters.personVoteShare * debateWeight),
            .init(name: "debates", value: part[entry], weight: debateWeight),
            .init(name: "name", value: named[entry] ?? 0, weight: parameters.personNameWeight * shortness),
          ]),
        ballots: votes.ballots[entry] ?? [])
    }
    return found.sorted { ($0.result.score, $1.result.id) > ($1.result.score, $0.result.id) }
  }

  /// Whom a debate votes for: who comments on it is less of a voice than who speaks in it.
  func weighted(_ present: [PeopleTable.Presence]) -> [(item: Int, weight: Double)] {
    present.map { ($0.person, $0.isSpeaker ? 1 : parameters.commentRoleWeight) }
  }

  /// The groups whose score is above 0, best first.
  static func best(_ scores: [Double]) -> [(group: Int, score: Double)] {
    scores.enumerated().filter { $0.element > 0 }.sorted { ($0.element, $1.offset) > ($1.element, $0.offset) }.map {
      (group: $0.offset, score: $0.element)
    }
  }
}
