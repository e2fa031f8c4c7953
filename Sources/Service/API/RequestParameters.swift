import Debates
import Searching

/// The parameters of a request, each checked against what its endpoint has and what it takes.
struct RequestParameters: Sendable {
  let values: [Parameter: [String]]

  init(_ values: [Parameter: [String]]) { self.values = values }

  /// How to take what is not understood.
  enum Strictness {
    /// It is an error: programs want to know.
    case strict
    /// It is left out: an address that was mended by hand, or carries somebody's campaign, still shows its page. A text
    /// that is too long is cut.
    case lenient
  }

  /// - Throws: `ServiceError` for what is not understood, unless it is `.lenient`.
  init(
    _ query: RequestQuery, allowing allowed: [Parameter], _ strictness: Strictness = .strict
  ) throws(ServiceError) {
    var values: [Parameter: [String]] = [:]
    for (name, written) in query.items {
      do throws(ServiceError) {
        guard let parameter = Parameter(rawValue: name), allowed.contains(parameter) else {
          throw .unknownParameter(name, known: allowed.map(\.name))
        }
        var text = written
        if strictness == .lenient, case .text(let maximum) = parameter.value { text = text.cut(to: maximum) }
        if let problem = parameter.value.problem(with: text) { throw .invalidParameter(name, reason: problem) }
        let known = values[parameter] ?? []
        guard known.isEmpty || parameter.isRepeatable else { throw .repeatedParameter(name) }
        guard known.count < Parameter.maximumValues else {
          throw .invalidParameter(name, reason: "takes at most \(Parameter.maximumValues) values")
        }
        values[parameter] = known + [text]
      } catch {
        if strictness == .strict { throw error }
      }
    }
    self.values = values
  }

  /// The values of a parameter; none where it was not given.
  subscript(parameter: Parameter) -> [String] { values[parameter] ?? [] }

  func text(_ parameter: Parameter) -> String? { values[parameter]?.first }

  func integer(_ parameter: Parameter, default number: Int) -> Int {
    text(parameter).flatMap(ParameterValue.integer) ?? number
  }

  func flag(_ parameter: Parameter, default flag: Bool) -> Bool { text(parameter).map { $0 == "true" } ?? flag }

  /// What is asked, as the library takes it; `after` wins over `offset`.
  func searchRequest(_ rank: SearchRequest.Rank? = nil) -> SearchRequest {
    var request = SearchRequest(text(.query) ?? "")
    request.rank = rank ?? text(.rank).flatMap(SearchRequest.Rank.init) ?? .debates
    request.limit = integer(.limit, default: 10)
    request.after = text(.after)
    request.offset = request.after == nil ? integer(.offset, default: 0) : 0
    request.sort = text(.sort).flatMap(SearchRequest.Sort.init) ?? .relevance
    request.facets = flag(.facets, default: true) ? Facet.allCases : []
    request.facetLimit = integer(.facetLimit, default: 10)
    request.halfLife = text(.halfLife).flatMap(ParameterValue.number)
    request.filters = filters
    return request
  }

  /// What every passage must be, or be of.
  var filters: [FieldQuery] {
    let labels: [(FieldQuery.Label, Parameter)] = [
      (.speaker, .speaker), (.author, .author), (.expertise, .expertise), (.category, .category), (.format, .format),
      (.location, .location),
    ]
    var filters = labels.filter { !self[$1].isEmpty }.map { FieldQuery.label($0, self[$1]) }
    let from = text(.from).flatMap(DateParameter.range)?.from
    let to = text(.to).flatMap(DateParameter.range)?.to
    if from != nil || to != nil { filters.append(.date(DateRange(from: from, to: to))) }
    if !self[.language].isEmpty { filters.append(.languages(self[.language])) }
    let kinds = self[.kind].compactMap(PassageKind.init)
    if !kinds.isEmpty { filters.append(.kinds(kinds)) }
    return filters
  }
}

extension String {
  /// Its first Unicode scalars.
  fileprivate func cut(to maximum: Int) -> String {
    unicodeScalars.count > maximum ? String(String.UnicodeScalarView(unicodeScalars.prefix(maximum))) : self
  }
}
