import Debates
import Schema
import Xapian

/// The passages that vote: the best of the index for a query, with the columns that ranking reads.
struct Candidates {
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
  func candidates(_ query: Query, sort: SearchRequest.Sort) throws -> Candidates {
    var options = SearchOptions()
    options.limit = UInt32(clamping: parameters.candidates)
    options.k1 = parameters.k1
    options.b = parameters.b
    if sort == .date { options.sort = .value(slot: Slot.date.rawValue, ascending: false) }
    let matches = try reader.handle.search(query, options)
    let columns = try columnsWhenWorthwhile()
    let debates = try columns.map { Column($0.debates, of: matches.documents) } ?? column(.debate, matches.documents)
    let kinds = try columns.map { columns in matches.documents.map { columns.kinds[Int($0)] } } ?? kinds(matches.documents)
    return Candidates(
      documents: matches.documents, scores: matches.weights, debates: debates,
      speakers: try columns.map { Column($0.speakers, of: matches.documents) } ?? column(.speaker, matches.documents),
      kinds: kinds,
      likeness: try columns.map { columns in matches.documents.map { columns.likeness[Int($0)] } }
        ?? fingerprints(matches.documents),
      debateLengths: try columns.map { columns in debates.ordinals.map { columns.debateLengths[Int($0)] } }
        ?? lengthsOfDebates(matches.documents),
      total: max(Int(matches.estimate), matches.documents.count),
      isCapped: Int(matches.upperBound) > matches.documents.count)
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
