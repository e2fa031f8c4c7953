import Analysis
import Debates
import Foundation
import Testing
import Xapian

@testable import Searching

/// Fixtures/Queries/results.tsv: what each query of trees.tsv finds among Fixtures/Debates: how many debates and
/// passages, the first of them, and what was done where nothing was found.
@Suite struct QueryResultsTests {
  private static let path = FixtureIndex.fixtures + "/Queries/results.tsv"
  private static let index = Result { try FixtureIndex(sources: [FixtureIndex.fixtures + "/Debates"]) }

  /// The queries of trees.tsv that mean the same on any day.
  private static func queries() throws -> [String] {
    let analyzer = try Analyzer()
    let parsers = try ["2010-06-16", "2016-02-29"].map { QueryParser(analyzer: analyzer, today: try Moment($0)) }
    return try table("Queries/trees.tsv").map { $0[0].replacingOccurrences(of: "\\n", with: "\n") }.filter { query in
      parsers[0].parse(query).tree == parsers[1].parse(query).tree
    }
  }

  private func row(_ query: String, _ index: SearchIndex) throws -> String {
    let debates = try index.debates(SearchRequest(query))
    let passages = try index.passages(SearchRequest(query))
    var found = ["\(debates.total)", "\(passages.total)", debates.results.prefix(3).map(\.id).joined(separator: " ")]
    if let help = debates.help {
      let filters = help.filters.map { "\($0.filter) hides \($0.passages)" }
      let dropped = help.dropped.map { "without \($0)" }
      let corrected = help.corrected.map { "\($0.typed) → \($0.written)" }
      found.append((filters + dropped + corrected).joined(separator: ", "))
    }
    return ([query.replacingOccurrences(of: "\n", with: "\\n")] + found).joined(separator: "\t")
  }

  @Test func queriesFindWhatTheTableSays() throws {
    let index = try Self.index.get().open()
    let rows = try Self.queries().map { try row($0, index) }
    #expect(rows.count >= 150)
    if ProcessInfo.processInfo.environment["PALABRE_UPDATE_GOLDENS"] != nil {
      let head = "# A query, debates, passages, the first debates, what helped. PALABRE_UPDATE_GOLDENS=1 rewrites it."
      return try Data(([head] + rows).map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: Self.path))
    }
    let golden = try String(contentsOfFile: Self.path, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(golden.count == rows.count)
    for (row, wanted) in zip(rows, golden) { #expect(row == String(wanted)) }
  }

  /// The Xapian query that `explain` shows finds the same passages as our sets do.
  @Test func ourSetsAreThoseOfXapian() throws {
    let index = try Self.index.get().open()
    var compared = 0
    for query in try Self.queries() {
      let tree = index.parse(query)
      guard !tree.hasField else { continue }
      var options = SearchOptions(limit: 10_000)
      options.checkAtLeast = 10_000
      try index.inOneRevision {
        let theirs = try index.reader.handle.search(index.compiler().compile(tree), options).documents
        let ours = try index.matching(tree, [], limit: 0, deadline: Deadline(after: nil)).found.documents
        #expect(ours == theirs.sorted(), "\(query)")
        compared += ours.isEmpty ? 0 : 1
      }
    }
    #expect(compared > 100)
  }
}

extension QueryTree {
  fileprivate var hasField: Bool {
    switch self {
    case .field: true
    case .all(let trees), .any(let trees): trees.contains(where: \.hasField)
    case .not(let tree): tree.hasField
    case .raised(let tree, let words): tree.hasField || words.hasField
    case .words, .phrase, .near, .prefix, .everything: false
    }
  }
}
