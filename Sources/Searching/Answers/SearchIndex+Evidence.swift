import Debates
import Foundation
import Schema
import Xapian

/// What the passages of somebody, or under some expertise, come to for a query.
struct FoundEvidence {
  var passages: Int
  var debates: Int
  var speakers: Int
  var shown: [EvidenceResult]
}

extension SearchIndex {
  /// The passages that match a query and a filter: how many, and the best of them, from different debates where there
  /// are some. Where none match, the best of the filter's own are shown.
  func evidence(for query: Query, within filter: Query, limit: Int, _ snippets: Snippet?) throws -> FoundEvidence {
    var options = SearchOptions(limit: UInt32(clamping: SearchIndex.maximumEvidence))
    options.k1 = parameters.k1
    options.b = parameters.b
    var matches = try reader.handle.search(.filter(query, by: filter), options)
    let columns = try columns()
    let debates = Set(matches.documents.map { columns.debates.ordinals[Int($0)] })
    let speakers = Set(matches.documents.map { columns.people.voices[Int($0)] }).subtracting([0])
    let count = matches.documents.count == Int(options.limit) ? Int(matches.estimate) : matches.documents.count
    if matches.documents.isEmpty {
      options.limit = UInt32(clamping: limit)
      matches = try reader.handle.search(filter, options)
    }
    let chosen = Evidence.choose(
      Array(matches.documents.indices), speakers: matches.documents.map { columns.debates.ordinals[Int($0)] },
      limit: limit)
    let shown = try snippets.map { snippets in
      try passageResults(chosen.map { matches.documents[$0] }, scores: chosen.map { matches.weights[$0] }, snippets)
    }
    return FoundEvidence(passages: count, debates: debates.count, speakers: speakers.count, shown: shown ?? [])
  }

  private func passageResults(
    _ documents: [UInt32], scores: [Double], _ snippets: Snippet
  ) throws -> [EvidenceResult] {
    let columns = try columns()
    let debates = try documents.map { document in
      try stored(columns.debates.values.string(at: Int(columns.debates.ordinals[Int(document)])))
    }
    let passages = try passages(documents, scores: scores, urls: debates.map { $0?.url }, snippets)
    return zip(passages, debates).map { EvidenceResult(passage: $0, debate: $1.map(EvidenceResult.Place.init)) }
  }

  /// What somebody said or wrote, under any of their ids.
  func passages(of person: PeopleTable.Entry) -> Query {
    .or(person.ids.map { .term(Terms.label(.speaker, $0)) })
  }

  private static let maximumEvidence = 200
}
