import Foundation
import Schema
import Xapian

extension SearchIndex {
  /// Ranks debates by the votes of their passages, each with the best of them.
  /// - Throws: `IndexError`.
  public func debates(_ request: SearchRequest) throws -> SearchResponse<DebateResult> {
    try answer(request, .debates) { tree, candidates in
      var ranked = try rankedDebates(candidates)
      if let halfLife = request.halfLife { ranked = try aged(ranked, candidates, by: Recency(halfLife: halfLife)) }
      if request.sort == .date { ranked = try newestFirst(ranked) }
      let snippets = request.snippets ? try snippets(for: tree) : nil
      let shown = ranked.dropFirst(request.offset).prefix(request.limit)
      let results = try shown.enumerated().map { place, debate in
        try result(
          debate, candidates, snippets,
          evidence: request.offset + place == 0 ? request.evidence.first : request.evidence.others)
      }
      return (results, candidates.extrapolated(ranked.count))
    }
  }

  /// Ranks passages.
  /// - Throws: `IndexError`.
  public func passages(_ request: SearchRequest) throws -> SearchResponse<PassageResult> {
    try answer(request, .passages) { tree, candidates in
      let shown = candidates.documents.indices.dropFirst(request.offset).prefix(request.limit)
      let results = try passages(
        shown.map { candidates.documents[$0] }, scores: shown.map { candidates.scores[$0] },
        urls: shown.map { try stored(candidates.debates.string(at: $0))?.url },
        request.snippets ? try snippets(for: tree) : nil)
      return (results, candidates.total)
    }
  }

  func answer<Result>(
    _ request: SearchRequest, _ rank: SearchRequest.Rank,
    _ results: (QueryTree, Candidates) throws -> (results: [Result], total: Int)
  ) throws -> SearchResponse<Result> {
    let clock = ContinuousClock.now
    let tree = parse(request.query)
    return try inOneRevision {
      // Debates are voted for by their most relevant passages, however they are sorted then.
      let sort = Result.self == PassageResult.self ? request.sort : .relevance
      let candidates = try candidates(
        tree, request.filters, sort: sort, limit: rank.candidates(parameters, last: request.offset + request.limit))
      let (results, total) = try results(tree, candidates)
      return SearchResponse(
        query: request.query, total: total, estimated: candidates.isCapped,
        tookMilliseconds: SearchIndex.milliseconds(since: clock), results: results, facets: [:], suggestion: nil)
    }
  }

  private func newestFirst(_ ranked: [RankedDebate]) throws -> [RankedDebate] {
    let dated = try ranked.map { (debate: $0, date: try stored($0.id)?.date ?? "") }
    // The sort is stable: of one date, the better comes first.
    return dated.sorted { $0.date > $1.date }.map(\.debate)
  }

  private func result(
    _ debate: RankedDebate, _ candidates: Candidates, _ snippets: Snippet?, evidence: Int
  ) throws -> DebateResult {
    let stored = try stored(debate.id)
    let shown =
      snippets == nil
      ? [] : Evidence.choose(debate.candidates, speakers: candidates.speakers.ordinals, limit: evidence)
    return DebateResult(
      id: debate.id, title: stored?.title ?? "", url: stored?.url, date: stored?.date, score: debate.result.score,
      passages: try passages(
        shown.map { candidates.documents[$0] }, scores: shown.map { candidates.scores[$0] },
        urls: shown.map { _ in stored?.url }, snippets))
  }

  func passages(
    _ documents: [UInt32], scores: [Double], urls: [String?], _ snippets: Snippet?
  ) throws -> [PassageResult] {
    let data = try reader.handle.data(of: documents)
    return try documents.indices.map { i in
      let stored = try StoredJSON.decode(StoredPassage.self, from: data[i])
      let choice = snippets?.choose(in: stored.text)
      let start = stored.second(at: choice?.firstMatch ?? 0)
      return PassageResult(
        id: stored.id, kind: stored.kind, speaker: stored.speaker, start: start,
        url: urls[i].map { SearchIndex.link($0, at: start) }, language: stored.language, score: scores[i],
        snippet: choice?.highlights.html ?? "", highlights: choice?.highlights)
    }
  }

  /// The address of a second of a debate's page, as a media fragment (W3C Media Fragments URI 1.0, section 4.2.1).
  private static func link(_ url: String, at second: Double?) -> String {
    guard let second, second > 0, !url.contains("#"), let whole = Int(exactly: second.rounded(.down)) else {
      return url
    }
    return "\(url)#t=\(whole)"
  }

  static func milliseconds(since start: ContinuousClock.Instant) -> Double {
    let components = (ContinuousClock.now - start).components
    let milliseconds = Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
    return (milliseconds * 1000).rounded() / 1000
  }
}
