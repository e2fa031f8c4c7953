import Analysis
import Foundation
import Schema
import Xapian

/// An expertise found, by its entry in the table of expertises.
struct RankedExpertise {
  var entry: Int
  var result: RankedResult
}

extension SearchIndex {
  /// Expertises for a query, best first, without evidence.
  /// - Throws: `IndexError`.
  public func rankedExpertises(_ text: String, limit: Int) throws -> [RankedResult] {
    let tree = parse(text)
    return try inOneRevision {
      let candidates = try candidates(tree, limit: parameters.personCandidates)
      return try rankedExpertises(tree, candidates, filters: []).prefix(limit).map(\.result)
    }
  }

  /// Four things speak for an expertise: the debates that carry it, the passages of people who declare it, its name, and
  /// all that is said in its debates.
  func rankedExpertises(_ tree: QueryTree, _ candidates: Candidates, filters: [FieldQuery]) throws -> [RankedExpertise]
  {
    let columns = try columns()
    guard !columns.expertises.entries.isEmpty else { return [] }
    let words = try compiler().informative(tree.words)
    let counted = try counted(stemWords(words), by: columns.debateCounts)

    // What must be there, a phrase or a filter, is asked of passages only.
    let needsPassage = !filters.isEmpty || !tree.isPlain
    let debates = needsPassage ? try votedDebates(candidates, columns) : debateScores(counted, words, columns)
    let carried = BestOf(count: parameters.votingDebates, power: 2).sums(
      SearchIndex.best(debates).map { ($0.score, columns.expertises.ofDebates[$0.group].map { ($0, 1) }) },
      items: columns.expertises.entries.count)
    let declared = declaredVotes(candidates, columns)
    let named = try nameScores(words, columns)
    let said = labelScores(counted, columns)

    let found = columns.expertises.entries.indices.compactMap { entry -> RankedExpertise? in
      guard carried[entry] > 0 || declared[entry] > 0 || !needsPassage && named[entry] > 0 else { return nil }
      return RankedExpertise(
        entry: entry,
        result: RankedResult(
          id: columns.expertises.entries[entry].name,
          parts: [
            .init(name: "debates", value: carried[entry], weight: 1),
            .init(name: "people", value: declared[entry], weight: parameters.declaredWeight),
            .init(name: "name", value: named[entry], weight: parameters.expertiseNameWeight),
            .init(name: "as a whole", value: said[entry], weight: parameters.expertiseModelWeight),
          ]))
    }
    return found.sorted { ($0.result.score, $1.result.id) > ($1.result.score, $0.result.id) }
  }

  /// By ordinal: how good each debate is by the votes of its passages and as a whole, each relative to the best.
  private func votedDebates(_ candidates: Candidates, _ columns: Columns) throws -> [Double] {
    var scores = [Double](repeating: 0, count: columns.debateWords.count)
    for debate in try rankedDebates(candidates) {
      scores[Int(columns.debates.ordinals[Int(candidates.documents[debate.candidates[0]])])] = debate.result.score
    }
    return scores
  }

  /// By ordinal: how good each debate is by its language model and by BM25, each relative to the best.
  private func debateScores(
    _ counted: [GroupModel.Word], _ words: [QueryWord], _ columns: Columns
  ) -> [Double] {
    var model = [Double](repeating: 0, count: columns.debateWords.count)
    for (debate, score) in modelledDebates(counted, words, columns) { model[debate] = score }
    let weights = zip(
      GroupWeights(lengths: columns.debateWords, k1: parameters.k1, b: parameters.wholeB).scores(of: counted),
      languageWeights(of: words, columns)
    ).map { $0 * $1 }
    return zip(BestOf.relative(model), BestOf.relative(weights)).map { $0 + $1 }
  }

  /// Votes of the passages of people for what they declare.
  private func declaredVotes(_ candidates: Candidates, _ columns: Columns) -> [Double] {
    guard columns.expertises.ofPeople.contains(where: { !$0.isEmpty }) else {
      return [Double](repeating: 0, count: columns.expertises.entries.count)
    }
    let votes = PersonVotes(candidates, columns, parameters).votes
    return BestOf(count: parameters.votingDebates, power: 1).sums(
      SearchIndex.best(votes).map { ($0.score, columns.expertises.ofPeople[$0.group].map { ($0, 1) }) },
      items: columns.expertises.entries.count)
  }

  /// How much of the query each expertise's name says: Σ idf of the words it shares, over the root of its own number.
  private func nameScores(_ words: [QueryWord], _ columns: Columns) throws -> [Double] {
    let passages = Double(try reader.handle.documentCount)
    var worths: [String: Double] = [:]
    for word in words where !word.isWhole {
      let frequency = try QueryCompiler.terms(of: word).map { try self.frequency(ofTerm: $0) }.max() ?? 0
      let worth = log((passages + 1) / (Double(frequency) + 0.5))
      for stem in [word.frenchStem, word.englishStem] { worths[stem] = max(worths[stem] ?? 0, worth) }
    }
    return columns.expertises.entries.map { entry in
      let name = nameStems(entry.name)
      let shared = name.reduce(0) { sum, stems in sum + (stems.compactMap { worths[$0] }.max() ?? 0) }
      return name.isEmpty ? 0 : shared / Double(name.count).squareRoot() / 10
    }
  }

  /// The stems of a name's words, each in both languages; without stop words.
  func nameStems(_ name: String) -> [Set<String>] {
    let vocabulary = analyzer.vocabulary
    return analyzer.tokens(of: name).filter { $0.takesPosition && !vocabulary.isStopWord($0) }.map { token in
      Set([Language.french, .english].map { vocabulary.surface(of: vocabulary.stem(of: token.word, in: $0)) })
    }
  }

  /// Each expertise as a language model of the debates that carry it.
  private func labelScores(_ words: [GroupModel.Word], _ columns: Columns) -> [Double] {
    let expertises = columns.expertises
    let count = expertises.entries.count + 1
    var lengths = [Double](repeating: 0, count: count)
    for (debate, carried) in expertises.ofDebates.enumerated() {
      for entry in carried { lengths[entry + 1] += columns.debateWords[debate] }
    }
    let model = GroupModel(
      lengths: lengths, share: parameters.stemShare,
      smoothing: .init(prior: parameters.modelPrior, background: parameters.modelBackground))
    let labelled = words.map { word in
      var row = [Float](repeating: 0, count: count)
      for (debate, carried) in expertises.ofDebates.enumerated() where word.counts[debate] > 0 {
        for entry in carried { row[entry + 1] += word.counts[debate] }
      }
      return GroupModel.Word(counts: row, weight: word.weight)
    }
    return Array(model.scores(of: labelled).dropFirst())
  }
}
