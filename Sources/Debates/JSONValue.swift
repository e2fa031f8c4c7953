public import Foundation

/// A JSON value as read; members keep their order, and their repetitions.
public enum JSONValue: Sendable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// Any number, as a double.
  case number(Double)
  /// A text.
  case string(String)
  /// `[…]`
  case list([JSONValue])
  /// `{…}`
  case object([Member])

  /// One key of an object, with its value.
  public struct Member: Sendable {
    /// The name.
    public let key: String
    /// What it stands for.
    public let value: JSONValue

    /// A member.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// What it is, for people.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }

  /// The value of a key, of two with one key the last; nil when absent, null, or when this is no object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    for member in members.reversed() where member.key == key {
      if case .null = member.value { return nil }
      return member.value
    }
    return nil
  }

  /// The text, when this is one.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number, when this is one.
  public var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The elements of a list; a single value stands for a list of one, as JSON-LD allows; none for null.
  public var elements: [JSONValue] {
    switch self {
    case .list(let values): values
    case .null: []
    default: [self]
    }
  }

  /// Reads one JSON value, and nothing after it.
  ///
  /// - Throws: ``RecordError`` that names the byte.
  public init(json: Data, maximumDepth: Int = RecordLimits().maximumDepth) throws(RecordError) {
    let result: Result<JSONValue, RecordError> = json.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span)
      } catch {
        let offset = error.byteOffsets.lowerBound
        return .failure(RecordError(reason: "invalid UTF-8 at byte \(offset) of the record; save the file as UTF-8"))
      }
      do throws(JSONParser.Problem) {
        return .success(try JSONParser.parse(bytes, maximumDepth: maximumDepth))
      } catch {
        guard let offset = error.offset else {
          return .failure(
            RecordError(reason: "cut short: the JSON ends after \(bytes.count) bytes, and \(error.reason)"))
        }
        return .failure(RecordError(reason: "not valid JSON at byte \(offset): \(error.reason)"))
      }
    }
    self = try result.get()
  }
}
