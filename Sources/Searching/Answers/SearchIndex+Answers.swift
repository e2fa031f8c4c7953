import Foundation
import Schema
import Xapian

extension SearchIndex {
  /// Ranks debates by the votes of their passages, each with the best of them.
  /// - Throws: `IndexError`, `SearchError.foreignCursor`.
  public func debates(_ request: SearchRequest) throws -> SearchResponse<DebateResult> {
    try answer(request, .debates) { asked in
      let found = try foundDebates(asked)
      let snippets = asked.request.snippets ? try snippets(for: asked.tree, deadline: asked.deadline) : nil
      let page = try page(of: found.ranked, asked.request) { $0.map(\.id) }
      let results = try page.shown.enumerated().map { place, debate in
        try result(
          debate, found.candidates, snippets,
          evidence: asked.request.offset + place == 0 && asked.request.after == nil
            ? asked.request.evidence.first : asked.request.evidence.others)
      }
      return Answered(results: results, total: found.total, isEstimate: found.isEstimate, page: page)
    }
  }

  /// Ranks passages.
  /// - Throws: `IndexError`, `SearchError.foreignCursor`.
  public func passages(_ request: SearchRequest) throws -> SearchResponse<PassageResult> {
    try answer(request, .passages) { asked in
      let candidates = try rankedPassages(asked)
      let page = try page(of: Array(candidates.documents.indices), asked.request) { places in
        try passageIds(places.map { candidates.documents[$0] })
      }
      let debates = try page.shown.map { try stored(candidates.debates.string(at: $0)) }
      var results = try passages(
        page.shown.map { candidates.documents[$0] }, scores: page.shown.map { candidates.scores[$0] }, of: debates,
        asked.request.snippets ? try snippets(for: asked.tree, deadline: asked.deadline) : nil)
      for place in results.indices { results[place].debate = debates[place].map(EvidenceResult.Place.init) }
      return Answered(
        results: results, total: asked.matching.total, isEstimate: asked.matching.isEstimate, page: page)
    }
  }

  /// Ranks people, each with passages from different debates.
  /// - Throws: `IndexError`, `SearchError.foreignCursor`.
  public func speakers(_ request: SearchRequest) throws -> SearchResponse<SpeakerResult> {
    try answer(request, .speakers) { asked in
      let candidates = try candidates(asked)
      let ranked = try rankedPeople(asked.request.query, asked.tree, candidates, filters: asked.filters)
      let snippets = asked.request.snippets ? try snippets(for: asked.tree, deadline: asked.deadline) : nil
      let page = try page(of: ranked, asked.request) { $0.map(\.result.id) }
      let results = try page.shown.map { person in
        try speaker(person, asked.matching, evidence: asked.request.evidence.others, snippets)
      }
      return Answered(results: results, total: ranked.count, isEstimate: candidates.isCapped, page: page)
    }
  }

  /// Ranks expertises, each with passages from different debates that carry it.
  /// - Throws: `IndexError`, `SearchError.foreignCursor`.
  public func expertises(_ request: SearchRequest) throws -> SearchResponse<ExpertiseResult> {
    try answer(request, .expertises) { asked in
      let candidates = try candidates(asked)
      let ranked = try rankedExpertises(asked.tree, candidates, filters: asked.filters)
      let snippets = asked.request.snippets ? try snippets(for: asked.tree, deadline: asked.deadline) : nil
      let page = try page(of: ranked, asked.request) { $0.map(\.result.id) }
      let results = try page.shown.map { expertise in
        try self.expertise(expertise, asked.matching, evidence: asked.request.evidence.others, snippets)
      }
      return Answered(results: results, total: ranked.count, isEstimate: candidates.isCapped, page: page)
    }
  }

  // MARK: Ranks, one more than is shown where there is more

  private func candidates(_ asked: Asked) throws -> Candidates {
    let limit = asked.request.rank.candidates(parameters, last: asked.request.last + 1)
    let matching = asked.matching
    let found = try matching.words.isEmpty ? newest(matching.found, limit: limit) : matching.best(limit)
    return try candidates(asked.tree, matching, found)
  }

  /// Debates in their order, what they were ranked from, and how many there are in all.
  private struct FoundDebates {
    var ranked: [RankedDebate]
    var candidates: Candidates
    var total: Int
    var isEstimate: Bool
  }

  private func foundDebates(_ asked: Asked) throws -> FoundDebates {
    let request = asked.request
    guard request.sort == .relevance else {
      let (ranked, candidates, total) = try debatesByDate(
        asked.tree, asked.matching, oldestFirst: request.sort == .oldest, limit: request.last + 1)
      return FoundDebates(
        ranked: ranked, candidates: candidates, total: total, isEstimate: asked.matching.isEstimate)
    }
    let candidates = try candidates(asked)
    var ranked = try rankedDebates(candidates)
    if let halfLife = request.halfLife { ranked = try aged(ranked, candidates, by: Recency(halfLife: halfLife)) }
    var found = FoundDebates(
      ranked: ranked, candidates: candidates, total: ranked.count, isEstimate: candidates.isCapped)
    guard candidates.isCapped else { return found }
    if knownColumns == nil {
      found.total = candidates.extrapolated(ranked.count)
    } else {
      let counter = FacetCounter(found: try byDebate(asked.matching.found), unit: .debates)
      found.total = counter.debates
      found.isEstimate = asked.matching.isEstimate || counter.isEstimate
    }
    return found
  }

  private func rankedPassages(_ asked: Asked) throws -> Candidates {
    guard asked.request.sort != .relevance else { return try candidates(asked) }
    let found = try byDate(
      asked.matching.found, asked.matching, oldestFirst: asked.request.sort == .oldest, limit: asked.request.last + 1)
    return try candidates(asked.tree, asked.matching, found, isSorted: true)
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
        of: shown.map { _ in stored }, snippets))
  }

  func passages(
    _ documents: [UInt32], scores: [Double], of debates: [StoredDebate?], _ snippets: Snippet?
  ) throws -> [PassageResult] {
    let data = try reader.handle.data(of: documents)
    return try documents.indices.map { i in
      let stored = try StoredJSON.decode(StoredPassage.self, from: data[i])
      let choice = snippets?.choose(in: stored.text)
      let start = stored.second(at: choice?.firstMatch ?? 0)
      return PassageResult(
        id: stored.id, kind: stored.kind, speaker: stored.speaker, start: start,
        url: debates[i].flatMap { PassageLink.address(of: stored, in: $0, at: start) }, language: stored.language,
        score: scores[i],
        snippet: choice?.highlights.html ?? "", highlights: choice?.highlights)
    }
  }
}
