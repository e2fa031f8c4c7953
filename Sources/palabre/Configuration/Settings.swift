import ArgumentParser
import Formats
import Foundation
import Indexing

/// How a run is to go: what the command line says, else the environment, else the configuration file, else the default.
struct Settings: Encodable {
  /// The configuration file, when there is one.
  let configuration: Setting<String>?
  let index: Setting<String>
  /// Empty when nobody names any.
  let sources: Setting<[ConfiguredSource]>
  let prune, quiet: Setting<Bool>
  /// Threads that read and analyse.
  let jobs: Setting<Int>
  /// Megabytes.
  let memory: Setting<Int>
  /// Where the receipt is written for Prometheus; nil for nowhere.
  let metricsFile: Setting<String?>
  /// Whom to tell that a run went well; nil for nobody.
  let pingURL: Setting<String?>
  /// Files of what words mean on the site; nil for none.
  let synonyms, stopWords: Setting<String?>
  /// By their names.
  let limits: [String: Setting<Int>]

  private enum CodingKeys: String, CodingKey {
    case configuration, index, sources, prune, quiet, jobs, memory, limits, synonyms
    case stopWords = "stop_words"
    case metricsFile = "metrics_file"
    case pingURL = "ping_url"
  }

  /// What the command line says; nil where it is silent.
  struct Flags {
    var sources: [String] = []
    /// Files of page profiles, for every source.
    var profiles: [String] = []
    var prune, quiet: Bool?
    var jobs, memory: Int?
    var metricsFile, pingURL: String?
  }

  /// - Throws: `ValidationError` when a variable holds what it cannot.
  init(_ flags: Flags, index: IndexPath) throws {
    let environment = SettingsEnvironment()
    let file = index.file
    configuration = index.configuration
    self.index = index.setting
    sources = Self.sources(flags, file)
    prune = Self.first(flags.prune, .prune, try environment.flag(.prune), file?.prune, or: false)
    quiet = Self.first(flags.quiet, .quiet, try environment.flag(.quiet), file?.quiet, or: false)
    jobs = Self.first(
      flags.jobs, .jobs, try environment.number(.jobs, in: SettingKey.jobsRange), file?.jobs,
      or: ProcessInfo.processInfo.activeProcessorCount)
    memory = Self.first(
      flags.memory, .memory, try environment.number(.memory, in: SettingKey.memoryRange), file?.memory,
      or: IndexOptions.defaultMemoryMegabytes)
    metricsFile = Self.first(flags.metricsFile, .metricsFile, environment.text(.metricsFile), file?.metricsFile)
    pingURL = Self.first(flags.pingURL, .pingURL, try environment.webAddress(.pingURL), file?.pingURL)
    synonyms = Self.first(nil, .synonyms, environment.text(.synonyms), file?.synonyms)
    stopWords = Self.first(nil, .stopWords, environment.text(.stopWords), file?.stopWords)
    let standard = Limits()
    limits = Dictionary(
      uniqueKeysWithValues: Limits.names.map { name in
        (name.key, file?.limits[name.key] ?? Setting(standard[keyPath: name.path], .default))
      })
  }

  private static func first<Value>(
    _ flag: Value?, _ key: SettingKey, _ environment: Setting<Value>?, _ file: Setting<Value>?, or standard: Value
  ) -> Setting<Value> {
    flag.map { Setting($0, .flag(key.flag)) } ?? environment ?? file ?? Setting(standard, .default)
  }

  /// One that is nil when nobody sets it.
  private static func first<Value>(
    _ flag: Value?, _ key: SettingKey, _ environment: Setting<Value>?, _ file: Setting<Value>?
  ) -> Setting<Value?> {
    let given = flag.map { Setting($0, .flag(key.flag)) } ?? environment ?? file
    return given.map { Setting<Value?>($0.value, $0.origin) } ?? Setting<Value?>(nil, .default)
  }

  private static func sources(_ flags: Flags, _ file: ConfigurationFile?) -> Setting<[ConfiguredSource]> {
    let configured = file?.sources ?? Setting([], .default)
    var sources = configured
    if !flags.sources.isEmpty { sources = Setting(flags.sources.map(configured.value.named), .flag("arguments")) }
    for index in sources.value.indices {
      sources.value[index].profiles = flags.profiles + sources.value[index].profiles
    }
    return sources
  }

  /// The run that these settings ask for.
  ///
  /// - Throws: `ValidationError` when a profile cannot be used, or nothing is to be read.
  func options() throws -> IndexOptions {
    guard !sources.value.isEmpty else {
      let hint = configuration.map { "or list some under `sources:` in \($0.value)" } ?? "or list some in a --config"
      throw ValidationError("nothing to read: name a <source>, \(hint)")
    }
    do {
      var options = IndexOptions(inputs: try sources.value.read(), index: index.value)
      options.prune = prune.value
      options.jobs = jobs.value
      options.memoryBytes = memory.value << 20
      var limits = Limits()
      for name in Limits.names {
        if let limit = self.limits[name.key] { limits[keyPath: name.path] = limit.value }
      }
      options.limits = limits.sources
      options.recordLimits = limits.records
      return options
    } catch let error as LocatedError {
      throw ValidationError("\(error)")
    }
  }
}
