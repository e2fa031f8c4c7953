import Analysis
import Debates
import Schema
import Xapian

extension SearchIndex {
  /// What is connected with a debate of the index; nil when there is no such debate, or none that the caller may see.
  /// - Throws: `IndexError`.
  public func related(toDebate id: String, _ request: RelatedRequest = RelatedRequest()) throws -> RelatedResponse? {
    let clock = ContinuousClock.now
    return try inOneRevision {
      guard let subject = try subject(ofDebate: id) else { return nil }
      return try related(to: subject, named: id, request, since: clock)
    }
  }

  /// What is connected with a text: a draft, a page that is no debate yet. Its first line counts as its title.
  /// - Throws: `IndexError`.
  public func related(toText text: String, _ request: RelatedRequest = RelatedRequest()) throws -> RelatedResponse {
    let clock = ContinuousClock.now
    return try inOneRevision { try related(to: try subject(of: text), named: text, request, since: clock) }
  }

  private func related(
    to subject: Subject, named name: String, _ request: RelatedRequest, since clock: ContinuousClock.Instant
  ) throws -> RelatedResponse {
    let request = request.bounded
    let words = try counted(subject.terms.modelWords, by: columns().debateCounts)
    let debates = try relatedDebates(to: subject, words)
    let query = subject.terms.query(limit: parameters.keyTermsAsked)
    let snippets = snippets(for: subject.terms)
    let known = Set(try subject.id.flatMap { try stored($0)?.connected } ?? [])
    let results = try debates.prefix(request.limit).map { debate in
      try result(debate, subject, words, query, known, evidence: request.evidence, snippets)
    }
    return RelatedResponse(
      query: name, total: debates.count, tookMilliseconds: SearchIndex.milliseconds(since: clock), results: results,
      expertises: try suggestedExpertises(for: subject, words, debates, query, request, snippets),
      speakers: try suggestedSpeakers(for: subject, debates, query, request, snippets))
  }

  private func result(
    _ related: RelatedDebate, _ subject: Subject, _ words: [GroupModel.Word], _ query: Query, _ known: Set<String>,
    evidence: Int, _ snippets: Snippet
  ) throws -> RelatedResult {
    let columns = try columns()
    let id = related.result.id
    let stored = try stored(id)
    let found = try self.evidence(
      for: query, within: .term(Terms.id(.debate, id)), limit: evidence, snippets)
    let model = debateModel(columns, background: parameters.relatedBackground)
    let shared = zip(subject.terms.terms, words).compactMap { term, word in
      model.gain(of: word, in: related.ordinal).map { (term: term, gain: $0 * word.weight) }
    }
    let best = shared.filter { $0.gain > 0 }.sorted { $0.gain > $1.gain }.prefix(SearchIndex.sharedTermsShown)
    let expertises = subject.debate.map { columns.expertises.ofDebates[$0] } ?? []
    let people = subject.debate.map { columns.people.speakers(of: $0) } ?? []
    return RelatedResult(
      debate: DebateResult(
        id: id, title: stored?.title ?? "", url: stored?.url, date: stored?.date, score: related.result.score,
        passages: found.shown.map(\.passage)),
      terms: SearchIndex.distinct(best.map { $0.term.written }),
      expertises: expertises.filter { columns.expertises.ofDebates[related.ordinal].contains($0) }.map {
        columns.expertises.entries[$0].name
      },
      speakers: people.filter { columns.people.speakers(of: related.ordinal).contains($0) }.map {
        columns.people.entries[$0].person.name
      }.prefix(SearchIndex.sharedTermsShown).map { $0 },
      isConnected: known.contains(id))
  }

  private func suggestedExpertises(
    for subject: Subject, _ words: [GroupModel.Word], _ debates: [RelatedDebate], _ query: Query,
    _ request: RelatedRequest, _ snippets: Snippet
  ) throws -> [SuggestedExpertise] {
    let columns = try columns()
    let carried = Set(subject.debate.map { columns.expertises.ofDebates[$0] } ?? [])
    let ranked = try rankedExpertises(for: subject, words, debates)
    return try ranked.filter { !carried.contains($0.entry) }.prefix(request.suggestions).map { expertise in
      let name = columns.expertises.entries[expertise.entry].name
      let voters = debates.prefix(parameters.votingDebates).filter {
        columns.expertises.ofDebates[$0.ordinal].contains(expertise.entry)
      }
      let found = try evidence(
        for: query, within: .term(Terms.label(.expertise, name)), limit: request.evidence, snippets)
      let stems = nameStems(name).reduce(into: Set<String>()) { $0.formUnion($1) }
      return SuggestedExpertise(
        name: name, score: expertise.result.score, debates: voters.count,
        from: voters.prefix(SearchIndex.sharedTermsShown).map(\.result.id),
        terms: SearchIndex.distinct(subject.terms.terms.filter { stems.contains($0.stem) }.map(\.written)),
        evidence: found.shown)
    }
  }

  private func suggestedSpeakers(
    for subject: Subject, _ debates: [RelatedDebate], _ query: Query, _ request: RelatedRequest, _ snippets: Snippet
  ) throws -> [SpeakerResult] {
    let columns = try columns()
    let present = Set(subject.debate.map { columns.people.inDebate($0) } ?? [])
    let ranked = try rankedPeople(for: subject, debates)
    return try ranked.filter { !present.contains($0.entry) }.prefix(request.suggestions).map {
      let passages = passages(of: columns.people.entries[$0.entry])
      return try speaker($0, evidence(for: query, within: passages, limit: request.evidence, snippets))
    }
  }

  /// Words to show: stems of two languages may stand for one word, accents may be missing from one of its spellings,
  /// and a sign or a single letter tells nobody anything.
  static func distinct(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { word in
      word.count { $0.isLetter || $0.isNumber } > 1 && word.contains(where: \.isLetter)
        && seen.insert(FoldedKey.of(word)).inserted
    }
  }

  private static let sharedTermsShown = 6
}
