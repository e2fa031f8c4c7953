import ArgumentParser
import Schema
import Service

/// How the service is to run: what the command line says, else the environment, else the configuration file, else the
/// default.
struct ServeSettings {
  private let settings: [ServeKey: Setting<String>]

  /// - Parameter flags: what the command line says.
  /// - Throws: `ValidationError` for a value that cannot be, with who said it.
  init(flags: [ServeKey: String], file: ConfigurationFile?) throws {
    let environment = SettingsEnvironment()
    settings = try Dictionary(
      uniqueKeysWithValues: ServeKey.allCases.map { key in
        let given =
          flags[key].map { Setting($0, .flag(key.flag)) } ?? environment.text(key.variable) ?? file?.serve[key]
        if let given, let problem = key.problem(with: given.value) {
          throw ValidationError("\(given.origin.place ?? key.flag): \(key.rawValue): \(problem)")
        }
        return (key, given ?? Setting(key.standard, .default))
      })
  }

  subscript(key: ServeKey) -> Setting<String> { settings[key] ?? Setting(key.standard, .default) }

  /// By the name of each.
  var named: [String: Setting<String>] {
    Dictionary(uniqueKeysWithValues: ServeKey.allCases.map { ($0.rawValue, self[$0]) })
  }

  private func number(_ key: ServeKey) -> Int { Int(self[key].value) ?? 0 }

  /// The service that these settings ask for.
  func configuration(index: String) -> ServiceConfiguration {
    var configuration = ServiceConfiguration(index: index)
    configuration.host = self[.host].value
    configuration.port = number(.port)
    configuration.workers = number(.workers)
    configuration.audience = Audience(rawValue: self[.audience].value) ?? .everyone
    configuration.siteName = self[.siteName].value
    configuration.baseURL = BaseURL(self[.baseURL].value)
    configuration.allowedOrigins = ServeKey.list(self[.allowOrigin].value)
    configuration.maximumAge = number(.maxAge)
    configuration.timeLimit = .milliseconds(number(.timeLimit))
    configuration.leastPassages = number(.leastPassages)
    return configuration
  }
}
