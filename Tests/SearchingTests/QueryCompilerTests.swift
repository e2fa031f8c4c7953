import Analysis
import Testing
import Xapian

@testable import Searching

@Suite struct QueryCompilerTests {
  /// - Parameter frequencies: of terms; all others are in one passage.
  private func compile(
    _ text: String, frequencies: [String: UInt32] = [:], languages: Set<Language> = [.french]
  ) throws -> String {
    let analyzer = try Analyzer()
    let parameters = RankingParameters()
    let expander = WordExpander(
      parameters: parameters, analyzer: analyzer, languages: languages, frequency: { frequencies[$0] ?? 1 })
    let compiler = QueryCompiler(parameters: parameters, passages: 1000, expander: expander)
    return try compiler.compile(QueryParser(analyzer: analyzer).parse(text).tree).description
  }

  @Test func aWordAsksForItsStemsInBothLanguages() throws {
    let query = try compile("métiers")
    for term in ["Fmeti", "Emetier"] { #expect(query.contains(term), "\(query)") }
    #expect(!query.contains("metiers"))
  }

  @Test func translationsAreAskedForWhereTheIndexHasTheirLanguage() throws {
    let wanted = "la protection de l'environnement"
    #expect(try compile(wanted, languages: [.french, .english]).contains("Eenviron"))
    let french = try compile(wanted)
    #expect(french.contains("Fenviron"))
    #expect(!(try compile("le vote des impôts")).contains("tax"))
    #expect(try compile("le vote des impôts", languages: [.french, .english]).contains("tax"))
  }

  @Test func termsThatTheIndexHasNotAreNotAskedFor() throws {
    let query = try compile("droit pénal", frequencies: ["Fpenal": 0, "Epenal": 0, "penal": 0])
    #expect(query.contains("droit"))
    #expect(!query.contains("penal"))
  }

  @Test func longQueriesKeepTheirRarestWords() throws {
    let letters = ["b", "c", "d", "f", "g", "h", "k", "m", "n", "p", "r", "t", "v", "z"]
    let words = letters.flatMap { first in letters.map { second in "zk\(first)o\(second)k" } }
    let common = Set(words.suffix(100))
    var frequencies: [String: UInt32] = [:]
    for word in common { for prefix in ["F", "E", ""] { frequencies[prefix + word] = 900 } }
    let query = try compile(words.joined(separator: " "), frequencies: frequencies)
    for word in words.prefix(96) { #expect(query.contains(word)) }
    #expect(words.suffix(100).count { query.contains($0) } == RankingParameters().maximumWords - 96)
  }
}
