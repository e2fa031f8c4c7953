import Foundation
import Indexing
import Searching
import Testing

/// Searching while others write.
@Suite struct LiveIndexTests {
  @Test func anOpenIndexFollowsTheRunsThatOvertakeIt() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("palabre-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("records.ndjson")
    let path = folder.appendingPathComponent("index").path
    func run(_ round: Int) throws {
      let records = (0..<200).map {
        #"{"id":"d\#($0)","title":"Débat \#($0)","description":"le budget participatif, tour \#(round)"}"#
      }
      try Data(records.joined(separator: "\n").utf8).write(to: file)
      _ = try IndexRun(IndexOptions(sources: [file.path], index: path)).run()
    }
    try run(0)
    let index = try SearchIndex(path: path)
    for round in 1...6 {
      try run(round)
      if round % 2 == 1 { continue }
      let answer = try index.debates(SearchRequest("budget participatif tour \(round)"))
      #expect(answer.total == 200)
      #expect(answer.results.first?.passages.first?.snippet.contains("<mark>\(round)</mark>") == true)
    }
  }

  /// A generation is put in the place of another, which is removed.
  @Test func anOpenIndexFollowsItsGenerations() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("palabre-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("index").path
    let file = folder.appendingPathComponent("records.ndjson")
    try Data(#"{"id":"a","title":"Ferry"}"#.utf8).write(to: file)
    _ = try IndexRun(IndexOptions(sources: [file.path], index: path)).run()
    let index = try SearchIndex(path: path)
    let current = path + "/CURRENT"
    let generation = try String(contentsOfFile: current, encoding: .utf8).trimmingCharacters(in: .newlines)
    try FileManager.default.moveItem(atPath: "\(path)/\(generation)", toPath: "\(path)/generation-7")
    #expect(throws: (any Error).self) { try index.debates(SearchRequest("ferry")) }
    try Data("generation-7\n".utf8).write(to: URL(fileURLWithPath: current))
    #expect(try index.debates(SearchRequest("ferry")).total == 1)
  }
}
