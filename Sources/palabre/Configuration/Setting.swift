/// A value, and who said so.
struct Setting<Value: Sendable>: Sendable {
  var value: Value
  var origin: Origin

  init(_ value: Value, _ origin: Origin) {
    self.value = value
    self.origin = origin
  }
}

/// Where a setting comes from, the strongest first.
enum Origin: Sendable, Equatable {
  /// The command line: `--jobs`, or what stands without a name.
  case flag(String)
  /// A variable.
  case environment(String)
  /// A configuration file.
  case file(String, line: Int?)
  /// Nobody said anything.
  case `default`

  /// One word.
  var kind: String {
    switch self {
    case .flag: "flag"
    case .environment: "environment"
    case .file: "file"
    case .default: "default"
    }
  }

  /// Which flag or variable, or `file:line`; nil for a default.
  var place: String? {
    switch self {
    case .flag(let name), .environment(let name): name
    case .file(let path, let line): line.map { "\(path):\($0)" } ?? path
    case .default: nil
    }
  }
}

extension Setting: Encodable where Value: Encodable {
  private enum CodingKeys: String, CodingKey { case value, from, place }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(value, forKey: .value)
    try fields.encode(origin.kind, forKey: .from)
    try fields.encodeIfPresent(origin.place, forKey: .place)
  }
}
