import Analysis
import Debates
import Foundation
import Searching
import Testing

/// Fixtures/Queries/trees.tsv: the text of a query (`\n` for a new line), the tree it is understood as, and its notes.
@Suite struct QueryParserTests {
  private static let path = FixtureIndex.fixtures + "/Queries/trees.tsv"

  private func parser() throws -> QueryParser {
    QueryParser(analyzer: try Analyzer(), today: try Moment("2010-06-16"))
  }

  private func row(_ query: String, _ parsed: ParsedQuery) -> String {
    let notes = parsed.notes.map { "\($0.text): \($0.message)" }.joined(separator: "; ")
    return [query, parsed.tree.description, notes.replacingOccurrences(of: "\n", with: "\\n")]
      .joined(separator: "\t")
  }

  @Test func queriesAreUnderstoodAsTheTableSays() throws {
    let parser = try parser()
    let lines = try String(contentsOfFile: Self.path, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(lines.count { !$0.hasPrefix("#") } >= 160)
    let understood = lines.map { line in
      guard !line.hasPrefix("#"), let query = line.split(separator: "\t", omittingEmptySubsequences: false).first
      else { return line }
      return row(String(query), parser.parse(query.replacingOccurrences(of: "\\n", with: "\n")))
    }
    if ProcessInfo.processInfo.environment["PALABRE_UPDATE_GOLDENS"] != nil {
      return try Data(understood.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: Self.path))
    }
    for (line, understood) in zip(lines, understood) { #expect(line == understood) }
  }

  @Test func aHugeQueryIsCutAndStillMeansSomething() throws {
    let parsed = try parser().parse((0..<100_000).map { "mot\($0)" }.joined(separator: " "))
    let words = parsed.tree.words
    #expect(parsed.notes.count == 1)
    #expect(words.first?.surface == "mot0")
    #expect(words.count > 100 && words.count < 10_000)
  }
}
