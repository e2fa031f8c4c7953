import ArgumentParser
import Foundation

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show the settings of a run and of the service, and where each comes from.",
    discussion: """
      Takes the arguments of `palabre index` and reads nothing but the configuration and its profiles. What the command \
      line says wins over the environment, that over the configuration file, and that over the defaults. Those of \
      `palabre serve` are shown as they are without its flags.

      Example:
        palabre config --config /etc/palabre/palabre.yaml
      """)

  @Argument(
    help: ArgumentHelp("Files and folders, as `palabre index` takes them.", valueName: "source"), completion: .file())
  var sources: [String] = []

  @OptionGroup var options: RunOptions

  @Flag(help: "Print the settings as JSON.")
  var json = false

  func run() throws {
    try Edge.run {
      let settings = try Settings(options.flags(sources: sources), index: options.index)
      if !settings.sources.value.isEmpty { _ = try settings.options() }
      let serve = try ServeSettings(flags: [:], file: options.index.file)
      if json { try JSONOutput.print(Shown(settings: settings, serve: serve)) } else { show(settings, serve) }
    }
  }

  /// The settings of a run, and beside them those of the service.
  private struct Shown: Encodable {
    var settings: Settings
    var serve: ServeSettings

    func encode(to encoder: any Encoder) throws {
      try settings.encode(to: encoder)
      var fields = encoder.container(keyedBy: SettingKey.self)
      try fields.encode(serve.named, forKey: .serve)
    }
  }

  private func show(_ settings: Settings, _ serve: ServeSettings) {
    var rows: [(name: String, value: String, origin: Origin)] = []
    func add(_ name: String, _ value: String, _ origin: Origin) { rows.append((name, value, origin)) }
    if let configuration = settings.configuration { add("configuration", configuration.value, configuration.origin) }
    add("index", settings.index.value, settings.index.origin)
    if settings.sources.value.isEmpty { add("sources", "none", .default) }
    for (place, source) in settings.sources.value.enumerated() {
      let hints = source.profiles.map { "profile \($0)" } + [source.language?.rawValue].compactMap(\.self)
      let value = hints.isEmpty ? source.path : "\(source.path) (\(hints.joined(separator: ", ")))"
      add(place == 0 ? "sources" : "", value, settings.sources.origin)
    }
    add("prune", "\(settings.prune.value)", settings.prune.origin)
    add("jobs", "\(settings.jobs.value)", settings.jobs.origin)
    add("memory", "\(settings.memory.value) MB", settings.memory.origin)
    add("quiet", "\(settings.quiet.value)", settings.quiet.origin)
    add("metrics_file", settings.metricsFile.value ?? "none", settings.metricsFile.origin)
    add("ping_url", settings.pingURL.value ?? "none", settings.pingURL.origin)
    add("synonyms", settings.synonyms.value ?? "none", settings.synonyms.origin)
    add("stop_words", settings.stopWords.value ?? "none", settings.stopWords.origin)
    for name in Limits.names {
      if let limit = settings.limits[name.key] { add("limits.\(name.key)", "\(limit.value)", limit.origin) }
    }
    for key in ServeKey.allCases {
      let setting = serve[key]
      add("serve.\(key.rawValue)", setting.value.isEmpty ? "none" : setting.value, setting.origin)
    }
    let nameWidth = rows.map(\.name.count).max() ?? 0
    let valueWidth = rows.map(\.value.count).max() ?? 0
    for row in rows {
      let place = Terminal.dim(Terminal.sanitized(row.origin.place ?? row.origin.kind))
      print("\(row.name.padded(to: nameWidth))  \(Terminal.sanitized(row.value).padded(to: valueWidth))  \(place)")
    }
  }
}
