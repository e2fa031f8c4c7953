/// A metric and its samples in the text format of Prometheus
/// (prometheus.io/docs/instrumenting/exposition_formats, version 0.0.4).
///
/// The library for services keeps counters for the life of a process; it writes no `HELP`, and label values as they
/// are, where the names of sources may hold quotes and line feeds.
struct MetricFamily {
  enum Kind: String { case gauge }

  /// Such as `palabre_index_bytes`, its unit last.
  var name: String
  var help: String
  var kind = Kind.gauge
  private var samples: [(labels: [(String, String)], value: Double)] = []

  init(_ name: String, _ help: String) {
    self.name = name
    self.help = help
  }

  /// - Parameter value: nothing is told when it is nil.
  mutating func add(_ value: Double?, _ labels: (String, String)...) {
    if let value { samples.append((labels, value)) }
  }

  /// Its lines; none when it has no sample.
  var text: String {
    guard !samples.isEmpty else { return "" }
    let lines = samples.map { sample in
      let labels = sample.labels.map { "\($0)=\"\(MetricFamily.escaped($1, quotes: true))\"" }
      return "\(name){\(labels.joined(separator: ","))} \(MetricFamily.number(sample.value))\n"
    }
    return "# HELP \(name) \(MetricFamily.escaped(help, quotes: false))\n# TYPE \(name) \(kind.rawValue)\n"
      + lines.joined()
  }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\"" where quotes: result += "\\\""
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// Whole numbers without a fraction, so that a person can read a time.
  private static func number(_ value: Double) -> String { Int64(exactly: value).map(String.init) ?? "\(value)" }
}
