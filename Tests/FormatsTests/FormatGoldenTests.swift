import Debates
import Foundation
import Testing

@testable import Formats

/// Every file of Fixtures/Formats is read, and what was understood is compared with `expected/NAME.ndjson` beside it:
/// one record per line, then what is wrong, as `convert` tells it. Rewrite them with PALABRE_UPDATE_GOLDENS=1.
@Suite struct FormatGoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/Formats").path

  static var files: [String] {
    let formats = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return formats.sorted().flatMap { format -> [String] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(format)")) ?? []
      return names.filter { $0 != "expected" }.sorted().map { "\(format)/\($0)" }
    }
  }

  @Test func thereAreFiles() { #expect(!Self.files.isEmpty) }

  @Test(arguments: files) func understood(_ file: String) throws {
    let reader = try SourceReader(sources: ["\(Self.folder)/\(file)"])
    var told: [String] = []
    while let item = reader.next() {
      if let debate = item.debate {
        told.append(String(decoding: try debate.canonicalJSON(), as: UTF8.self))
      } else {
        told.append(item.told.replacing(Self.folder + "/", with: ""))
      }
    }
    let text = told.joined(separator: "\n") + "\n"
    let parts = file.split(separator: "/")
    let golden = "\(Self.folder)/\(parts[0])/expected/\(parts[1]).ndjson"
    if ProcessInfo.processInfo.environment["PALABRE_UPDATE_GOLDENS"] != nil {
      try FileManager.default.createDirectory(
        atPath: "\(Self.folder)/\(parts[0])/expected", withIntermediateDirectories: true)
      try text.write(toFile: golden, atomically: true, encoding: .utf8)
    }
    let expected = try? String(contentsOfFile: golden, encoding: .utf8)
    #expect(text == expected, "\(file) is read otherwise than \(golden) says; PALABRE_UPDATE_GOLDENS=1 rewrites it")
  }
}
