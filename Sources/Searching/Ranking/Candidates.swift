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
  /// How many passages match; an estimate when `isCapped`.
  var total: Int
  /// Whether there are more passages than vote.
  var isCapped: Bool

  /// What a count over the candidates is over all that match.
  func extrapolated(_ count: Int) -> Int {
    guard isCapped, !documents.isEmpty else { return count }
    return Int((Double(count) * Double(total) / Double(documents.count)).rounded())
  }
}

extension SearchIndex {
  /// The best passages for a query, by what Xapian makes of it, in the order of their own scores.
  ///
  /// - Parameter limit: how many; nil for all that vote for debates.
  func candidates(
    _ tree: QueryTree, _ filters: Filters, sort: SearchRequest.Sort = .relevance, limit: Int? = nil
  ) throws -> Candidates {
    let limit = limit ?? parameters.candidates
    var options = SearchOptions()
    options.limit = UInt32(clamping: limit)
    options.k1 = parameters.k1
    options.b = parameters.b
    if sort == .date { options.sort = .value(slot: Slot.date.rawValue, ascending: false) }
    var matches = try reader.handle.search(compile(tree, filters), options)
    // Where few passages have the words, those that say it in others are worth looking at.
    if matches.documents.count < limit, !tree.words.isEmpty {
      matches = try reader.handle.search(compile(tree, filters, isWide: true), options)
    }
    var words = try words(of: tree, in: matches.documents)
    let columns = try columnsWhenWorthwhile()
    var scores = matches.documents.indices.map { words.score($0, parameters) }
    try discountOtherLanguages(&scores, matches.documents, tree, columns)
    var documents = matches.documents
    if sort == .relevance, !words.words.isEmpty {
      let order = DebateVotes.order(of: scores)
      words.occurrences = words.occurrences.reordered(order)
      documents = order.map { matches.documents[$0] }
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
      total: max(Int(matches.estimate), matches.documents.count),
      isCapped: Int(matches.upperBound) > matches.documents.count)
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
