import Foundation
import Indexing
import Schema
import Searching
import Testing

/// A real saved page, with its glued words and its accents of every kind.
///
/// Runs when PALABRE_SEED names the page; skipped otherwise, since it is not part of the repository.
@Suite(.enabled(if: seed != nil, "PALABRE_SEED is not set"))
struct SeedPageTests {
  private func passages(_ queries: [String]) throws -> [[String]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "seed-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try IndexRun(IndexOptions(sources: [try #require(seed)], index: folder.path)).run()
    let index = try SearchIndex(path: folder.path, audience: .members)
    return try queries.map { query in
      var request = SearchRequest(query)
      request.rank = .passages
      request.limit = SearchRequest.maximumLimit
      return try index.passages(request).results.map { "\($0.id) \($0.snippet)" }.sorted()
    }
  }

  @Test func aGluedWordIsFoundByItsParts() throws {
    let found = try passages(["notoriete", "notoriété", "NOTORIÉTÉ"])
    #expect(found[0].contains { $0.contains("</mark>Va") })
    #expect(found[0] == found[1])
    #expect(found[0] == found[2])
  }

  @Test func numberAccentAndCaseDoNotMatter() throws {
    let found = try passages(["metier", "métiers", "MÉTIERS", "Metiers"]).map { results in
      Set(results.map { $0.prefix { $0 != " " } })
    }
    #expect(found[0].count > 3)
    for other in found.dropFirst() { #expect(other == found[0]) }
  }

  @Test func mentionsAreFoundAsSuchAndByName() throws {
    let found = try passages(["@vincent", "Vincent"])
    #expect(found[0].contains { $0.contains("<mark>@Vincent</mark>") || $0.contains("@<mark>Vincent</mark>") })
    #expect(!found[1].isEmpty)
  }
}

/// The saved page, when there is one.
private let seed = ProcessInfo.processInfo.environment["PALABRE_SEED"]
