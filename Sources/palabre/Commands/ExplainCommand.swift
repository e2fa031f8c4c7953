import Analysis
import ArgumentParser
import Foundation
import Schema
import Searching

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show each stage of a query: tokens, syntax tree, Xapian query, votes.",
    discussion: """
      The tokens are what any text becomes, a query or a passage: try it on a sentence that is not found as expected. \
      Without an index, only the tokens and the tree are shown.
      """)

  @Argument(help: "The query, or any text.")
  var query: String

  @OptionGroup var index: IndexPath

  func run() throws {
    try Edge.run {
      let analyzer = try Analyzer()
      printTokens(Explanation.words(of: query, with: analyzer))
      print("\n\(Terminal.bold("tree"))\n  \(QueryParser(analyzer: analyzer).parse(query))")
      guard try IndexLayout(root: index.path).generation() != nil else {
        Terminal.error("palabre: \(index.path): no index here, so no Xapian query and no votes")
        return
      }
      let search = try SearchIndex(path: index.path)
      print("\n\(Terminal.bold("Xapian query"))\n  \(try search.xapianDescription(of: query))")
      print("\n\(Terminal.bold("votes"))")
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
    let widths = header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      let cells = row.enumerated().map { $1 + String(repeating: " ", count: widths[$0] - $1.count) }
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
