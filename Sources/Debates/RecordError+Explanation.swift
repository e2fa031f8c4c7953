import Foundation

extension RecordError {
  /// Foundation's decoding errors in plain words.
  init(explaining error: any Error) {
    switch error {
    case let error as RecordError:
      self = error
    case DecodingError.typeMismatch(let type, let context):
      let found = context.debugDescription.split(separator: " found ").last.map(String.init)
      self.init(
        field: Self.field(context.codingPath),
        reason: "expected \(Self.name(of: type)), found \(Self.found(found ?? "something else"))")
    case DecodingError.valueNotFound(let type, let context):
      self.init(field: Self.field(context.codingPath), reason: "expected \(Self.name(of: type)), found null")
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      self.init(field: Self.field(context.codingPath), reason: context.debugDescription)
    case DecodingError.dataCorrupted(let context):
      let detail = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
      self.init(reason: Self.syntax(detail ?? context.debugDescription))
    default:
      self.init(reason: "\(error)")
    }
  }

  private static func field(_ path: [any CodingKey]) -> String? {
    path.isEmpty ? nil : RecordPath.text(path)
  }

  private static func name(of type: Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Double.Type, is Int.Type: "a number"
    case is Bool.Type: "true or false"
    case is any Collection.Type where !(type is any ExpressibleByDictionaryLiteral.Type): "a list"
    default: "an object"
    }
  }

  private static func found(_ words: String) -> String {
    let words = words.replacing(" instead", with: "").replacing(".", with: "")
    return switch words {
    case "a string": "a text"
    case "bool": "true or false"
    case "an array": "a list"
    case "a dictionary": "an object"
    default: words
    }
  }

  private static func syntax(_ detail: String) -> String {
    if detail.contains("nested") {
      return "nested deeper than the JSON parser's limit of \(RecordLimits.maximumDepth) levels; flatten it"
    }
    if detail.contains("end of file") || detail.contains("Unterminated") {
      return "cut short: the JSON ends before the record does; send the whole record"
    }
    let detail = detail.replacing(" around line 1, ", with: " at ").trimmingCharacters(in: ["."])
    return "not valid JSON: \(detail)"
  }
}
