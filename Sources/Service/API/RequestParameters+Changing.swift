/// Searches near to another: with one thing more, less or otherwise. Each begins on the first page again.
extension RequestParameters {
  /// With one value for a parameter; without it for nil.
  func with(_ parameter: Parameter, _ value: String?) -> RequestParameters {
    changed { $0[parameter] = value.map { [$0] } }
  }

  /// With one more alternative.
  func adding(_ parameter: Parameter, _ value: String) -> RequestParameters {
    changed { $0[parameter] = ($0[parameter] ?? []) + [value] }
  }

  /// Without an alternative.
  func removing(_ parameter: Parameter, _ value: String) -> RequestParameters {
    changed { values in
      let rest = (values[parameter] ?? []).filter { $0 != value }
      values[parameter] = rest.isEmpty ? nil : rest
    }
  }

  /// Without what narrows the search.
  var withoutFilters: RequestParameters {
    changed { values in for filter in Parameter.filters { values[filter] = nil } }
  }

  /// As the query part of an address, in the order of the table.
  var encoded: String {
    Parameter.allCases.flatMap { parameter in
      self[parameter].map { "\(parameter.name)=\(RequestQuery.encoded($0))" }
    }.joined(separator: "&")
  }

  private func changed(_ change: (inout [Parameter: [String]]) -> Void) -> RequestParameters {
    var values = values
    values[.offset] = nil
    values[.after] = nil
    change(&values)
    return RequestParameters(values)
  }
}
