import Debates
import Foundation
import Schema
import Xapian

extension SearchIndex {
  /// Debates for a query, best first, without evidence.
  /// - Throws: `IndexError`.
  public func rankedDebates(_ text: String, limit: Int) throws -> [RankedResult] {
    let tree = parse(text)
    return try inOneRevision {
      let candidates = try candidates(tree)
      return try rankedDebates(candidates).prefix(limit).map(\.result)
    }
  }

  /// Passages for a query, best first, without their texts.
  /// - Throws: `IndexError`.
  public func rankedPassages(_ text: String, limit: Int) throws -> [RankedResult] {
    let tree = parse(text)
    return try inOneRevision {
      let candidates = try candidates(
        tree, limit: SearchRequest.Rank.passages.candidates(parameters, last: limit))
      let ids = try passageIds(Array(candidates.documents.prefix(limit)))
      return ids.enumerated().map { place, id in
        RankedResult(id: id, parts: [.init(name: "words", value: candidates.scores[place], weight: 1)])
      }
    }
  }

  /// Debates by the votes of their passages, by what they say as a whole, by how they begin, and by what the best of them
  /// have in common; best first.
  func rankedDebates(_ candidates: Candidates) throws -> [RankedDebate] {
    guard !candidates.documents.isEmpty else { return [] }
    let found = candidates.words
    let weights = kindWeights(of: candidates)
    let scores = try votes(of: candidates, weights)
    let tallied = DebateVotes.tally(
      debates: candidates.debates, scores: scores, likeness: candidates.likeness, decay: parameters.debateDecay)
    let averageLength = try averageDebateLength()
    let wholeWeight = parameters.wholeWeight(words: found.words.count)
    var ranked = tallied.map { debate in
      let length = max(candidates.debateLengths[debate.candidates[0]] / averageLength, 0.01)
      let first = debate.candidates.first { found.isFirst($0) }
      return RankedDebate(
        id: debate.id,
        result: RankedResult(
          id: debate.id,
          parts: [
            .init(name: "passages", value: debate.votes, weight: 1),
            .init(
              name: "as a whole", value: found.whole(debate.distinct, weights, length: length), weight: wholeWeight),
            .init(name: "first passage", value: first.map { scores[$0] } ?? 0, weight: parameters.firstPassageWeight),
          ]),
        candidates: debate.candidates, ballots: debate.ballots)
    }
    ranked.sort { ($0.result.score, $1.id) > ($1.result.score, $0.id) }
    return try withFeedback(ranked, candidates, averageLength: averageLength, words: found.words.count)
  }

  /// What each candidate counts, by its kind.
  private func kindWeights(of candidates: Candidates) -> [Double] {
    candidates.kinds.enumerated().map { candidate, kind in
      let isShort = Double(candidates.words.occurrences.length(of: candidate)) < parameters.shortCommentLength
      return parameters.weight(of: kind, isShort: isShort)
    }
  }

  /// What each candidate's vote is worth: its score and that of the title it begins with, by its kind.
  private func votes(of candidates: Candidates, _ weights: [Double]) throws -> [Double] {
    let found = candidates.words
    let titleLengths = try reader.handle.values(slot: Slot.titleLength.rawValue, of: candidates.documents)
    let lengths = candidates.documents.indices.map { Double(titleLengths.string(at: $0)) ?? 0 }
    let titled = lengths.filter { $0 > 0 }
    let average = titled.isEmpty ? 1 : titled.reduce(0, +) / Double(titled.count)
    return candidates.documents.indices.map { candidate in
      var score = candidates.scores[candidate]
      if lengths[candidate] > 0 {
        let b = parameters.b
        let norm = parameters.k1 * (1 - b + b * lengths[candidate] / average)
        for word in found.words where found.isInTitle(word, of: candidate) {
          score += word.titleWeight * (parameters.k1 + 1) / (norm + 1)
        }
      }
      return score * weights[candidate]
    }
  }

  /// Of all debates of the index.
  private func averageDebateLength() throws -> Double {
    let debates = Double(max(1, try frequency(ofTerm: TermPrefix.first.rawValue)))
    return max(1, try reader.handle.averageLength * Double(try reader.handle.documentCount) / debates)
  }
}

extension SearchRequest.Rank {
  /// How many passages are looked at, of which the first `last` are shown where passages are ranked.
  func candidates(_ parameters: RankingParameters, last: Int = 0) -> Int {
    switch self {
    case .debates: parameters.candidates
    case .passages: max(parameters.candidates, last)
    case .speakers, .expertises: parameters.personCandidates
    }
  }
}

extension RankingParameters {
  /// The longer a query, the more of it a debate says as a whole.
  func wholeWeight(words: Int) -> Double {
    wholeWeight * (1 + longWholeWeight * min(1, max(0, Double(words - 10) / 30)))
  }

  /// What the vote of a passage is worth.
  func weight(of kind: UInt8, isShort: Bool) -> Double {
    switch kind {
    case Columns.number(of: .subject): subjectWeight
    case Columns.number(of: .talk): talkWeight
    case Columns.number(of: .comment): isShort ? shortCommentWeight : commentWeight
    case Columns.number(of: .note): noteWeight
    case Columns.number(of: .profile): profileWeight
    default: 1
    }
  }
}
