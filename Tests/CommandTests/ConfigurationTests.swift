import Foundation
import TestTools
import Testing

/// What a configuration file says, who wins over whom, and what is wrong with a file.
@Suite struct ConfigurationTests {
  /// The command line, the environment, the file: each wins over what stands behind it.
  struct Precedence: Sendable, CustomStringConvertible {
    let key: String
    let file: String
    let environment: String?
    let arguments: [String]
    let value: String
    let from: String
    let place: String?

    init(
      _ key: String, file: String = "", environment: String? = nil, arguments: [String] = [], _ value: String,
      _ from: String, _ place: String? = nil
    ) {
      self.key = key
      self.file = file
      self.environment = environment
      self.arguments = arguments
      self.value = value
      self.from = from
      self.place = place
    }

    var variable: String { "PALABRE_" + key.uppercased() }
    var description: String { "\(key) <- \(arguments) \(environment ?? "") \(file)" }
  }

  @Test(arguments: [
    Precedence("index", "palabre.index", "default"),
    Precedence("index", file: "index: i", "town/i", "file", "town/c.yaml:1"),
    Precedence("index", file: "index: /i", "/i", "file", "town/c.yaml:1"),
    Precedence("index", file: "index: i", environment: "e", "e", "environment", "PALABRE_INDEX"),
    Precedence("index", file: "index: i", environment: "", "town/i", "file", "town/c.yaml:1"),
    Precedence("index", file: "index: i", environment: "e", arguments: ["--index", "f"], "f", "flag", "--index"),
    Precedence("jobs", file: "\njobs: 3", "3", "file", "town/c.yaml:2"),
    Precedence("jobs", file: "jobs: 3", environment: "4", "4", "environment", "PALABRE_JOBS"),
    Precedence("jobs", file: "jobs: 3", environment: "4", arguments: ["--jobs", "5"], "5", "flag", "--jobs"),
    Precedence("memory", "512", "default"),
    Precedence("memory", file: "memory: 64", "64", "file", "town/c.yaml:1"),
    Precedence("memory", file: "memory: 64", environment: "65536", "65536", "environment", "PALABRE_MEMORY"),
    Precedence("memory", environment: "70", arguments: ["--memory", "80"], "80", "flag", "--memory"),
    Precedence("prune", "0", "default"),
    Precedence("prune", file: "prune: true", "1", "file", "town/c.yaml:1"),
    Precedence("prune", file: "prune: true", environment: "false", "0", "environment", "PALABRE_PRUNE"),
    Precedence("prune", file: "prune: true", environment: "1", arguments: ["--no-prune"], "0", "flag", "--prune"),
    Precedence("quiet", file: "quiet: true", "1", "file", "town/c.yaml:1"),
    Precedence("quiet", file: "quiet: false", environment: "1", "1", "environment", "PALABRE_QUIET"),
    Precedence("quiet", environment: "0", arguments: ["--quiet"], "1", "flag", "--quiet"),
    Precedence("metrics_file", file: "metrics_file: m.prom", "town/m.prom", "file", "town/c.yaml:1"),
    Precedence("metrics_file", file: "metrics_file: m", environment: "n", "n", "environment", "PALABRE_METRICS_FILE"),
    Precedence("metrics_file", environment: "n", arguments: ["--metrics-file", "f"], "f", "flag", "--metrics-file"),
    Precedence("synonyms", file: "synonyms: s.txt", "town/s.txt", "file", "town/c.yaml:1"),
    Precedence("synonyms", file: "synonyms: s.txt", environment: "t.txt", "t.txt", "environment", "PALABRE_SYNONYMS"),
    Precedence("stop_words", file: "stop_words: w", environment: "v", "v", "environment", "PALABRE_STOP_WORDS"),
    Precedence("ping_url", file: "ping_url: https://a.example/1", "https://a.example/1", "file", "town/c.yaml:1"),
    Precedence(
      "ping_url", environment: "http://b.example", arguments: ["--ping-url", "http://c.example"], "http://c.example",
      "flag", "--ping-url"),
    Precedence(
      "ping_url", file: "ping_url: https://a.example/1", environment: "http://b.example", "http://b.example",
      "environment", "PALABRE_PING_URL"),
  ])
  func strongestWins(row: Precedence) throws {
    let folder = try TemporaryFolder()
    try folder.write("town/c.yaml", row.file.isEmpty ? "limits: {}" : row.file)
    let result = try Tool.run(
      ["config", "--config", "town/c.yaml", "--json"] + row.arguments, in: folder.path,
      environment: row.environment.map { [row.variable: $0] } ?? [:])
    let setting = try #require(try settings(result)[row.key] as? [String: Any])
    #expect("\(try #require(setting["value"]))" == row.value)
    #expect(setting["from"] as? String == row.from)
    #expect(setting["place"] as? String == row.place)
  }

  private func settings(_ result: Tool.Result) throws -> [String: Any] {
    #expect(result.status == 0, "\(result.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test(arguments: [
    ("jbos: 3", "c.yaml:1: jbos: unknown key; did you mean \"jobs\"?"),
    ("colour: red", "c.yaml:1: colour: unknown key; known here are index, sources, prune"),
    ("jobs: 2\nmemory: much", "c.yaml:2: memory: write a whole number from 64 to 65536, not much"),
    ("memory: \"512\"", "c.yaml:1: memory: write a whole number from 64 to 65536, not \"512\""),
    ("memory: 63", "c.yaml:1: memory: write a whole number from 64 to 65536, not 63"),
    ("memory: [64]", "c.yaml:1: memory: write a whole number from 64 to 65536"),
    ("jobs: 0", "c.yaml:1: jobs: write a whole number from 1 to 256, not 0"),
    ("index:", "c.yaml:1: index: write a text"),
    ("index: [a]", "c.yaml:1: index: write a text"),
    ("prune: yes", "c.yaml:1: prune: write true or false"),
    ("quiet: \"true\"", "c.yaml:1: quiet: write true or false"),
    ("ping_url: ftp://a.example", "c.yaml:1: ping_url: \"ftp://a.example\" is not an address such as https://"),
    ("sources: debates", "c.yaml:1: sources: write a list"),
    ("sources: []", "c.yaml:1: sources: an empty list"),
    ("sources:\n  - a\n  - profile: p.yaml", "c.yaml:3: sources[1].path: missing"),
    ("sources:\n  - {path: a, languge: fr}", "c.yaml:2: sources[0].languge: unknown key; did you mean \"language\"?"),
    ("sources:\n  - {path: a, language: de}", "c.yaml:2: sources[0].language: \"de\" is none of fr, en"),
    ("sources:\n  - {path: a, profile: {b: c}}", "c.yaml:2: sources[0].profile: write a text, or a list of texts"),
    ("sources:\n  - {path: a, profile: b.yaml}", "b.yaml: no such file"),
    ("sources:\n  - [a]", "c.yaml:2: sources[0]: write keys and values here"),
    (
      "limits:\n  maximumLineBytes: 1",
      "c.yaml:2: limits.maximumLineBytes: unknown key; did you mean \"maximum_line_bytes\"?"
    ),
    ("limits:\n  maximum_depth: 257", "c.yaml:2: limits.maximum_depth: write a whole number from 8 to 256, not 257"),
    ("limits: 3", "c.yaml:1: limits: write keys and values here"),
    ("jobs: 1\njobs: 2", "c.yaml:1: not YAML"),
    ("index: [", "c.yaml:2: not YAML"),
    ("", "c.yaml: an empty configuration; write at least `index:`"),
    ("# nothing", "c.yaml: an empty configuration"),
    ("- index", "c.yaml:1: write keys and values here"),
  ])
  func wrongFilesAreLocated(yaml: String, problem: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("c.yaml", yaml)
    let result = try Tool.run(["config", "--config", "c.yaml"], in: folder.path)
    #expect(result.status == 64)
    #expect(result.errors.contains(problem), "\(result.errors)")
    #expect(result.output == "")
  }

  @Test(arguments: [
    ("PALABRE_JOBS", "many", "$PALABRE_JOBS: \"many\" is not a number from 1 to 256"),
    ("PALABRE_MEMORY", "1", "$PALABRE_MEMORY: \"1\" is not a number from 64 to 65536"),
    ("PALABRE_PRUNE", "yes", "$PALABRE_PRUNE: \"yes\" is neither true nor false"),
    ("PALABRE_QUIET", "2", "$PALABRE_QUIET: \"2\" is neither true nor false"),
    ("PALABRE_PING_URL", "example.org", "$PALABRE_PING_URL: \"example.org\" is not an address"),
    ("PALABRE_CONFIG", "nowhere.yaml", "nowhere.yaml: no such file, or it may not be read"),
  ])
  func wrongVariablesAreNamed(variable: String, value: String, problem: String) throws {
    let folder = try TemporaryFolder()
    let result = try Tool.run(["config"], in: folder.path, environment: [variable: value])
    #expect(result.status == 64)
    #expect(result.errors.contains(problem), "\(result.errors)")
  }

  @Test func everySettingIsShown() throws {
    let folder = try TemporaryFolder()
    let settings = try settings(try Tool.run(["config", "--json"], in: folder.path))
    #expect(
      Set(settings.keys) == [
        "index", "sources", "prune", "jobs", "memory", "quiet", "metrics_file", "ping_url", "synonyms",
        "stop_words", "limits", "serve",
      ])
    let limits = try #require(settings["limits"] as? [String: [String: Any]])
    #expect(limits.count == 12)
    #expect(limits.values.allSatisfy { $0["from"] as? String == "default" })
    let text = try Tool.run(["config"], in: folder.path).output
    for key in Set(settings.keys).subtracting(["limits", "serve"]) {
      #expect(text.contains("\n\(key) ") || text.hasPrefix(key))
    }
    #expect(text.contains("limits.maximum_depth"))
    let serve = try #require(settings["serve"] as? [String: [String: Any]])
    #expect(serve.count == 12)
    for (key, setting) in serve {
      #expect(setting["from"] as? String == "default" && setting["value"] is String)
      #expect(text.contains("\nserve.\(key) "))
    }
  }

  /// The example of the documentation sets everything that can be set.
  @Test func documentedExample() throws {
    let page = HelpTests.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Documentation/operations.md")
    let example = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```yaml\n")[1]
      .components(separatedBy: "```")[0]
    let folder = try TemporaryFolder()
    try folder.write("palabre.yaml", example)
    try folder.write("studio.yaml", "name: studio\ntitle: //h1")
    let settings = try settings(try Tool.run(["config", "--config", "palabre.yaml", "--json"], in: folder.path))
    #expect(settings.count == 13)
    for (key, value) in settings where !["configuration", "limits", "serve"].contains(key) {
      #expect((value as? [String: Any])?["from"] as? String == "file", "\(key)")
    }
  }
}
