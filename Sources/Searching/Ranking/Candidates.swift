import Debates
import Schema
import Xapian

/// The passages that vote: the best of the index for a query, with the columns that ranking reads.
struct Candidates {
  var documents: [UInt32]
  var scores: [Double]
  var debates: [String]
  /// The speaker's id; empty where there is none.
  var speakers: [String]
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
    options.slots = [Slot.debate.rawValue, Slot.debateLength.rawValue, Slot.speaker.rawValue]
    if sort == .date { options.sort = .value(slot: Slot.date.rawValue, ascending: false) }
    let matches = try reader.handle.search(query, options)
    let debates = matches.values[0]
    return Candidates(
      documents: matches.documents, scores: matches.weights,
      debates: (0..<matches.documents.count).map { debates.string(at: $0) },
      speakers: (0..<matches.documents.count).map { matches.values[2].string(at: $0) },
      debateLengths: (0..<matches.documents.count).map { Double(matches.values[1].string(at: $0)) ?? 0 },
      total: max(Int(matches.estimate), matches.documents.count),
      isCapped: Int(matches.upperBound) > matches.documents.count)
  }

  /// The ids of passages, in the given order.
  func passageIds(_ documents: [UInt32]) throws -> [String] {
    let data = try reader.handle.data(of: documents)
    return try documents.indices.map { try StoredJSON.decode(StoredPassage.self, from: data[$0]).id }
  }
}
