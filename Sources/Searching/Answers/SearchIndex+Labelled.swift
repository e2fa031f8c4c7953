import Debates
import Schema
import Xapian

extension SearchIndex {
  /// Ranks people, each with passages from different debates.
  /// - Throws: `IndexError`.
  public func speakers(_ request: SearchRequest) throws -> SearchResponse<SpeakerResult> {
    try answer(request, .speakers) { tree, candidates in
      let ranked = try rankedPeople(request.query, tree, candidates, filters: request.filters)
      let query = try compile(tree, request.filters)
      let snippets = request.snippets ? try snippets(for: tree) : nil
      let results = try ranked.dropFirst(request.offset).prefix(request.limit).map { person in
        try speaker(person, query, evidence: request.evidence.others, snippets)
      }
      return (results, ranked.count)
    }
  }

  /// Ranks expertises, each with passages from different debates that carry it.
  /// - Throws: `IndexError`.
  public func expertises(_ request: SearchRequest) throws -> SearchResponse<ExpertiseResult> {
    try answer(request, .expertises) { tree, candidates in
      let ranked = try rankedExpertises(tree, candidates, filters: request.filters)
      let query = try compile(tree, request.filters)
      let snippets = request.snippets ? try snippets(for: tree) : nil
      let results = try ranked.dropFirst(request.offset).prefix(request.limit).map { expertise in
        try self.expertise(expertise, query, evidence: request.evidence.others, snippets)
      }
      return (results, ranked.count)
    }
  }

  /// Somebody with what they said that matches.
  func speaker(
    _ ranked: RankedPerson, _ query: Query, evidence limit: Int, _ snippets: Snippet?
  ) throws -> SpeakerResult {
    let entry = try columns().people.entries[ranked.entry]
    let found = try evidence(for: query, within: passages(of: entry), limit: limit, snippets)
    return SpeakerResult(
      id: entry.person.id, name: entry.person.name, affiliation: try affiliation(of: entry),
      score: ranked.result.score, debates: found.debates, passages: found.passages,
      isSmallSample: entry.passages < parameters.smallSample, evidence: found.shown)
  }

  /// An expertise with what matches in the debates that carry it, or of the people who declare it.
  func expertise(
    _ ranked: RankedExpertise, _ query: Query, evidence limit: Int, _ snippets: Snippet?
  ) throws -> ExpertiseResult {
    let columns = try columns()
    let name = columns.expertises.entries[ranked.entry].name
    var within: [Query] = [.term(Terms.label(.expertise, name))]
    for (person, declared) in columns.expertises.ofPeople.enumerated() where declared.contains(ranked.entry) {
      within.append(passages(of: columns.people.entries[person]))
      if within.count > SearchIndex.maximumDeclarers { break }
    }
    let found = try evidence(for: query, within: .or(within), limit: limit, snippets)
    return ExpertiseResult(
      name: name, score: ranked.result.score, debates: found.debates, speakers: found.speakers, evidence: found.shown)
  }

  /// Whom somebody spoke for, by the latest debate that says it.
  private func affiliation(of entry: PeopleTable.Entry) throws -> String? {
    let columns = try columns()
    let announced = entry.debates.sorted().suffix(SearchIndex.maximumDebatesRead)
    let stored = try announced.compactMap { try self.stored(columns.debates.values.string(at: Int($0))) }
    let dated = stored.compactMap { debate -> (date: String, affiliation: String)? in
      let speaker = debate.speakers?.first { entry.ids.contains($0.id) && $0.affiliation != nil }
      return speaker?.affiliation.map { (debate.date ?? "", $0) }
    }
    return dated.max { $0.date < $1.date }?.affiliation
  }

  private static let maximumDeclarers = 50
  private static let maximumDebatesRead = 20
}
