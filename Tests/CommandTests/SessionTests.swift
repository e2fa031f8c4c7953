import Foundation
import TestTools
import Testing

@testable import palabre

/// `search` without a query: lines in, answers out.
@Suite struct SessionTests {
  /// The whole of what can be done, as in Fixtures/Answers.
  @Test func aSession() throws {
    let lines = [
      "?", "p", "budget", "n", "n", "n", "p", "p", ":facets", ":rank passages", ":sort newest", ":sort relevance",
      ":category Housing", ":category nowhere", ":date 2013", ":date sometime", ":category", ":clear", ":rank debates",
      "1", "7", ":related 1", "comunity managr", "n", "vélo Trevoix", "y", ":frobnicate", ":open 99", "",
      "e\u{1B}[31m", ":quit", "never read",
    ]
    let result = try Library().palabre(
      "search --interactive --limit 2", environment: "BROWSER=nowhere COLUMNS=80",
      input: lines.map { $0 + "\n" }.joined())
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(!result.output.contains("never read"))
    try expectGolden(result.output, "session")
  }

  @Test func withAQueryAndWithoutAnEnd() throws {
    let result = try Library().palabre("search vélo -i --limit 1", input: "q")
    #expect(result.output.hasPrefix("1. Le vélo en ville"))
    #expect(result.output.hasSuffix("> q\n"))
    let ended = try Library().palabre("search --interactive", input: "")
    #expect(ended.output == "Type words to search for, ? for help, q to quit.\n> \n")
    #expect(ended.status == 0)
  }

  /// Whoever pipes is told, and never asked.
  @Test(arguments: [
    ("search", "<query> is missing"), ("search -i --json", "--json, --open and --after are for one query"),
    ("search x -i --open", "leave out --interactive"), ("search -i --limit 0", "--limit must be above 0"),
  ])
  func usage(line: String, message: String) throws {
    let result = try Town().shell("$palabre \(line) </dev/null")
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  /// On a terminal no option is needed.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/script"), "needs script of util-linux"))
  func onATerminal() throws {
    let output = try Town().shell("printf 'harbour\\nq\\n' | TERM=dumb script -qec \"$palabre search\" /dev/null")
      .output
    #expect(output.contains("Type words to search for"))
    #expect(output.contains("https://town.example/wall"))
  }

  @Test(arguments: [
    ("", "nothing"), ("  ", "nothing"), ("n", "nextPage"), (" p ", "previousPage"), ("q", "quit"), (":q", "quit"),
    ("?", "help"), ("3", "open(3)"), ("0", "search(\"0\")"), ("2009", "search(\"2009\")"), ("-1", "search(\"-1\")"),
    ("y", "acceptSuggestion"), ("\"n\"", "search(\"\\\"n\\\"\")"), ("n'importe", "search(\"n\\'importe\")"),
    (":related 2", "related(2)"), (":related 9", "mistake(\":related takes the number of a result\")"),
    (":open", "mistake(\":open takes the number of a result\")"), (":next", "nextPage"), (":facets", "facets"),
    (":category  Santé publique ", "filter(name: \"category\", value: \"Santé publique\")"),
    (":lang", "filter(name: \"lang\", value: \"\")"), (":clear", "clearFilters"),
    (":rank people", "mistake(\":rank takes debates, passages, speakers, expertises\")"),
    (":", "mistake(\"nothing is called :; ? tells what can be typed\")"),
  ])
  func commands(line: String, command: String) {
    #expect("\(SessionCommand(line, shown: 1...5, hasSuggestion: true))" == command)
  }

  @Test func withoutASuggestionYIsAWord() {
    #expect(SessionCommand("y", shown: nil, hasSuggestion: false) == .search("y"))
    #expect(SessionCommand("3", shown: nil, hasSuggestion: false) == .search("3"))
  }
}
