import Searching

extension SearchPageWriter {
  /// The facets in the order of the page, with the filters that they set.
  private static let facets: [(facet: Facet, parameter: Parameter)] = [
    (.kind, .kind), (.language, .language), (.category, .category), (.format, .format), (.speaker, .speaker),
    (.expertise, .expertise), (.location, .location),
  ]

  /// Values that are shown at once, and those that are shown on demand.
  private static let valuesShown = 6
  private static let valuesListed = 24
  /// Values that an answer has to have: every month of thirty years, for the bars of one of them.
  static let facetLimit = 400

  func write(_ facets: [String: FacetResult], into view: inout SearchPage) {
    view.facets = SearchPageWriter.facets.compactMap { facet, parameter in
      facets[facet.rawValue].flatMap { written($0, parameter) }
    }
    view.timeline = timeline(facets)
  }

  private func written(_ result: FacetResult, _ parameter: Parameter) -> SearchPage.Facet? {
    guard !result.values.isEmpty else { return nil }
    let chosen = result.values.filter(\.selected)
    let others = result.values.filter { !$0.selected }
    let first = chosen + others.prefix(max(0, SearchPageWriter.valuesShown - chosen.count))
    let rest = others.dropFirst(first.count - chosen.count).prefix(SearchPageWriter.valuesListed)
    let isShort = [.kind, .language, .category].contains(parameter)
    return SearchPage.Facet(
      name: name(of: parameter), isOpen: isShort || !chosen.isEmpty,
      values: first.map { value($0, parameter, isEstimate: result.estimated) },
      rest: rest.isEmpty
        ? nil
        : .init(
          restName: wording.search.more(rest.count),
          restValues: rest.map { value($0, parameter, isEstimate: result.estimated) }))
  }

  private func value(
    _ value: FacetResult.Value, _ parameter: Parameter, isEstimate: Bool
  ) -> SearchPage.FacetValue {
    let text = ["kind", "language"].contains(parameter.name) ? self.text(value.value, of: parameter) : value.label
    let others = parameters[parameter].filter { !isMeant(value, by: $0) }
    let changed =
      value.selected
      ? others.reduce(parameters.with(parameter, nil)) { $0.adding(parameter, $1) }
      : parameters.adding(parameter, value.value)
    let count = wording.counts.number(value.count)
    return .init(
      label: text, href: page.links.search(changed), count: isEstimate ? wording.search.about(count) : count,
      isChosen: value.selected)
  }

  /// Whether a filter that somebody wrote is this value: it may say a part of a name.
  private func isMeant(_ value: FacetResult.Value, by written: String) -> Bool {
    written == value.value || written.lowercased() == value.label.lowercased() || parameters.isAlone(written)
  }

  // MARK: Time

  /// Years, or the months of the one year that was chosen.
  private func timeline(_ facets: [String: FacetResult]) -> Timeline? {
    let count: (Int) -> String = { page.count($0, of: rank == .passages ? .passages : .debates) }
    if let year = chosenYear, let months = facets[Facet.month.rawValue] {
      return months.values.isEmpty ? nil : self.months(of: year, months, count)
    }
    let years = (facets[Facet.year.rawValue]?.values ?? []).compactMap { value in
      Int(value.value).map { (year: $0, number: value.count) }
    }
    return page.timeline(
      "timeline", wording.search.timelineYears, years, chosen: chosenYears(among: years.map(\.year)), count: count
    ) { year in
      page.links.search(parameters.with(.from, String(year)).with(.to, String(year)))
    }
  }

  private func months(of year: Int, _ result: FacetResult, _ count: (Int) -> String) -> Timeline {
    let numbers = Dictionary(result.values.map { ($0.value, $0.count) }) { $0 + $1 }
    let names = (1...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0)" }
    let highest = names.compactMap { numbers[$0] }.max() ?? 0
    return Timeline(
      timelineId: "timeline", timelineTitle: wording.search.timelineMonths(String(year)),
      bars: names.enumerated().map { place, month in
        Timeline.Bar(
          href: page.links.search(parameters.with(.from, month).with(.to, month)),
          isChosen: parameters.text(.from) == month && parameters.text(.to) == month,
          share: PageWriter.share(numbers[month] ?? 0, of: highest), shortName: wording.dates.shortMonths[place],
          text: wording.search.bar(wording.dates.text(month), count(numbers[month] ?? 0)))
      },
      timelineBack: LinkedText(
        text: wording.search.allYears, href: page.links.search(parameters.with(.from, nil).with(.to, nil))))
  }

  /// The year in which everything must be.
  private var chosenYear: Int? {
    guard let from = parameters.text(.from)?.prefix(4), from == parameters.text(.to)?.prefix(4) else { return nil }
    return Int(from)
  }

  private func chosenYears(among years: [Int]) -> Set<Int> {
    let from = parameters.text(.from).flatMap { Int($0.prefix(4)) }
    let to = parameters.text(.to).flatMap { Int($0.prefix(4)) }
    guard from != nil || to != nil else { return [] }
    return Set(years.filter { $0 >= from ?? .min && $0 <= to ?? .max })
  }
}

extension RequestParameters {
  /// Whether a value is the only one of its filter.
  fileprivate func isAlone(_ value: String) -> Bool {
    Parameter.filters.contains { self[$0] == [value] }
  }
}
