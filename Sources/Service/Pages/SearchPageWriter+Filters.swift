import Debates
import Foundation
import Searching

extension SearchPageWriter {
  /// The labels of filters that people read.
  func name(of parameter: Parameter) -> String {
    switch parameter {
    case .from, .to: wording.names.date
    case .language: wording.names.language
    case .speaker: wording.names.speaker
    case .author: wording.names.author
    case .expertise: wording.names.expertise
    case .category: wording.names.category
    case .format: wording.names.format
    case .location: wording.names.location
    case .kind: wording.names.kind
    default: parameter.name
    }
  }

  /// What a value of a filter says; the label of the facet where an id stands for a person.
  func text(_ value: String, of parameter: Parameter) -> String {
    switch parameter {
    case .kind: PassageKind(rawValue: value).map(page.name(of:)) ?? value
    case .language: page.name(ofLanguage: value) ?? value
    case .from, .to: wording.dates.text(value)
    case .speaker: labels[value] ?? value
    default: value
    }
  }

  /// What the search is narrowed by, each with the search without it.
  var activeFilters: [SearchPage.Filter] {
    var filters: [SearchPage.Filter] = []
    let (from, to) = (parameters.text(.from), parameters.text(.to))
    if from != nil || to != nil {
      filters.append(
        .init(
          name: wording.names.date, text: wording.dates.range(from.map(wording.dates.text), to.map(wording.dates.text)),
          href: page.links.search(parameters.with(.from, nil).with(.to, nil))))
    }
    for parameter in Parameter.filters where parameter != .from && parameter != .to {
      for value in parameters[parameter] {
        filters.append(
          .init(
            name: name(of: parameter), text: text(value, of: parameter),
            href: page.links.search(parameters.removing(parameter, value))))
      }
    }
    return filters
  }

  // MARK: Filters as the query language writes them

  /// The parameters that a filter such as `category:"Santé"` stands for.
  private func parameters(of filter: String) -> [Parameter] {
    switch filter.prefix(while: { $0 != ":" }) {
    case "date": [.from, .to]
    case "in", "kind": [.kind]
    case "lang", "language": [.language]
    case let field: Parameter(rawValue: String(field)).map { [$0] } ?? []
    }
  }

  /// The search without a filter: that of a parameter, or one that stands in the query.
  func parameters(without filter: String) -> RequestParameters {
    let given = parameters(of: filter).filter { !parameters[$0].isEmpty }
    guard given.isEmpty else { return given.reduce(parameters) { $0.with($1, nil) } }
    guard let place = query.range(of: filter) else { return parameters.withoutFilters }
    var rest = query
    rest.replaceSubrange(place, with: "")
    return parameters.with(.query, rest.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// A filter as people read it: `Category: Santé`.
  func written(_ filter: String) -> String {
    guard let parameter = parameters(of: filter).first else { return filter }
    let value = filter.drop { $0 != ":" }.dropFirst().filter { $0 != "\"" }
    let given = parameters[parameter]
    let text = given.contains(String(value)) ? self.text(String(value), of: parameter) : String(value)
    return wording.names.pair(name(of: parameter), text)
  }
}
