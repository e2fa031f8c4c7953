import Foundation
import Indexing
import Searching
import Testing

/// An index of records or of the fixture debates, in a folder that goes with it.
final class FixtureIndex: Sendable {
  let path: String

  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures").path

  /// - Parameter sources: files or folders; or `records`, lines of NDJSON.
  init(sources: [String] = [], records: [String] = []) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("palabre-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("index").path
    var sources = sources
    if !records.isEmpty {
      let file = folder.appendingPathComponent("records.ndjson")
      try Data(records.map { $0 + "\n" }.joined().utf8).write(to: file)
      sources.append(file.path)
    }
    let receipt = try IndexRun(IndexOptions(sources: sources, index: path)).run()
    #expect(receipt.refused == 0)
    #expect(receipt.indexed > 0)
  }

  deinit {
    try? FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent())
  }

  func open() throws -> SearchIndex { try SearchIndex(path: path) }

  /// The ids of the debates found, best first.
  func debates(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws -> [String] {
    var request = SearchRequest(query)
    request.limit = 100
    change(&request)
    return try open().debates(request).results.map(\.id)
  }

  func passages(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws -> [PassageResult] {
    var request = SearchRequest(query)
    request.limit = 100
    change(&request)
    return try open().passages(request).results
  }
}

/// The rows of a table of tab-separated values; lines that begin with `#` are comments.
func table(_ name: String) throws -> [[String]] {
  let text = try String(contentsOfFile: FixtureIndex.fixtures + "/" + name, encoding: .utf8)
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
    $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
