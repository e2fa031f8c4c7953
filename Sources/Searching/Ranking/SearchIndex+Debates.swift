import Foundation
import Xapian

extension SearchIndex {
  /// Debates by the votes of their passages and by what they are worth as a whole; best first.
  func rankedDebates(_ tree: QueryTree, _ candidates: Candidates) throws -> [DebateVotes.Debate] {
    var ranked = DebateVotes.rank(
      debates: candidates.debates, scores: candidates.scores, decay: parameters.debateDecay)
    guard parameters.wholeShare > 0, !ranked.isEmpty else { return ranked }
    let whole = try wholeDebateScores(tree, candidates, ranked)
    for i in ranked.indices {
      ranked[i].whole = whole.score(
        ranked[i].candidates, length: candidates.debateLengths[ranked[i].candidates[0]])
      ranked[i].score = (1 - parameters.wholeShare) * ranked[i].votes + parameters.wholeShare * ranked[i].whole
    }
    return DebateVotes.sorted(ranked)
  }

  private func wholeDebateScores(
    _ tree: QueryTree, _ candidates: Candidates, _ ranked: [DebateVotes.Debate]
  ) throws -> WholeDebateScores {
    let compiler = try compiler()
    let passages = Double(try reader.handle.documentCount)
    var terms = ByteStrings()
    var words: [(terms: Range<Int>, weight: Double)] = []
    for word in try compiler.informative(tree.words) {
      let first = terms.count
      var frequency = 0.0
      for term in QueryCompiler.terms(of: word) {
        let found = Double(try reader.handle.frequency(ofTerm: term))
        if found > 0 { terms.append(term) }
        frequency += found
      }
      if terms.count > first {
        let inverse = log(1 + (max(0, passages - frequency) + 0.5) / (frequency + 0.5))
        words.append((first..<terms.count, inverse * compiler.queryWeight(word)))
      }
    }
    let lengths = ranked.reduce(0) { $0 + candidates.debateLengths[$1.candidates[0]] }
    return WholeDebateScores(
      occurrences: try reader.handle.occurrences(of: terms, in: candidates.documents), words: words,
      averageLength: lengths / Double(ranked.count), parameters: parameters)
  }
}
