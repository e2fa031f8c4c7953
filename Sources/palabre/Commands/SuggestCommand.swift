import ArgumentParser
import Foundation
import Schema
import Searching

struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Complete what is being typed: titles, speakers, expertises, phrases.",
    discussion: """
      For a search box. What is typed may begin any words of a title or a name, in their order, with or without \
      accents; what was typed is marked. Titles come first, then people, expertises, and words that are said in \
      several passages.

      Examples:
        palabre suggest "bud part"      Budget participatif …
        palabre suggest lorm            Bastien Lormel
        palabre suggest "comm" --limit 5 --json
      """)

  @Argument(help: "What was typed so far.")
  var prefix: String

  @OptionGroup var index: IndexPath

  @Option(help: ArgumentHelp("How many completions, at most \(SearchIndex.maximumCompletions).", valueName: "n"))
  var limit = 10

  @Option(help: "Whom to answer: the public, or members, who also see what is for members.")
  var audience: Audience = .everyone

  @Flag(help: "Print the answer as JSON.")
  var json = false

  func validate() throws {
    guard (0...SearchIndex.maximumCompletions).contains(limit) else {
      throw ValidationError("--limit takes a number from 0 to \(SearchIndex.maximumCompletions)")
    }
  }

  func run() throws {
    try Edge.run {
      let index = try SearchIndex(path: index.path, audience: audience)
      let answer = try index.suggestions(for: prefix, limit: limit)
      if json {
        try JSONOutput.print(answer)
        return
      }
      var sheet = TextSheet(Terminal.look)
      for result in answer.results { sheet.write(result) }
      print(sheet.text, terminator: "")
    }
  }
}

extension TextSheet {
  fileprivate mutating func write(_ completion: Completion) {
    let kind = StyledText(completion.kind.rawValue.padded(to: 9), .dim)
    write(kind + StyledText(completion.highlights) + StyledText("  \(completion.count)", .dim), hanging: 9)
  }
}
