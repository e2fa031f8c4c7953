import Foundation
import TestTools
import Testing

/// A folder with an index of the fixture debates, to ask as people do.
struct Library {
  let folder: TemporaryFolder

  static let fixtures = HelpTests.folder.deletingLastPathComponent()

  init() throws {
    folder = try TemporaryFolder()
    let debates = Library.fixtures.appendingPathComponent("Debates").path
    let result = try Tool.run(["index", debates, "--index", "library", "--quiet"], in: folder.path)
    try #require(result.status == 0, "\(result.errors)")
  }

  /// Runs a line of `palabre`, without what differs from run to run: times, and the last digits of scores, which are
  /// for those who rank.
  func palabre(_ line: String, environment: String = "", input: String = "") throws -> Tool.Result {
    try folder.write("input", input)
    var result = try Tool.shell("export PALABRE_INDEX=library; \(environment) $palabre \(line) <input", in: folder.path)
    result.output = Library.settled(result.output)
    return result
  }

  private static func settled(_ text: String) -> String {
    text.replacing(/[0-9]+\.[0-9] ms/, with: "0.0 ms")
      .replacing(/[0-9]+\.[0-9]{2}(?![0-9])/) { String($0.output.map { $0 == "." ? "." : "0" }) }
  }
}

/// A text that is kept in Fixtures/Answers. PALABRE_UPDATE_GOLDENS=1 writes it anew, for a person to read.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = Library.fixtures.appendingPathComponent("Answers/\(name).txt")
  if ProcessInfo.processInfo.environment["PALABRE_UPDATE_GOLDENS"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  let golden = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  #expect(
    text == golden, "\(name): PALABRE_UPDATE_GOLDENS=1 Scripts/test --filter CommandTests",
    sourceLocation: sourceLocation)
}
