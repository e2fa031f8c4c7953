import Analysis
import Debates
import Schema
import Xapian

/// The passages that vote: the best of the index for a query, with the columns that ranking reads.
struct Candidates {
  /// Where they have the words of the query.
  var words: CandidateWords
  var documents: [UInt32]
  var scores: [Double]
  /// The debate's id.
  var debates: Column
  /// The id of who says or writes it; empty where nobody is known.
  var speakers: Column
  /// Numbers as in `Columns.kinds`.
  var kinds: [UInt8]
  /// The passage's fingerprint.
  var likeness: [UInt64]
  /// The length of each candidate's debate.
  var debateLengths: [Double]
  /// All that matches, of which these are the best.
  var matching: Matching
  /// Whether there are more passages than vote.
  var isCapped: Bool

  /// What a count over the candidates is over all that match.
  func extrapolated(_ count: Int) -> Int {
    guard isCapped, !documents.isEmpty else { return count }
    return Int((Double(count) * Double(matching.total) / Double(documents.count)).rounded())
  }
}

extension SearchIndex {
  /// The best passages for a query, in the order of their own scores.
  ///
  /// - Parameter limit: how many; nil for all that vote for debates.
  func candidates(
    _ tree: QueryTree, _ filters: [FieldQuery] = [], limit: Int? = nil, deadline: Deadline = Deadline(after: nil)
  ) throws -> Candidates {
    let limit = limit ?? parameters.candidates
    let matching = try matching(tree, filters, limit: limit, deadline: deadline)
    let found = try matching.words.isEmpty ? newest(matching.found, limit: limit) : matching.best(limit)
    return try candidates(tree, matching, found)
  }

  /// Some of what matches, in the order of their own scores.
  ///
  /// - Parameter isSorted: whether their order stands as it is.
  func candidates(
    _ tree: QueryTree, _ matching: Matching, _ found: [UInt32], isSorted: Bool = false
  ) throws -> Candidates {
    var words = try words(matching.words, in: found)
    let columns = try columnsWhenWorthwhile()
    var scores = found.indices.map { words.score($0, parameters) }
    try discountOtherLanguages(&scores, found, tree, columns)
    var documents = found
    if !words.words.isEmpty, !isSorted {
      let order = DebateVotes.order(of: scores)
      words.reorder(order)
      documents = order.map { found[$0] }
      scores = order.map { scores[$0] }
    }
    let debates = try columns.map { Column($0.debates, of: documents) } ?? column(.debate, documents)
    return Candidates(
      words: words, documents: documents, scores: scores, debates: debates,
      speakers: try columns.map { Column($0.speakers, of: documents) } ?? column(.speaker, documents),
      kinds: try columns.map { columns in documents.map { columns.kinds[Int($0)] } } ?? kinds(documents),
      likeness: try columns.map { columns in documents.map { columns.likeness[Int($0)] } } ?? fingerprints(documents),
      debateLengths: try columns.map { columns in debates.ordinals.map { columns.debateLengths[Int($0)] } }
        ?? lengthsOfDebates(documents),
      matching: matching, isCapped: matching.isEstimate || matching.total > documents.count)
  }

  /// Who asks in a language reads it: a passage of the other one has to be better to come first. It is never hidden.
  private func discountOtherLanguages(
    _ scores: inout [Double], _ documents: [UInt32], _ tree: QueryTree, _ columns: Columns?
  ) throws {
    guard parameters.otherLanguageWeight < 1, let language = SearchIndex.language(of: tree.words) else { return }
    let languages = try columns.map { Column($0.languages, of: documents) } ?? column(.language, documents)
    let isOther = (0..<languages.distinct).map { ordinal in
      ordinal > 0 && languages.value(UInt32(ordinal)) != language.rawValue
    }
    for candidate in scores.indices where isOther[Int(languages.ordinals[candidate])] {
      scores[candidate] *= parameters.otherLanguageWeight
    }
  }

  /// The language that most words of a query are of; nil when that is not clear.
  static func language(of words: [QueryWord]) -> Language? {
    Language.allCases.first { language in words.count { $0.language == language } * 2 > words.count }
  }

  private func column(_ slot: Slot, _ documents: [UInt32]) throws -> Column {
    Column(try reader.handle.values(slot: slot.rawValue, of: documents))
  }

  private func kinds(_ documents: [UInt32]) throws -> [UInt8] {
    let kinds = try column(.kind, documents)
    let numbers = (0..<kinds.distinct).map { Columns.kindNumber(kinds.value(UInt32($0))) }
    return kinds.ordinals.map { numbers[Int($0)] }
  }

  private func fingerprints(_ documents: [UInt32]) throws -> [UInt64] {
    let values = try reader.handle.values(slot: Slot.likeness.rawValue, of: documents)
    return documents.indices.map { Columns.fingerprint(values[$0]) }
  }

  private func lengthsOfDebates(_ documents: [UInt32]) throws -> [Double] {
    let values = try reader.handle.values(slot: Slot.debateLength.rawValue, of: documents)
    return documents.indices.map { Double(values.string(at: $0)) ?? 0 }
  }

  /// The ids of passages, in the given order.
  func passageIds(_ documents: [UInt32]) throws -> [String] {
    let data = try reader.handle.data(of: documents)
    return try documents.indices.map { try StoredJSON.decode(StoredPassage.self, from: data[$0]).id }
  }
}
