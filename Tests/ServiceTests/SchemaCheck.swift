import Foundation

/// Holds JSON against the part of JSON Schema (2020-12) that the service's own schemas use.
struct SchemaCheck {
  /// An OpenAPI document.
  let document: [String: Any]

  /// What of a value is not as a named schema has it, with the place.
  func faults(_ value: Any, schema name: String) -> [String] {
    faults(value, ["$ref": "#/components/schemas/\(name)"], at: name)
  }

  /// What a reference names; nil for nothing.
  func resolved(_ reference: String) -> Any? {
    guard reference.hasPrefix("#/") else { return nil }
    return reference.dropFirst(2).split(separator: "/").reduce(document as Any?) { place, name in
      (place as? [String: Any])?[String(name)]
    }
  }

  /// The keywords that are understood; a schema with another one would be held against nothing.
  static let keywords: Set<String> = [
    "$ref", "type", "description", "required", "additionalProperties", "properties", "items", "enum", "minimum",
    "maximum", "pattern", "minLength", "maxLength", "allOf", "anyOf", "format",
  ]

  func faults(_ value: Any, _ schema: [String: Any], at place: String) -> [String] {
    var faults = Set(schema.keys).subtracting(SchemaCheck.keywords).map { "\(place): the schema says \($0)" }
    if let reference = schema["$ref"] as? String {
      guard let target = resolved(reference) as? [String: Any] else { return ["\(place): \(reference) is nowhere"] }
      faults += self.faults(value, target, at: place)
    }
    let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty, !types.contains(where: { SchemaCheck.is(value, $0) }) {
      return faults + ["\(place): \(value) is no \(types)"]
    }
    if let choices = schema["enum"] as? [Any], !choices.contains(where: { "\($0)" == "\(value)" }) {
      faults.append("\(place): \(value) is none of \(choices)")
    }
    for part in schema["allOf"] as? [[String: Any]] ?? [] { faults += self.faults(value, part, at: place) }
    if let any = schema["anyOf"] as? [[String: Any]], !any.contains(where: { self.faults(value, $0, at: "").isEmpty }) {
      faults.append("\(place): \(value) is none of what it may be")
    }
    switch value {
    case let number as NSNumber where !SchemaCheck.is(value, "boolean"):
      if let least = schema["minimum"] as? Double, number.doubleValue < least {
        faults.append("\(place): below \(least)")
      }
      if let most = schema["maximum"] as? Double, number.doubleValue > most { faults.append("\(place): above \(most)") }
    case let text as String:
      if let pattern = schema["pattern"] as? String, text.range(of: pattern, options: .regularExpression) == nil {
        faults.append("\(place): \(text) is not \(pattern)")
      }
      if let least = schema["minLength"] as? Int, text.unicodeScalars.count < least { faults.append("\(place): empty") }
    case let list as [Any]:
      guard let items = schema["items"] as? [String: Any] else { break }
      for (number, item) in list.enumerated() { faults += self.faults(item, items, at: "\(place)[\(number)]") }
    case let object as [String: Any]: faults += of(object, schema, at: place)
    default: break
    }
    return faults
  }

  private func of(_ object: [String: Any], _ schema: [String: Any], at place: String) -> [String] {
    let known = schema["properties"] as? [String: [String: Any]] ?? [:]
    var faults = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(place): no \($0)" }
    for (key, value) in object {
      if let property = known[key] {
        faults += self.faults(value, property, at: "\(place).\(key)")
      } else if let other = schema["additionalProperties"] as? [String: Any] {
        faults += self.faults(value, other, at: "\(place).\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        faults.append("\(place).\(key): not described")
      }
    }
    return faults
  }

  private static func `is`(_ value: Any, _ type: String) -> Bool {
    // Both numbers and truth values are NSNumber.
    let isTruth = (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
    return switch type {
    case "null": value is NSNull
    case "boolean": isTruth
    case "string": value is String
    case "integer": !isTruth && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "number": !isTruth && value is NSNumber
    case "array": value is [Any]
    case "object": value is [String: Any]
    default: false
    }
  }
}
