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
    let all = FacetCounter(found: try byDebate(matching.found), unit: unit)
    var results: [String: FacetResult] = [:]
    for facet in facets {
      let own = matching.filters.map(\.field).filter { Facet.narrowed(by: $0).contains(facet) }
      let counter =
        own.isEmpty
        ? all
        : FacetCounter(
          found: FoundByDebate(
            matching.found { Facet.narrowed(by: $0).contains(facet) }, columns,
            exactPassages: FacetCounter.exactPassages), unit: unit)
      let counted = counted(facet, counter, columns)
      let isSelected = own.map { self.isSelected(columns, by: $0) }
      let shown = facet.isHistogram ? min(limit, 1) * SearchIndex.longestHistogram : limit
      let chosen = counted.values(limit: shown) { value in isSelected.contains { $0(value) } }
      results[facet.rawValue] = FacetResult(
        values: facet.isHistogram ? chosen.sorted { $0.value < $1.value } : chosen, more: counted.count - chosen.count,
        estimated: counter.isEstimate || matching.isEstimate)
    }
    return results
  }

  private func counted(_ facet: Facet, _ counter: FacetCounter, _ columns: Columns) -> CountedValues {
    switch facet {
    case .kind:
      let kinds = [""] + PassageKind.allCases.map(\.rawValue)
      return CountedValues(counter.count(passagesBy: columns.kinds, count: kinds.count)) { kinds[$0] }
    case .language:
      let languages = columns.languages
      let counts = counter.count(passagesBy: languages.ordinals, count: languages.values.count)
      return CountedValues(counts) { languages.values.string(at: $0) }
    case .year: return periods(counter, columns, digits: 4)
    case .month: return periods(counter, columns, digits: 6)
    case .category: return labels(columns.categories, counter)
    case .format: return labels(columns.formats, counter)
    case .location: return labels(columns.locations, counter)
    case .expertise:
      let entries = columns.expertises.entries
      let counts = counter.count(entries.count) { columns.expertises.ofDebates[$0] }
      return CountedValues([0] + counts) { $0 == 0 ? "" : entries[$0 - 1].name }
    case .speaker:
      let people = columns.people.entries
      let counts = counter.count(passagesBy: columns.people.voices, count: people.count)
      return CountedValues(counts, value: { people[$0].person.id }, label: { people[$0].person.name })
    }
  }

  private func labels(_ labels: DebateLabels, _ counter: FacetCounter) -> CountedValues {
    CountedValues(counter.count(labels.names.count) { [Int(labels.ofDebates[$0])] }) { labels.names[$0] }
  }

  /// Years or months: the first digits of days.
  private func periods(_ counter: FacetCounter, _ columns: Columns, digits: Int) -> CountedValues {
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
    return CountedValues(
      counter.count(passagesBy: columns.dates.ordinals, values: periods, count: names.count), isByTime: true
    ) { names[$0] }
  }

  /// Years and months: those of a day for a year, or of a month for 30.
  private static let longestHistogram = 366

  /// The values that a field asks for.
  private func isSelected(_ columns: Columns, by field: FieldQuery) -> (FacetResult.Value) -> Bool {
    switch field {
    case .label(let label, let values):
      let names = columns.names(of: label)
      let chosen = Set(
        entries(of: label, meantBy: values, columns).compactMap { entry in
          label == .speaker || label == .author ? columns.people.entries[entry].person.id : names[entry].first
        })
      return { chosen.contains($0.value) }
    case .kinds(let kinds): return { value in kinds.contains { $0.rawValue == value.value } }
    case .languages(let languages): return { languages.contains($0.value) }
    case .dates(let ranges):
      return { value in
        guard let period = try? Moment(value.value) else { return false }
        return ranges.contains { $0.firstKey <= period.sortKey && period.lastSortKey <= $0.lastKey }
      }
    case .title: return { _ in false }
    }
  }
}

extension Facet {
  /// Whether its values are read in the order of time.
  var isHistogram: Bool { self == .year || self == .month }
}

/// How often each value was counted; value 0 is none.
private struct CountedValues {
  private let counts: [Int]
  private let isByTime: Bool
  private let value: (Int) -> String
  private let label: (Int) -> String
  /// The values that were counted at all.
  private let found: [Int]

  /// - Parameter isByTime: whether the latest values are the ones that count, and not the most frequent.
  init(_ counts: [Int], isByTime: Bool = false, value: @escaping (Int) -> String, label: ((Int) -> String)? = nil) {
    self.counts = counts
    self.isByTime = isByTime
    self.value = value
    self.label = label ?? value
    found = counts.indices.dropFirst().filter { counts[$0] > 0 }
  }

  var count: Int { found.count }

  /// The first values, and those that are chosen.
  func values(limit: Int, _ isChosen: (FacetResult.Value) -> Bool) -> [FacetResult.Value] {
    var shown = found
    if !isByTime, found.count > limit {
      // Names are only looked at where counts do not decide.
      let least = found.map { counts[$0] }.sorted(by: >)[max(0, limit - 1)]
      shown = limit == 0 ? [] : found.filter { counts[$0] >= least }
    }
    var values = sorted(shown.map(result))
    if isByTime { values = Array(values.suffix(limit)) } else { values = Array(values.prefix(limit)) }
    for index in values.indices { values[index].selected = isChosen(values[index]) }
    guard found.count > values.count else { return values }
    let known = Set(values.map(\.value))
    let chosen = found.map(result).filter { !known.contains($0.value) && isChosen($0) }
    return values
      + sorted(chosen).map { chosen in
        var chosen = chosen
        chosen.selected = true
        return chosen
      }
  }

  private func sorted(_ values: [FacetResult.Value]) -> [FacetResult.Value] {
    if isByTime { return values.sorted { $0.value < $1.value } }
    return values.sorted { ($0.count, $1.label, $1.value) > ($1.count, $0.label, $0.value) }
  }

  private func result(_ index: Int) -> FacetResult.Value {
    FacetResult.Value(value: value(index), label: label(index), count: counts[index], selected: false)
  }
}
