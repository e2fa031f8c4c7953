import Debates
import Foundation
import Schema
import Xapian

extension SearchIndex {
  /// Expertises for a subject, best first: by the connected debates that carry them, by their names, and by all that is
  /// said in their debates.
  func rankedExpertises(
    for subject: Subject, _ words: [GroupModel.Word], _ debates: [RelatedDebate]
  ) throws -> [RankedExpertise] {
    let columns = try columns()
    let entries = columns.expertises.entries
    let carried = BestOf(count: parameters.votingDebates, power: 2).sums(
      debates.map { (exp($0.result.score), columns.expertises.ofDebates[$0.ordinal].map { ($0, 1) }) }, items: entries.count)
    let total = subject.terms.terms.reduce(0) { $0 + $1.weight }
    return entries.indices.compactMap { entry -> RankedExpertise? in
      let name = nameStems(entries[entry].name)
      let shared = subject.terms.terms.reduce(0) { sum, term in
        name.contains { $0.contains(term.stem) } ? sum + term.weight : sum
      }
      guard carried[entry] > 0 else { return nil }
      return RankedExpertise(
        entry: entry,
        result: RankedResult(
          id: entries[entry].name,
          parts: [
            .init(name: "debates", value: carried[entry], weight: 1),
            .init(
              name: "name", value: name.isEmpty ? 0 : shared / total / Double(name.count).squareRoot(),
              weight: parameters.relatedNameWeight),
          ]))
    }.sorted { ($0.result.score, $1.result.id) > ($1.result.score, $0.result.id) }
  }

  /// People for a subject, best first: by the connected debates that they take part in, and by what they say of its key
  /// terms as a whole.
  func rankedPeople(for subject: Subject, _ debates: [RelatedDebate]) throws -> [RankedPerson] {
    let columns = try columns()
    let entries = columns.people.entries
    let part = BestOf(count: parameters.votingDebates, power: 2).sums(
      debates.map { (exp($0.result.score), weighted(columns.people.ofDebates[$0.ordinal])) }, items: entries.count)
    let asked = subject.terms.modelWords.prefix(parameters.keyTermsAsked)
    let model = GroupModel(
      lengths: columns.personWords, share: parameters.stemShare,
      smoothing: .init(prior: parameters.modelPrior, background: parameters.relatedBackground))
    let said = BestOf.relative(model.scores(of: try counted(Array(asked), by: columns.personCounts)))
    return entries.indices.dropFirst().compactMap { entry -> RankedPerson? in
      guard part[entry] > 0 || said[entry] > 0 else { return nil }
      return RankedPerson(
        entry: entry,
        result: RankedResult(
          id: entries[entry].person.id,
          parts: [
            .init(name: "debates", value: part[entry], weight: 1), .init(name: "as a whole", value: said[entry], weight: 1),
          ]),
        candidates: [])
    }.sorted { ($0.result.score, $1.result.id) > ($1.result.score, $0.result.id) }
  }
}
