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
    let count = matches.documents.count == Int(options.limit) ? Int(matches.estimate) : matches.documents.count
    let matched = matches.documents
    if matched.isEmpty {
      options.limit = UInt32(clamping: limit)
      matches = try reader.handle.search(filter, options)
    }
    return try evidence(
      count: count, matched, shown: matches.documents, scores: matches.weights, limit: limit, snippets)
  }

  /// The same of what matches a query already. Passages of the group, of which the best are shown where none match.
  func evidence(
    in matching: Matching, within group: [UInt32], limit: Int, _ snippets: Snippet?
  ) throws -> FoundEvidence {
    let matched = group.filter(matching.found.contains)
    let shown = (matched.isEmpty ? group : matched).sorted {
      (matching.scores[Int($0)], $1) > (matching.scores[Int($1)], $0)
    }.prefix(SearchIndex.maximumEvidence)
    return try evidence(
      count: matched.count, matched, shown: Array(shown), scores: shown.map { Double(matching.scores[Int($0)]) },
      limit: limit, snippets)
  }

  private func evidence(
    count: Int, _ matched: [UInt32], shown: [UInt32], scores: [Double], limit: Int, _ snippets: Snippet?
  ) throws -> FoundEvidence {
    let columns = try columns()
    let debates = Set(matched.map { columns.debates.ordinals[Int($0)] })
    let speakers = Set(matched.map { columns.people.voices[Int($0)] }).subtracting([0])
    let chosen = Evidence.choose(
      Array(shown.indices), speakers: shown.map { columns.debates.ordinals[Int($0)] }, limit: limit)
    let results = try snippets.map { snippets in
      try passageResults(chosen.map { shown[$0] }, scores: chosen.map { scores[$0] }, snippets)
    }
    return FoundEvidence(passages: count, debates: debates.count, speakers: speakers.count, shown: results ?? [])
  }

  private func passageResults(
    _ documents: [UInt32], scores: [Double], _ snippets: Snippet
  ) throws -> [EvidenceResult] {
    let columns = try columns()
    let debates = try documents.map { document in
      try stored(columns.debates.values.string(at: Int(columns.debates.ordinals[Int(document)])))
    }
    let passages = try passages(documents, scores: scores, of: debates, snippets)
    return zip(passages, debates).map { EvidenceResult(passage: $0, debate: $1.map(EvidenceResult.Place.init)) }
  }

  /// What somebody said or wrote, under any of their ids.
  func passages(of person: PeopleTable.Entry) -> Query {
    .or(person.ids.map { .term(Terms.label(.speaker, $0)) })
  }

  private static let maximumEvidence = 200
}
