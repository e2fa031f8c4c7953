/// JSON Schema (2020-12, as OpenAPI 3.1 takes it) of what a parameter takes.
extension ParameterValue {
  var schema: JSONObject {
    switch self {
    case .text(let maximum): ["type": "string", "maxLength": maximum]
    case .name(let maximum): ["type": "string", "minLength": 1, "maxLength": maximum]
    case .choice(let choices): ["type": "string", "enum": choices]
    case .integer(let range): ["type": "integer", "minimum": range.lowerBound, "maximum": range.upperBound]
    case .number(let range): ["type": "number", "minimum": range.lowerBound, "maximum": range.upperBound]
    case .flag: ["type": "string", "enum": ["true", "false"]]
    case .date:
      [
        "type": "string",
        "description": "More is understood: \"décembre 2009\", \"last 30 days\", \"il y a 2 ans\".",
        "anyOf": [
          ["pattern": "^(1[0-9]|20)[0-9]{2}$"],
          ["pattern": "^(1[0-9]|20)[0-9]{2}-(0[1-9]|1[0-2])$"],
          ["pattern": "^(1[0-9]|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$"],
          ["enum": ["today", "yesterday", "last-year", "this-month", "hier", "l'an dernier"]],
        ] as [JSONObject],
      ]
    }
  }
}

/// An object of JSON, as Foundation writes it.
typealias JSONObject = [String: any Sendable]
