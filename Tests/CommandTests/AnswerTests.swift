import Foundation
import TestTools
import Testing

/// What comes out: the JSON of the contract, text without surprises.
@Suite struct AnswerTests {
  private func json(_ result: Tool.Result) throws -> [String: Any] {
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors == "")
    return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  private static let answer: Set = [
    "query", "total", "estimated", "took_ms", "results", "facets", "suggestion", "notes", "next", "partial", "help",
  ]
  private static let debate: Set = ["id", "title", "url", "date", "score", "passages"]
  private static let passage: Set = ["id", "kind", "speaker", "start", "url", "language", "score", "snippet"]

  @Test func debatesAsJSON() throws {
    let answer = try json(try Town().palabre("search", "wall", "--json"))
    #expect(Set(answer.keys) == Self.answer)
    #expect(answer["query"] as? String == "wall")
    #expect(answer["total"] as? Int == 2)
    let results = try #require(answer["results"] as? [[String: Any]])
    let first = try #require(results.first)
    #expect(Set(first.keys) == Self.debate)
    #expect(first["id"] as? String == "wall")
    #expect(first["url"] as? String == "https://town.example/wall")
    for result in results {
      // What a debate has not is left out.
      #expect(Set(result.keys).isSubset(of: Self.debate))
      for passage in try #require(result["passages"] as? [[String: Any]]) {
        #expect(Set(passage.keys).isSubset(of: Self.passage))
        #expect(Set(passage.keys).isSuperset(of: ["id", "kind", "score", "snippet"]))
      }
    }
  }

  @Test func passagesAsJSON() throws {
    let answer = try json(try Town().palabre("search", "harbour winter", "--rank", "passages", "--json"))
    #expect(Set(answer.keys) == Self.answer)
    let results = try #require(answer["results"] as? [[String: Any]])
    let first = try #require(results.first)
    #expect(Set(first.keys) == Self.passage.union(["debate"]))
    #expect(first["id"] as? String == "wall/talk/0")
    #expect(first["start"] as? Double == 12)
    #expect((first["speaker"] as? [String: String])?["id"] == "ada")
    #expect((first["snippet"] as? String)?.contains("<mark>harbour</mark>") == true)
  }

  @Test func snippetsAreEscaped() throws {
    let output = try Town().palabre("search", "later", "--rank", "passages", "--json").output
    #expect(!output.contains("<b>"))
    #expect(output.contains("&amp;"))
  }

  @Test func statusAndReceiptAsJSON() throws {
    let town = try Town()
    let status = try json(try town.palabre("status", "--json"))
    #expect(
      Set(status.keys) == ["index", "format", "analysis", "generation", "bytes", "contents", "sources", "receipts"])
    let contents = try #require(status["contents"] as? [[String: Any]])
    #expect(contents.map { $0["audience"] as? String } == ["public", "members"])
    #expect(contents.map { $0["debates"] as? Int } == [3, 1])
    let receipt = try json(try town.palabre("index", "debates.ndjson", "--json"))
    let keys: Set = [
      "started", "finished", "sources", "read", "indexed", "unchanged", "removed", "refused", "passages", "bytes",
      "errors", "bySource", "exitStatus",
    ]
    #expect(Set(receipt.keys) == keys)
    #expect(receipt["unchanged"] as? Int == 4)
  }

  @Test func formatsAsJSON() throws {
    let output = try Town().palabre("formats", "--json").output
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
    #expect(rows.contains { $0["name"] as? String == "ndjson" })
    #expect(rows.allSatisfy { Set($0.keys) == ["name", "extensions", "carries"] })
  }

  @Test func pagesAndEmptyQueries() throws {
    let town = try Town()
    #expect(try town.palabre("search", "wall", "--limit", "0").status == 0)
    let beyond = try json(try town.palabre("search", "wall", "--offset", "1000", "--json"))
    #expect((beyond["results"] as? [Any])?.isEmpty == true)
    #expect(try town.palabre("search", "").status == 0)
    #expect(try town.palabre("search", "zzyzx").output.contains("Nothing found"))
  }

  @Test func membersAreNotToldToThePublic() throws {
    let town = try Town()
    let open = try town.palabre("search", "confidential", "--json").output
    #expect(!open.contains("\"secret\"") && !open.contains("Confidential"))
    #expect(try town.palabre("search", "confidential", "--audience", "members").output.contains("Confidential"))
  }

  /// Nothing that a source holds steers the terminal, whichever command shows it.
  @Test func controlCharactersStayBehind() throws {
    let town = try Town()
    try town.folder.write(
      "e\u{1B}[31m.ndjson", "{\"id\":\"x\u{7}\",\"title\":\"\"}\n{\"id\":\"y\",\"\u{1B}[2Jkey\":1,\"title\":\"\"}")
    for line in [
      "search tower", "search 'bell rings' --rank passages", "search tower --json", "convert debates.ndjson",
      "explain $'bell \\e[31m tower'", "index e*.ndjson", "index $'nowhere\\e[31m'", "status", "search $'\\e[31m'",
    ] {
      let result = try town.shell("$palabre \(line)")
      let all = result.output + result.errors
      #expect(!all.isEmpty)
      #expect(
        all.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control },
        "\(line)")
    }
  }

  @Test func standardInputAndDefaultPlaces() throws {
    let folder = try TemporaryFolder()
    let record = Data(#"{"id":"a","title":"Ferry"}"#.utf8)
    #expect(try Tool.run(["index", "-"], in: folder.path, input: record).status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/palabre.index/CURRENT"))
    #expect(try Tool.run(["search", "ferry"], in: folder.path).output.contains("Ferry"))
    let elsewhere = ["PALABRE_INDEX": "elsewhere"]
    #expect(try Tool.run(["index", "-"], in: folder.path, input: record, environment: elsewhere).status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/elsewhere/CURRENT"))
    let chosen = ["index", "-", "--index", "chosen"]
    #expect(try Tool.run(chosen, in: folder.path, input: record, environment: elsewhere).status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/chosen/CURRENT"))
    #expect(
      try Tool.run(["convert", "-"], in: folder.path, input: record).output == #"{"id":"a","title":"Ferry"}"# + "\n")
  }

  /// What convert writes, index reads back as the same.
  @Test func convertedRecordsAreUnchanged() throws {
    let town = try Town()
    #expect(try town.shell("$palabre convert debates.ndjson >again.ndjson").status == 0)
    #expect(try town.palabre("index", "again.ndjson").output.contains("4 unchanged"))
  }

  /// In fresh processes, since what threads share is made by whoever comes first: each must end.
  @Test(.timeLimit(.minutes(10))) func firstUseByManyThreads() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "<b>Un</b> d&eacute;bat R&amp;D. ", count: 40)
    let lines = (0..<400).map { #"{"id":"d\#($0)","title":"","date":"2009-12-02","description":"\#(text)"}"# }
    try folder.write("a.ndjson", lines.joined(separator: "\n"))
    for run in 0..<8 {
      let result = try Tool.run(["index", "a.ndjson", "--index", "i\(run)", "--jobs", "16"], in: folder.path)
      #expect(result.output.hasPrefix("400 debates indexed (400 passages)"), "\(result.output)\(result.errors)")
    }
  }
}
