import Debates
import Formats
import Foundation

/// What a configuration file says; nil where it is silent (Documentation/operations.md has an example).
struct ConfigurationFile: Sendable {
  /// As it was named.
  let path: String
  let index: Setting<String>?
  let sources: Setting<[ConfiguredSource]>?
  let prune, quiet: Setting<Bool>?
  /// Threads; megabytes.
  let jobs, memory: Setting<Int>?
  let metricsFile, pingURL: Setting<String>?
  /// Files of what words mean on the site.
  let synonyms, stopWords: Setting<String>?
  /// By their names.
  let limits: [String: Setting<Int>]
  /// What it says of the service.
  let serve: [ServeKey: Setting<String>]

  /// Reads a file, every key of which must be known and of its type. Nothing that it names is looked for yet.
  ///
  /// - Throws: `LocatedError` with the line, the key and what is wrong with it.
  init(path: String) throws(LocatedError) {
    let map = try YAMLMap.load(path: path, kind: "configuration", key: SettingKey.index.rawValue)
    try map.allow(SettingKey.allCases.map(\.rawValue))
    let reader = Reader(map: map, file: path)
    self.path = path
    index = try reader.path(.index)
    sources = try reader.sources()
    prune = try reader.flag(.prune)
    quiet = try reader.flag(.quiet)
    jobs = try reader.number(.jobs, in: SettingKey.jobsRange)
    memory = try reader.number(.memory, in: SettingKey.memoryRange)
    metricsFile = try reader.path(.metricsFile)
    pingURL = try reader.webAddress(.pingURL)
    synonyms = try reader.path(.synonyms)
    stopWords = try reader.path(.stopWords)
    limits = try reader.limits()
    serve = try reader.serve()
  }
}

/// Reads values with their places, paths relative to the file.
private struct Reader {
  let map: YAMLMap
  let file: String

  private func placed<Value>(_ value: Value?, _ key: String, in map: YAMLMap) -> Setting<Value>? {
    value.map { Setting($0, .file(file, line: map.line(of: key))) }
  }

  func path(_ key: SettingKey) throws(LocatedError) -> Setting<String>? {
    placed(try map.text(key.rawValue).map(fromFolder), key.rawValue, in: map)
  }

  func flag(_ key: SettingKey) throws(LocatedError) -> Setting<Bool>? {
    placed(try map.flag(key.rawValue), key.rawValue, in: map)
  }

  func number(_ key: SettingKey, in range: ClosedRange<Int>) throws(LocatedError) -> Setting<Int>? {
    placed(try map.number(key.rawValue, in: range), key.rawValue, in: map)
  }

  func webAddress(_ key: SettingKey) throws(LocatedError) -> Setting<String>? {
    guard let address = try map.text(key.rawValue) else { return nil }
    if let problem = PingAddress.problem(with: address) { throw map.error(key.rawValue, problem) }
    return placed(address, key.rawValue, in: map)
  }

  func limits() throws(LocatedError) -> [String: Setting<Int>] {
    guard let map = try map.map(SettingKey.limits.rawValue) else { return [:] }
    try map.allow(Limits.names.map(\.key))
    var limits: [String: Setting<Int>] = [:]
    for name in Limits.names {
      limits[name.key] = placed(try map.number(name.key, in: name.range), name.key, in: map)
    }
    return limits
  }

  func serve() throws(LocatedError) -> [ServeKey: Setting<String>] {
    guard let map = try map.map(SettingKey.serve.rawValue) else { return [:] }
    try map.allow(ServeKey.allCases.map(\.rawValue))
    var settings: [ServeKey: Setting<String>] = [:]
    for key in ServeKey.allCases {
      let name = key.rawValue
      let text = key == .allowOrigin ? try map.texts(name).joined(separator: " ") : try map.text(name) ?? ""
      if let problem = text.isEmpty ? nil : key.problem(with: text) { throw map.error(name, problem) }
      settings[key] = placed(text.isEmpty ? nil : text, name, in: map)
    }
    return settings
  }

  func sources() throws(LocatedError) -> Setting<[ConfiguredSource]>? {
    let key = SettingKey.sources.rawValue
    guard map.line(of: key) != nil else { return nil }
    let sources = try map.maps(key, orText: "path").map { map throws(LocatedError) in try source(map) }
    if sources.isEmpty { throw map.error(key, "an empty list; name a source, or leave the key out") }
    return placed(sources, key, in: map)
  }

  private func source(_ map: YAMLMap) throws(LocatedError) -> ConfiguredSource {
    try map.allow(["path", "profile", "language"])
    guard let path = try map.text("path") else { throw map.error("path", "missing; which file or folder?") }
    return ConfiguredSource(
      path: path == "-" ? path : fromFolder(path), profiles: try map.texts("profile").map(fromFolder),
      language: try map.choice("language"))
  }

  /// A path, relative to the folder of the configuration file unless it is absolute.
  private func fromFolder(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    let folder = (file as NSString).deletingLastPathComponent
    let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return folder.isEmpty ? path : folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }
}
