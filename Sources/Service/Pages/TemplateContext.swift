/// What a template reads, as nested dictionaries: the template library looks names up in these at once, where it would
/// reflect every property of a struct for every name.
///
/// Beside each list `things` stands `hasThings`, since Mustache cannot ask whether a list is empty around it.
enum TemplateContext {
  /// Several structs whose properties a template finds in one place.
  struct Joined {
    var parts: [Any]

    init(_ parts: Any...) { self.parts = parts }
  }

  /// A struct, a list or a value with everything in it; nil for nothing, and for a function.
  static func of(_ value: Any) -> Any? {
    switch value {
    case is String, is Int, is Bool: return value
    case let list as [String]: return list
    case let joined as Joined: return joined.parts.reduce(into: [:]) { $0.merge(properties(of: $1)) { _, new in new } }
    case let list as [Any]: return list.compactMap(of)
    default: break
    }
    switch Mirror(reflecting: value).displayStyle {
    case .optional: return Mirror(reflecting: value).children.first.flatMap { of($0.value) }
    case .struct: return properties(of: value)
    default: return nil
    }
  }

  private static func properties(of value: Any) -> [String: Any] {
    var properties: [String: Any] = [:]
    for case (let label?, let child) in Mirror(reflecting: value).children {
      guard let context = of(child) else { continue }
      properties[label] = context
      if let list = context as? [Any] {
        properties["has" + label.prefix(1).uppercased() + label.dropFirst()] = !list.isEmpty
      }
    }
    return properties
  }
}
