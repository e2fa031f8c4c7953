import Analysis
import Debates
import Schema
import Xapian

extension SearchIndex {
  /// An expertise with a page of the debates that carry it; nil for one that no debate carries and nobody declares, or
  /// none that this audience may see.
  ///
  /// - Parameter name: under any spelling: accents, case and apostrophes do not matter.
  /// - Throws: `IndexError`.
  public func expertiseContents(_ name: String, _ request: PageRequest = PageRequest()) throws -> ExpertiseContents? {
    let clock = ContinuousClock.now
    return try inOneRevision {
      let columns = try columns()
      guard let entry = nameTable(of: .expertise, columns).entry(named: name) else { return nil }
      let debates = columns.newestFirst(columns.debates(carrying: entry))
      let written = columns.expertises.entries[entry].name
      let profile = Columns.number(of: .profile)
      let said = debates.flatMap { columns.ofDebates.of($0).filter { columns.kinds[Int($0)] != profile } }
      let declaring = Set(
        columns.expertises.ofPeople.indices.filter { columns.expertises.ofPeople[$0].contains(entry) })
      let speakers = speakers(of: said, declaring, columns)
      let declared = speakers.filter(\.declares)
      return ExpertiseContents(
        name: written,
        debates: try request.page(of: debates).map { try summary(columns.debates.values.string(at: $0)) },
        total: debates.count, offset: max(0, request.offset),
        declaring: Array(declared.prefix(SearchIndex.speakersOfExpertise)), declaringTotal: declared.count,
        speakers: Array(speakers.filter { $0.passages > 0 }.prefix(SearchIndex.speakersOfExpertise)),
        speakersTotal: speakers.count { $0.passages > 0 }, years: Activity(of: said, columns).years,
        related: associated(with: entry, debates, columns),
        evidence: try evidence(
          of: written, within: .term(Terms.label(.expertise, written)), limit: SearchIndex.evidenceOfExpertise),
        tookMilliseconds: SearchIndex.milliseconds(since: clock))
    }
  }

  /// Everybody who says or writes something in some passages, or declares the expertise; most passages first.
  private func speakers(of said: [UInt32], _ declaring: Set<Int>, _ columns: Columns) -> [ExpertiseSpeaker] {
    var counts = [(passages: Int, debates: Int, last: UInt32)](
      repeating: (0, 0, 0), count: columns.people.entries.count)
    // Passages of one debate follow each other.
    for document in said {
      let voice = Int(columns.people.voices[Int(document)])
      let debate = columns.debates.ordinals[Int(document)]
      counts[voice].passages += 1
      if counts[voice].last != debate { counts[voice].debates += 1 }
      counts[voice].last = debate
    }
    let speakers = counts.indices.dropFirst().compactMap { entry -> ExpertiseSpeaker? in
      guard counts[entry].passages > 0 || declaring.contains(entry) else { return nil }
      let person = columns.people.entries[entry].person
      return ExpertiseSpeaker(
        id: person.id, name: person.name, debates: counts[entry].debates, passages: counts[entry].passages,
        declares: declaring.contains(entry))
    }
    return speakers.sorted { ($0.passages, $1.name, $1.id) > ($1.passages, $0.name, $0.id) }
  }

  private func associated(with entry: Int, _ debates: [Int], _ columns: Columns) -> [AssociatedExpertise] {
    let entries = columns.expertises.entries
    let total = columns.expertises.ofDebates.count { !$0.isEmpty }
    var both: [Int: Int] = [:]
    for debate in debates {
      for other in columns.expertises.ofDebates[debate] where other != entry { both[other, default: 0] += 1 }
    }
    let associated = both.map { other, count in
      AssociatedExpertise(
        name: entries[other].name, debates: count,
        strength: Association.strength(
          both: count, one: debates.count, other: entries[other].debates, of: total))
    }
    return Array(
      associated.filter { $0.strength > 0 }.sorted { ($0.strength, $1.name) > ($1.strength, $0.name) }.prefix(
        SearchIndex.associatedShown))
  }

  private static let speakersOfExpertise = 20
  private static let evidenceOfExpertise = 5
  private static let associatedShown = 10
}
