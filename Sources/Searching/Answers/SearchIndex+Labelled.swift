import Debates
import Schema
import Xapian

extension SearchIndex {
  /// Somebody with what they said that matches.
  func speaker(
    _ ranked: RankedPerson, _ matching: Matching, evidence limit: Int, _ snippets: Snippet?
  ) throws -> SpeakerResult {
    let passages = Array(try columns().ofPeople.of(ranked.entry))
    return try speaker(ranked, evidence(in: matching, within: passages, limit: limit, snippets))
  }

  /// Somebody with what was found of them.
  func speaker(_ ranked: RankedPerson, _ found: FoundEvidence) throws -> SpeakerResult {
    let entry = try columns().people.entries[ranked.entry]
    return SpeakerResult(
      id: entry.person.id, name: entry.person.name, affiliation: try affiliation(of: entry),
      score: ranked.result.score, debates: found.debates, passages: found.passages,
      isSmallSample: entry.passages < parameters.smallSample, evidence: found.shown)
  }

  /// An expertise with what matches in the debates that carry it, or of the people who declare it.
  func expertise(
    _ ranked: RankedExpertise, _ matching: Matching, evidence limit: Int, _ snippets: Snippet?
  ) throws -> ExpertiseResult {
    let columns = try columns()
    let expertises = columns.expertises
    var passages: Set<UInt32> = []
    for (debate, carried) in expertises.ofDebates.enumerated() where carried.contains(ranked.entry) {
      passages.formUnion(columns.ofDebates.of(debate))
    }
    for (person, declared) in expertises.ofPeople.enumerated() where declared.contains(ranked.entry) {
      passages.formUnion(columns.ofPeople.of(person))
    }
    let found = try evidence(in: matching, within: passages.sorted(), limit: limit, snippets)
    return ExpertiseResult(
      name: expertises.entries[ranked.entry].name, score: ranked.result.score, debates: found.debates,
      speakers: found.speakers, evidence: found.shown)
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

  private static let maximumDebatesRead = 20
}
