import Analysis
import ArgumentParser
import Foundation
import Schema
import Searching

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show each stage of a query: tokens, syntax tree, terms, Xapian query, votes.",
    discussion: """
      The tokens are what any text becomes, a query or a passage: try it on a sentence that is not found as expected. \
      The terms are what the index is asked for each word: its stems, translations, and stems that stand in the same \
      company, each with how much it stands for the word. Then the first results: what their scores are the sum of, \
      and the passages that voted. Without an index, only the tokens and the tree are shown.

      Example:
        palabre explain "e-réputation des marques" --rank speakers
      """)

  @Argument(help: "The query, or any text.")
  var query: String

  @OptionGroup var index: IndexPath
  @OptionGroup var siteWords: SiteWordsFiles

  @Option(help: "Whose scores to explain.")
  var rank: SearchRequest.Rank = .debates

  @Option(help: ArgumentHelp("How many results.", valueName: "n"))
  var limit = 5

  func validate() throws {
    guard (0...SearchRequest.maximumLimit).contains(limit) else {
      throw ValidationError("--limit takes a number from 0 to \(SearchRequest.maximumLimit)")
    }
  }

  func run() throws {
    try Edge.run {
      let analyzer = try Analyzer()
      printTokens(Explanation.words(of: query, with: analyzer))
      let siteWords = try self.siteWords.read(beside: index)
      var understood = QueryParser(analyzer: analyzer).parse(query)
      understood.tree = siteWords.applied(to: understood.tree)
      print("\n\(Terminal.bold("tree"))\n  \(understood.tree)")
      for note in understood.notes { print(Terminal.dim("  \(Terminal.sanitized(note.text)): \(note.message)")) }
      guard try IndexLayout(root: index.path).generation() != nil else {
        Terminal.error("palabre: \(index.path): no index here, so no Xapian query and no votes")
        return
      }
      let search = try SearchIndex(path: index.path)
      search.siteWords = siteWords
      print("\n\(Terminal.bold("Xapian query"))\n  \(try search.xapianDescription(of: query))")
      print("\n\(Terminal.bold("terms"))")
      for word in try search.explainedWords(query) { show(word) }
      print("\n\(Terminal.bold("votes"))")
      let results = try search.explained(query, by: rank, limit: limit)
      if results.isEmpty { print("  no passage has any of these words") }
      for result in results { show(result) }
    }
  }

  private func show(_ word: ExplainedWord) {
    let terms = word.terms.map { term in
      let weight = term.weight == 1 ? "" : " × \(String(format: "%.2f", term.weight))"
      return "\(Terminal.sanitized(term.term))\(weight) (\(AnswerText.counted(term.passages, "passage")))"
    }
    print("  \(number(word.weight))  \(Terminal.bold(Terminal.sanitized(word.word)))  \(terms.joined(separator: ", "))")
  }

  private func show(_ explained: ExplainedResult) {
    let result = explained.result
    let name = explained.name.isEmpty ? result.id : "\(explained.name)  \(Terminal.dim(result.id))"
    print("  \(number(result.score))  \(Terminal.bold(Terminal.sanitized(name)))")
    for part in result.parts where part.score != 0 {
      print("    \(number(part.score)) = \(number(part.weight)) × \(number(part.value))  \(part.name)")
    }
    for passage in explained.passages {
      let vote = passage.score * passage.weight
      print("      \(number(vote)) = \(number(passage.weight)) × \(number(passage.score))  \(passage.id)")
    }
  }

  private func printTokens(_ words: [Explanation.Word]) {
    print(Terminal.bold("tokens"))
    let columns = words.map { word in
      [
        word.isStopWord ? "·" : " ", "\(word.position)", "\(word.start)-\(word.end)", "\(word.form)",
        word.language?.rawValue ?? "?", Terminal.sanitized(word.written), word.surface, word.frenchStem,
        word.englishStem,
      ]
    }
    let header = ["", "pos", "units", "form", "lang", "written", "surface", "fr", "en"]
    let rows = [header] + columns
    let widths = header.indices.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    for row in rows {
      let cells = row.enumerated().map { $1.padded(to: widths[$0]) }
      print("  " + cells.joined(separator: "  ").trimmingSuffix(" "))
    }
    print("  · is a stop word: it keeps its position and is not searched for beside other words")
  }

  private func number(_ value: Double) -> String { String(format: "%.3f", value) }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self[...]
    while text.last == character { text.removeLast() }
    return String(text)
  }
}
