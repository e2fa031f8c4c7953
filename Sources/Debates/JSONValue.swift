/// A JSON value as read.
enum JSONValue {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case list([JSONValue])
  case object([Member])

  struct Member {
    let key: String
    let value: JSONValue
  }

  /// What it is, for people.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }
}
