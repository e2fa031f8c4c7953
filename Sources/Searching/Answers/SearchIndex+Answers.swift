import Foundation
import Schema
import Xapian

extension SearchIndex {
  /// Ranks debates by the votes of their passages, each with the best of them.
  /// - Throws: `IndexError`.
  public func debates(_ request: SearchRequest) throws -> SearchResponse<DebateResult> {
    let clock = ContinuousClock.now
    let tree = parse(request.query)
    let query = try storage { try compile(tree, request.filters) }
    let candidates = try candidates(query, sort: request.sort)
    var ranked = try rankedDebates(tree, candidates)
    if request.sort == .date { ranked.sort { $0.candidates[0] < $1.candidates[0] } }
    let shown = ranked.dropFirst(request.offset).prefix(request.limit)
    let snippets = request.snippets ? try snippets(for: tree) : nil
    let results = try shown.enumerated().map { place, debate in
      let stored = try self.debate(debate.id)
      let evidence = Evidence.choose(
        debate.candidates, speakers: candidates.speakers,
        limit: request.offset + place == 0 ? request.evidence.first : request.evidence.others)
      return DebateResult(
        id: debate.id, title: stored?.title ?? "", url: stored?.url, date: stored?.date, score: debate.score,
        passages: snippets == nil
          ? []
          : try passages(
            evidence.map { candidates.documents[$0] }, scores: evidence.map { candidates.scores[$0] },
            urls: evidence.map { _ in stored?.url }, snippets))
    }
    return SearchResponse(
      query: request.query, total: ranked.count, estimated: candidates.isCapped,
      tookMilliseconds: SearchIndex.milliseconds(since: clock), results: results, facets: [:], suggestion: nil)
  }

  /// Ranks passages.
  /// - Throws: `IndexError`.
  public func passages(_ request: SearchRequest) throws -> SearchResponse<PassageResult> {
    let clock = ContinuousClock.now
    let tree = parse(request.query)
    let query = try storage { try compile(tree, request.filters) }
    let candidates = try candidates(query, sort: request.sort)
    let shown = candidates.documents.indices.dropFirst(request.offset).prefix(request.limit)
    let results = try passages(
      shown.map { candidates.documents[$0] }, scores: shown.map { candidates.scores[$0] },
      urls: shown.map { try debate(candidates.debates[$0])?.url },
      request.snippets ? try snippets(for: tree) : nil)
    return SearchResponse(
      query: request.query, total: candidates.documents.count, estimated: candidates.isCapped,
      tookMilliseconds: SearchIndex.milliseconds(since: clock), results: results, facets: [:], suggestion: nil)
  }

  private func passages(
    _ documents: [UInt32], scores: [Double], urls: [String?], _ snippets: Snippet?
  ) throws -> [PassageResult] {
    let data = try storage { try reader.handle.data(of: documents) }
    return try documents.indices.map { i in
      let stored = try storage { try StoredJSON.decode(StoredPassage.self, from: data[i]) }
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
    guard let second, second > 0, !url.contains("#") else { return url }
    return "\(url)#t=\(Int(second))"
  }

  /// What highlights a query: its terms, each worth its inverse document frequency.
  private func snippets(for tree: QueryTree) throws -> Snippet {
    let count = Double(try storage { try reader.handle.documentCount })
    var terms: [TermPrefix: [String: Double]] = [:]
    func add(_ prefix: TermPrefix, _ stem: String) throws {
      let frequency = Double(try storage { try reader.handle.frequency(ofTerm: prefix.rawValue + stem) })
      if frequency > 0 { terms[prefix, default: [:]][stem] = max(0.1, log((count + 1) / (frequency + 0.5))) }
    }
    for word in tree.words {
      try add(.surface, word.surface)
      for (prefix, stem) in QueryCompiler.stems(of: word) { try add(prefix, stem) }
    }
    for word in tree.phraseWords { try add(.surface, word) }
    return Snippet(analyzer: analyzer, terms: terms)
  }

  private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
    let components = (ContinuousClock.now - start).components
    let milliseconds = Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
    return (milliseconds * 1000).rounded() / 1000
  }
}
