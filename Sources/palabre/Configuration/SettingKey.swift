/// What can be set, by its name in a configuration file, and under the same name elsewhere.
enum SettingKey: String, CaseIterable, CodingKey {
  case index, sources, prune, jobs, memory, quiet, limits, serve
  case metricsFile = "metrics_file"
  case pingURL = "ping_url"
  case synonyms
  case stopWords = "stop_words"

  /// On the command line: `--metrics-file`.
  var flag: String { "--" + rawValue.map { $0 == "_" ? "-" : String($0) }.joined() }
  /// In the environment: `PALABRE_METRICS_FILE`.
  var variable: String { "PALABRE_" + rawValue.uppercased() }

  /// Threads that read and analyse.
  static let jobsRange = 1...256
  /// Megabytes.
  static let memoryRange = 64...65_536
}
