import Analysis
import Debates
import Xapian

extension SearchIndex {
  /// The facets of what matches. The list of a facet is what there would be without its own filters, so that choosing a
  /// value never takes the others away.
  ///
  /// - Parameter limit: values of each facet; chosen ones come on top of that.
  func facets(
    _ facets: [Facet], of matching: Matching, unit: FacetCounter.Unit, limit: Int
  ) throws -> [String: FacetResult] {
    guard !facets.isEmpty else { return [:] }
    let columns = try columns()
    let counter = FacetCounter(columns: columns, unit: unit)
    var results: [String: FacetResult] = [:]
    for facet in facets {
      let own = matching.filters.map(\.field).filter { Facet.narrowed(by: $0).contains(facet) }
      let found = own.isEmpty ? matching.found : matching.found { Facet.narrowed(by: $0).contains(facet) }
      var result = values(of: facet, found, counter, columns)
      for index in result.values.indices {
        result.values[index].selected = own.contains { isSelected(result.values[index], by: $0) }
      }
      result.estimated = result.estimated || matching.isEstimate
      results[facet.rawValue] = facet.isHistogram ? result.latest(limit: 366) : result.most(limit: limit)
    }
    return results
  }

  private func values(
    of facet: Facet, _ found: DocumentSet, _ counter: FacetCounter, _ columns: Columns
  ) -> FacetResult {
    switch facet {
    case .kind:
      let kinds = PassageKind.allCases.map(\.rawValue)
      return result(counter.count(found, values: kinds.count + 1) { UInt32(columns.kinds[$0]) }, [""] + kinds)
    case .language:
      let languages = columns.languages
      let counts = counter.count(found, values: languages.values.count) { languages.ordinals[$0] }
      return result(counts, (0..<languages.values.count).map(languages.values.string))
    case .year: return periods(found, counter, columns, digits: 4)
    case .month: return periods(found, counter, columns, digits: 6)
    case .category: return labels(columns.categories, found, counter)
    case .format: return labels(columns.formats, found, counter)
    case .location: return labels(columns.locations, found, counter)
    case .expertise:
      let entries = columns.expertises.entries
      let counts = counter.count(found, values: entries.count + 1) { debate in
        columns.expertises.ofDebates[debate].map { $0 + 1 }
      }
      return result(counts, [""] + entries.map(\.name))
    case .speaker:
      let people = columns.people
      let counts = counter.count(found, values: people.entries.count) { people.voices[$0] }
      return result(
        counts, people.entries.map { $0.person.id }, labels: people.entries.map { $0.person.name })
    }
  }

  private func labels(_ labels: DebateLabels, _ found: DocumentSet, _ counter: FacetCounter) -> FacetResult {
    let counts = counter.count(found, values: labels.names.count) { debate in [Int(labels.ofDebates[debate])] }
    return result(counts, labels.names)
  }

  /// Years or months: the first digits of days.
  private func periods(
    _ found: DocumentSet, _ counter: FacetCounter, _ columns: Columns, digits: Int
  ) -> FacetResult {
    var names = [""]
    var known: [Substring: UInt32] = [:]
    let periods = (0..<columns.dates.values.count).map { ordinal -> UInt32 in
      let day = columns.dates.values.string(at: ordinal)
      guard ordinal > 0, day.utf8.count == 8 else { return 0 }
      let period = day.prefix(digits)
      if let known = known[period] { return known }
      known[period] = UInt32(names.count)
      names.append(digits == 4 ? String(period) : "\(period.prefix(4))-\(period.suffix(2))")
      return UInt32(names.count - 1)
    }
    let dates = columns.dates.ordinals
    return result(counter.count(found, values: names.count) { $0 < dates.count ? periods[Int(dates[$0])] : 0 }, names)
  }

  private func result(
    _ counted: FacetCounter.Counts, _ values: [String], labels: [String]? = nil
  ) -> FacetResult {
    let found = counted.counts.indices.dropFirst().filter { counted.counts[$0] > 0 && !values[$0].isEmpty }
    return FacetResult(
      values: found.map {
        .init(value: values[$0], label: (labels ?? values)[$0], count: counted.counts[$0], selected: false)
      }, more: 0, estimated: counted.isEstimate)
  }

  private func isSelected(_ value: FacetResult.Value, by field: FieldQuery) -> Bool {
    switch field {
    case .label(_, let values):
      let keys = [FoldedKey.of(value.value), FoldedKey.of(value.label)]
      return values.contains { keys.contains(FoldedKey.of($0)) }
    case .kinds(let kinds): return kinds.contains { $0.rawValue == value.value }
    case .languages(let languages): return languages.contains(value.value)
    case .date(let range):
      guard let period = try? Moment(value.value) else { return false }
      return range.firstKey <= period.sortKey && period.lastSortKey <= range.lastKey
    case .title: return false
    }
  }
}

extension Facet {
  /// Whether its values are read in the order of time.
  var isHistogram: Bool { self == .year || self == .month }
}

extension FacetResult {
  /// The most frequent values, and those that are chosen.
  fileprivate func most(limit: Int) -> FacetResult {
    let sorted = values.sorted { ($0.count, $1.label, $1.value) > ($1.count, $0.label, $0.value) }
    let shown = sorted.enumerated().filter { $0.offset < limit || $0.element.selected }.map(\.element)
    return FacetResult(values: shown, more: values.count - shown.count, estimated: estimated)
  }

  /// The latest periods, in the order of time.
  fileprivate func latest(limit: Int) -> FacetResult {
    let sorted = values.sorted { $0.value < $1.value }
    return FacetResult(
      values: Array(sorted.suffix(limit)), more: max(0, sorted.count - limit), estimated: estimated)
  }
}
