import Foundation
import TestTools
import Testing

/// Every `--help`, as it is in Fixtures/Help. PALABRE_UPDATE_GOLDENS=1 writes them anew, for a person to read.
@Suite struct HelpTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Help")

  @Test func eachIsAsItWas() throws {
    let home = try TemporaryFolder()
    let main = try Tool.run(["--help"], in: home.path)
    let commands = try Self.subcommands(in: main.output)
    #expect(commands.count >= 7)
    for command in [nil] + commands {
      let result = try Tool.run((command.map { [$0] } ?? []) + ["--help"], in: home.path)
      #expect(result.status == 0)
      #expect(result.errors == "")
      let file = Self.folder.appendingPathComponent((command ?? "palabre") + ".txt")
      if ProcessInfo.processInfo.environment["PALABRE_UPDATE_GOLDENS"] == "1" {
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        try Data(result.output.utf8).write(to: file)
      }
      let golden = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
      #expect(
        result.output == golden, "\(command ?? "palabre"): PALABRE_UPDATE_GOLDENS=1 Scripts/test --filter HelpTests")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(files == (commands + ["palabre"]).map { $0 + ".txt" }.sorted(), "a command has gone or come")
  }

  /// The names in the list under SUBCOMMANDS.
  private static func subcommands(in help: String) throws -> [String] {
    let list = try #require(help.components(separatedBy: "SUBCOMMANDS:").last)
    return list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("See '") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }
}
