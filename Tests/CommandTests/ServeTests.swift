import Foundation
import TestTools
import Testing

/// `palabre serve` as a process: how it begins and ends, and who decides its settings.
@Suite(.timeLimit(.minutes(5))) struct ServeTests {
  /// A service under way.
  private struct Running {
    let child: Child
    let address: String
    let log: String

    /// Starts it in a town, and waits until it says where it listens.
    init(_ town: Town, _ arguments: [String] = []) throws {
      child = try Tool.start(
        ["serve", "--index", "town.index", "--port", "0"] + arguments, in: town.folder.path, input: .nothing,
        errors: "serve.log")
      log = town.folder.path + "/serve.log"
      var address: String?
      for _ in 0..<3000 where address == nil {
        usleep(20_000)
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        address = text.firstMatch(of: #/http:\/\/[0-9.:]+/#).map { String($0.output) }
      }
      self.address = try #require(address)
    }

    var port: String { String(address.split(separator: ":").last ?? "") }
  }

  @Test(arguments: [SIGTERM, SIGINT]) func signalsEndItInGoodOrder(signal: Int32) throws {
    let town = try Town()
    let running = try Running(town)
    running.child.signal(signal)
    #expect(running.child.wait() == 0)
  }

  @Test func aPortThatIsTaken() throws {
    let town = try Town()
    let running = try Running(town)
    let second = try town.palabre("serve", "--port", running.port, "--log-level", "error")
    #expect(second.status == 69)
    #expect(
      second.errors
        == "palabre: 127.0.0.1:\(running.port): cannot listen: Address already in use; "
        + "take another with --host and --port, or end what has it\n")
    running.child.signal(SIGTERM)
    #expect(running.child.wait() == 0)
  }

  /// It serves an index that nobody may write, and writes nothing.
  @Test func logsAreLinesOfJSON() throws {
    let town = try Town()
    let running = try Running(town, ["--log-format", "json", "--log-level", "debug"])
    let page = try town.shell(
      "exec 3<>/dev/tcp/127.0.0.1/\(running.port); printf 'GET /api/search?q=zibelinette HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n' >&3; cat <&3"
    )
    #expect(page.output.hasPrefix("HTTP/1.1 200 OK"), "\(page.output) \(page.errors)")
    running.child.signal(SIGTERM)
    #expect(running.child.wait() == 0)
    let lines = try String(contentsOfFile: running.log, encoding: .utf8).split(separator: "\n")
    #expect(lines.count >= 2)
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
      #expect(object["time"] != nil && object["level"] != nil && object["message"]?.isEmpty == false)
    }
    #expect(lines.contains { $0.contains("\"/api/search\"") })
    #expect(lines.allSatisfy { !$0.contains("zibelinette") })
  }

  // MARK: Settings

  /// One of each, from the weakest to the strongest.
  struct Row: Sendable, CustomStringConvertible {
    let key: String
    let standard: String
    let file: String
    let environment: String
    let wrong: String
    var description: String { key }

    init(_ key: String, _ standard: String, _ file: String, _ environment: String, _ wrong: String) {
      self.key = key
      self.standard = standard
      self.file = file
      self.environment = environment
      self.wrong = wrong
    }

    var variable: String { "PALABRE_" + key.uppercased() }
    var flag: String { "--" + key.replacing("_", with: "-") }
  }

  static let rows = [
    Row("host", "127.0.0.1", "0.0.0.0", "::1", ""), Row("port", "8080", "1", "2", "65536"),
    Row("workers", "", "3", "4", "65"), Row("audience", "public", "members", "public", "all"),
    Row("site_name", "Palabre", "Les débats", "Débats", ""),
    Row("base_url", "", "https://a.example", "http://b.example/x", "a"),
    Row("allow_origin", "", "https://a.example", "*", "a.example"), Row("max_age", "0", "60", "120", "-1"),
    Row("time_limit", "250", "100", "200", "9"), Row("least_passages", "1", "0", "5", "many"),
    Row("log_format", "text", "json", "text", "xml"), Row("log_level", "info", "debug", "error", "loud"),
  ]

  @Test func strongestWins() throws {
    let folder = try TemporaryFolder()
    func settings(
      _ arguments: [String], _ value: (Row) -> String? = { _ in nil }
    ) throws -> [String: [String: String]] {
      let environment = Dictionary(uniqueKeysWithValues: ServeTests.rows.map { ($0.variable, value($0)) })
      let result = try Tool.run(
        ["config", "--json"] + arguments, in: folder.path, environment: environment.compactMapValues(\.self))
      #expect(result.status == 0, "\(result.errors)")
      let settings = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
      return try #require(settings?["serve"] as? [String: [String: String]])
    }
    try folder.write(
      "c.yaml", "serve:\n" + ServeTests.rows.map { "  \($0.key): \($0.file)\n" }.joined())
    let standard = try settings([])
    let file = try settings(["--config", "c.yaml"])
    let environment = try settings(["--config", "c.yaml"]) { $0.environment }
    let empty = try settings(["--config", "c.yaml"]) { _ in "" }
    #expect(Set(standard.keys) == Set(ServeTests.rows.map(\.key)))
    for (place, row) in ServeTests.rows.enumerated() {
      let expected = row.key == "workers" ? standard[row.key]?["value"] : row.standard
      #expect(standard[row.key] == ["value": expected ?? "", "from": "default"], "\(row)")
      let ofFile = ["value": row.file, "from": "file", "place": "c.yaml:\(place + 2)"]
      #expect(file[row.key] == ofFile, "\(row)")
      #expect(empty[row.key] == ofFile, "\(row)")
      #expect(
        environment[row.key] == ["value": row.environment, "from": "environment", "place": row.variable], "\(row)")
    }
  }

  /// What is wrong is said of who said it: a flag is read before a variable, that before the file.
  @Test(arguments: rows.filter { !$0.wrong.isEmpty }) func whatIsWrongIsPlaced(row: Row) throws {
    let folder = try TemporaryFolder()
    try folder.write("c.yaml", "serve:\n  \(row.key): \(row.wrong)")
    let file = try Tool.run(["serve", "--config", "c.yaml"], in: folder.path)
    #expect(file.status == 64)
    #expect(file.errors.contains("c.yaml:2: serve.\(row.key): "), "\(file.errors)")
    let environment = try Tool.run(["serve"], in: folder.path, environment: [row.variable: row.wrong])
    #expect(environment.status == 64)
    #expect(environment.errors.contains("\(row.variable): \(row.key): \"\(row.wrong)\" is "), "\(environment.errors)")
    let flag = try Tool.run(
      ["serve", "\(row.flag)=\(row.wrong)"], in: folder.path, environment: [row.variable: row.environment])
    #expect(flag.status == 64)
    #expect(flag.errors.contains("\(row.flag): \(row.key): \"\(row.wrong)\" is "), "\(flag.errors)")
  }

  @Test func unknownKeysOfTheFileAreNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("c.yaml", "serve:\n  prot: 80")
    let result = try Tool.run(["serve", "--config", "c.yaml"], in: folder.path)
    #expect(result.status == 64)
    #expect(result.errors.contains("c.yaml:2: serve.prot: unknown key; did you mean \"port\"?"), "\(result.errors)")
  }
}
