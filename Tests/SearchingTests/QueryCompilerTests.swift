import Analysis
import Testing
import Xapian

@testable import Searching

@Suite struct QueryCompilerTests {
  private func compile(_ text: String, frequencies: [String: UInt32] = [:]) throws -> String {
    let compiler = QueryCompiler(
      parameters: RankingParameters(), frequency: { frequencies[$0] ?? 1 }, passages: 1000)
    return try compiler.compile(QueryParser(analyzer: try Analyzer()).parse(text)).description
  }

  @Test func aWordAsksForItsStemsInBothLanguagesAndItsSurface() throws {
    let query = try compile("métiers")
    for term in ["Fmeti", "Emetier", "metiers"] { #expect(query.contains(term), "\(query)") }
  }

  @Test func neighboursAreAskedForAsPairs() throws {
    #expect(try compile("droit pénal").contains("NEAR"))
    #expect(!(try compile("droit")).contains("NEAR"))
  }

  @Test func longQueriesKeepTheirRarestWords() throws {
    let letters = ["b", "c", "d", "f", "g", "h", "k", "m", "p", "z"]
    let words = letters.flatMap { first in letters.map { second in "zk\(first)o\(second)k" } }
    let common = Set(words.suffix(60))
    var frequencies: [String: UInt32] = [:]
    for word in common { for prefix in ["F", "E", ""] { frequencies[prefix + word] = 900 } }
    let query = try compile(words.joined(separator: " "), frequencies: frequencies)
    for word in words.prefix(40) { #expect(query.contains(word)) }
    #expect(words.suffix(60).count { query.contains($0) } == RankingParameters().maximumWords - 40)
  }
}
