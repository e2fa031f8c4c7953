import Debates
import Searching

/// The filters of a session: one of each name, which holds until it is changed.
struct SessionFilters {
  /// What filters are called, as in the query language.
  static let names = FieldQuery.Label.allCases.map(\.rawValue) + ["in", "lang", "date"]

  private var byName: [String: FieldQuery] = [:]

  /// In the order of `names`.
  var fields: [FieldQuery] { SessionFilters.names.compactMap { byName[$0] } }

  mutating func clear() { byName = [:] }

  /// Sets a filter; takes it away when there is no value.
  ///
  /// - Returns: what is wrong with the value; nil when nothing is.
  mutating func set(_ name: String, to value: String) -> String? {
    guard !value.isEmpty else {
      byName[name] = nil
      return nil
    }
    switch name {
    case "in":
      guard let kind = PassageKind(rawValue: value) else {
        return ":in takes " + PassageKind.allCases.map(\.rawValue).joined(separator: ", ")
      }
      byName[name] = .kinds([kind])
    case "lang":
      guard let language = SpokenLanguage(rawValue: value) else { return ":lang takes fr, en" }
      byName[name] = .languages([language.rawValue])
    case "date":
      do throws(DateExpressionError) {
        byName[name] = .date(try DateExpression(value).range)
      } catch {
        return "\(error)"
      }
    default:
      byName[name] = FieldQuery.Label(rawValue: name).map { .label($0, [value]) }
    }
    return nil
  }
}
