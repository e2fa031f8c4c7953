import Foundation
import Testing

@testable import Indexing

/// Bad records are refused with their place, and the others are indexed.
///
/// Fixtures/Refused/expected.txt holds the lines; PALABRE_UPDATE_GOLDENS=1 writes it anew, for a person to read.
@Suite struct RefusalTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Refused")

  @Test func everyLineIsAsExpected() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
      .filter { $0.hasSuffix(".ndjson") }
    #expect(files.count >= 8)
    var told = ""
    for file in files {
      let bench = try Bench()
      let receipt = try bench.run(Self.folder.path + "/" + file)
      for problem in bench.problems {
        told += problem.replacingOccurrences(of: Self.folder.path + "/", with: "") + "\n"
      }
      let good = try bench.debates().keys.filter { $0.hasPrefix("good-") }.sorted()
      #expect(good == (file == "truncated.ndjson" ? ["good-1", "good-2"] : ["good-1", "good-2", "good-3"]), "\(file)")
      #expect(receipt.errors.count == receipt.refused)
      #expect(receipt.read == receipt.indexed + receipt.refused)
    }
    let golden = Self.folder.appendingPathComponent("expected.txt")
    if ProcessInfo.processInfo.environment["PALABRE_UPDATE_GOLDENS"] == "1" {
      try Data(told.utf8).write(to: golden)
    }
    #expect(told == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
  }
}
