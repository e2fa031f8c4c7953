import Debates
import Schema
import Xapian

extension SearchIndex {
  /// What the index holds, as far as its audience may see it.
  /// - Throws: `IndexError`.
  public func overview() throws -> IndexOverview {
    try inOneRevision { try knownOverview() }
  }

  /// The same, in the revision that an answer is made from.
  func knownOverview() throws -> IndexOverview { try tables.overview.value { try readOverview() } }

  private func readOverview() throws -> IndexOverview {
    let columns = try columns()
    let documents = columns.ofDebates.all
    let days = columns.days.lazy.filter { $0 > 0 }
    var categories = [Int](repeating: 0, count: columns.categories.names.count)
    for category in columns.categories.ofDebates { categories[Int(category)] += 1 }
    let debates = (1..<max(1, columns.ofDebates.count)).filter { !columns.ofDebates.of($0).isEmpty }
    return IndexOverview(
      debates: debates.count, passages: documents.count, kinds: columns.countsOfKinds(documents),
      languages: columns.countsOfLanguages(documents),
      people: columns.people.entries.dropFirst().count { $0.passages > 0 || !$0.debates.isEmpty },
      expertises: columns.expertises.entries.count, firstDay: days.min().flatMap(Activity.day),
      lastDay: days.max().flatMap(Activity.day),
      newest: try columns.newestFirst(debates).prefix(SearchIndex.newestShown).map {
        try summary(columns.debates.values.string(at: $0))
      },
      topCategories: SearchIndex.top(
        zip(columns.categories.names, categories).dropFirst().map { ValueCount(value: $0, count: $1) }),
      topExpertises: SearchIndex.top(
        columns.expertises.entries.map { ValueCount(value: $0.name, count: $0.debates) }),
      years: Activity(of: documents, columns).years)
  }

  private static func top(_ values: [ValueCount]) -> [ValueCount] {
    Array(ValueCount.sorted(values).prefix(topShown))
  }

  private static let newestShown = 10
  private static let topShown = 30
}
