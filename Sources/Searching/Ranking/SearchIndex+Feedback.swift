import Analysis
import Foundation
import Schema
import Xapian

/// Words that the best debates have in common, which the query did not say.
struct FeedbackTerms {
  var terms = ByteStrings()
  var weights: [Double] = []
  /// How far the best debates agree: the part of them, by their scores, that have each of the terms that the query did
  /// not say, in the mean.
  var agreement = 0.0
}

extension SearchIndex {
  /// Ranks debates again, by the words that the best of them have in common beside those of the query.
  ///
  /// Each of the best debates lends the words of its best passage, by its score; the words rank the candidates only, so
  /// that what does not have the query's own words is not found (after Lavrenko and Croft 2001, "Relevance-based language
  /// models"). The longer a query, the less it needs them.
  func withFeedback(
    _ ranked: [RankedDebate], _ candidates: Candidates, averageLength: Double, words: Int
  ) throws -> [RankedDebate] {
    guard parameters.feedbackWeight > 0, let best = ranked.first, best.result.score > 0 else { return ranked }
    let feedback = try feedbackTerms(ranked, candidates, beside: Set(candidates.words.terms))
    guard !feedback.weights.isEmpty else { return ranked }
    let shown = ranked.prefix(parameters.feedbackDebates)
    let documents = shown.flatMap { $0.candidates.map { candidates.documents[$0] } }
    let found = try reader.handle.occurrences(of: feedback.terms, in: documents)
    let average = max(1, try reader.handle.averageLength)

    var sums: [Double] = []
    var row = 0
    for debate in shown {
      let rows = row..<(row + debate.candidates.count)
      row = rows.upperBound
      let passages = rows.map { passage in
        let norm = parameters.k1 * (1 - parameters.b + parameters.b * Double(found.length(of: passage)) / average)
        return feedback.weights.indices.reduce(0.0) { sum, term in
          let count = Double(found[term, passage])
          return count == 0 ? sum : sum + feedback.weights[term] * (parameters.k1 + 1) * count / (norm + count)
        }
      }
      let votes = passages.sorted(by: >).prefix(32).reversed().reduce(0) { $1 + $0 * parameters.debateDecay }
      let length = max(candidates.debateLengths[debate.candidates[0]] / averageLength, 0.01)
      let whole = feedback.weights.indices.reduce(0.0) { sum, term in
        let count = rows.reduce(0.0) { $0 + Double(found[term, $1]) }
        return sum + feedback.weights[term] * log1p(count / length)
      }
      sums.append(votes + whole)
    }
    guard let greatest = sums.max(), greatest > 0 else { return ranked }
    // In the unit of the best debate's own score.
    let weight = parameters.feedbackWeight(words: words, agreement: feedback.agreement) * best.result.score
    var again = ranked
    for place in sums.indices {
      let part = RankedResult.Part(name: "common words", value: sums[place] / greatest, weight: weight)
      again[place].result = RankedResult(id: again[place].id, parts: again[place].result.parts + [part])
    }
    return again.sorted { ($0.result.score, $1.id) > ($1.result.score, $0.id) }
  }

  private func feedbackTerms(
    _ ranked: [RankedDebate], _ candidates: Candidates, beside asked: Set<String>
  ) throws -> FeedbackTerms {
    let passages = Double(try reader.handle.documentCount)
    var weights: [String: (weight: Double, inverse: Double)] = [:]
    var total = 0.0
    let prefixes = TermPrefix.frenchStem.rawValue + TermPrefix.englishStem.rawValue
    for debate in ranked.prefix(parameters.feedbackSources) {
      let share = debate.result.score / ranked[0].result.score
      total += share * share
      let found = try reader.handle.vocabulary(of: [candidates.documents[debate.candidates[0]]], prefixes: prefixes)
      for place in 0..<found.terms.count {
        let term = found.terms.string(at: place)
        let frequency = try self.frequency(ofTerm: term)
        guard frequency > 1 else { continue }
        let inverse = SearchIndex.inverseFrequency(Double(frequency), of: passages)
        weights[term, default: (0, inverse)].weight += share * share * inverse
      }
    }
    var feedback = FeedbackTerms()
    var shares: [Double] = []
    for (term, known) in weights.sorted(by: { ($0.value.weight, $1.key) > ($1.value.weight, $0.key) }) {
      guard feedback.weights.count < parameters.feedbackTerms else { break }
      guard isFeedback(term, prefixes) else { continue }
      feedback.terms.append(term)
      feedback.weights.append(known.weight / total)
      if !asked.contains(term) { shares.append(known.weight / total / known.inverse) }
    }
    feedback.agreement = shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
    return feedback
  }

  /// Whether a term is a stem of letters, of three at least.
  private func isFeedback(_ term: String, _ prefixes: String) -> Bool {
    let isPrefixed = term.first.map { prefixes.contains($0) } ?? false
    let stem = isPrefixed ? term.dropFirst() : term[...]
    guard stem.count >= 3, stem.allSatisfy(\.isLetter) else { return false }
    return isPrefixed || isOwnStem(term)
  }
}

extension RankingParameters {
  /// The weight of the words that the best debates have in common: less where these have little in common, and where the
  /// query says much itself.
  func feedbackWeight(words: Int, agreement: Double) -> Double {
    let agreed = (agreement - feedbackLeastAgreement) / max(0.01, feedbackFullAgreement - feedbackLeastAgreement)
    return feedbackWeight * min(1, 10 / Double(max(1, words))) * min(1, max(0, agreed))
  }
}
