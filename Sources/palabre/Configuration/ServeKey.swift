import Foundation
import Schema
import Service

/// What can be set of the service, by its name under `serve:` in a configuration file, and under the same name elsewhere.
enum ServeKey: String, CaseIterable {
  case host, port, workers, audience
  case siteName = "site_name"
  case baseURL = "base_url"
  case allowOrigin = "allow_origin"
  case maxAge = "max_age"
  case timeLimit = "time_limit"
  case leastPassages = "least_passages"
  case logFormat = "log_format"
  case logLevel = "log_level"

  /// On the command line: `--site-name`.
  var flag: String { "--" + rawValue.replacing("_", with: "-") }
  /// In the environment: `PALABRE_SITE_NAME`.
  var variable: String { "PALABRE_" + rawValue.uppercased() }

  /// What it is where nobody says anything.
  var standard: String {
    let standard = ServiceConfiguration(index: "")
    return switch self {
    case .host: standard.host
    case .port: "\(standard.port)"
    case .workers: "\(standard.workers)"
    case .audience: standard.audience.rawValue
    case .siteName: standard.siteName
    case .baseURL, .allowOrigin: ""
    case .maxAge: "\(standard.maximumAge)"
    case .timeLimit: "\(Int(standard.timeLimit / .milliseconds(1)))"
    case .leastPassages: "\(standard.leastPassages)"
    case .logFormat: LogFormat.text.rawValue
    case .logLevel: "info"
    }
  }

  /// What it may be, of those that are numbers.
  private var range: ClosedRange<Int>? {
    switch self {
    case .port: 0...65_535
    case .workers: ServiceConfiguration.workersRange
    case .maxAge: 0...86_400
    case .timeLimit: 10...60_000
    case .leastPassages: 0...Int(Int32.max)
    default: nil
    }
  }

  /// What it may be, of those that are one of some words.
  private var choices: [String]? {
    switch self {
    case .audience: ["public", "members"]
    case .logFormat: LogFormat.allCases.map(\.rawValue)
    case .logLevel: ["debug", "info", "notice", "warning", "error"]
    default: nil
    }
  }

  /// What is wrong with a value; nil for nothing.
  func problem(with text: String) -> String? {
    if let range {
      return Int(text).map(range.contains) == true
        ? nil : "\"\(text)\" is not a number from \(range.lowerBound) to \(range.upperBound)"
    }
    if let choices { return choices.contains(text) ? nil : "\"\(text)\" is none of \(choices.joined(separator: ", "))" }
    switch self {
    case .host, .siteName: return text.isEmpty ? "empty" : nil
    case .baseURL:
      return BaseURL(text) == nil ? "\"\(text)\" is not an address such as https://example.org/debats" : nil
    case .allowOrigin:
      let wrong = ServeKey.list(text).first { $0 != "*" && BaseURL($0)?.description != $0 }
      return wrong.map { "\"\($0)\" is neither * nor an origin such as https://example.org" }
    default: return nil
    }
  }

  /// The pieces of a list, which commas or spaces part.
  static func list(_ text: String) -> [String] {
    text.split { $0 == "," || $0.isWhitespace }.map(String.init)
  }
}

/// How the service writes what happens.
enum LogFormat: String, CaseIterable {
  /// For people.
  case text
  /// A line of JSON for each event.
  case json
}
