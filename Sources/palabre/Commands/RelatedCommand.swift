import ArgumentParser
import Foundation
import Schema
import Searching

struct RelatedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "related",
    abstract: "Show what is connected with a debate: other debates, expertises, people to invite.",
    discussion: """
      For the boxes that editors fill by hand: connected subjects, with the words, expertises and speakers that they \
      share; expertises that the debate does not carry yet; people who have no part in it. A debate that lists a \
      connected subject already has it marked.

      With -, a text on standard input takes the place of the debate, its first line as the title: a draft, an article.

      Examples:
        palabre related community-manager-2009
        palabre related - --json < draft.txt
      """)

  @Argument(
    help: ArgumentHelp("The id of a debate, or - for a text on standard input.", valueName: "debate-id"),
    completion: IndexCompletion.debates)
  var debate: String

  @OptionGroup var index: IndexPath

  @Option(help: ArgumentHelp("How many connected subjects.", valueName: "n"))
  var limit = 10

  @Option(help: ArgumentHelp("How many expertises, and how many people.", valueName: "n"))
  var suggestions = 5

  @Option(help: "Whom to answer: the public, or members, who also see what is for members.")
  var audience: Audience = .everyone

  @Flag(help: "Print the answer as JSON.")
  var json = false

  func validate() throws {
    for (name, value) in [("--limit", limit), ("--suggestions", suggestions)] {
      guard (0...SearchRequest.maximumLimit).contains(value) else {
        throw ValidationError("\(name) takes a number from 0 to \(SearchRequest.maximumLimit)")
      }
    }
  }

  func run() throws {
    try Edge.run {
      var request = RelatedRequest()
      request.limit = limit
      request.suggestions = suggestions
      let index = try SearchIndex(path: index.path, audience: audience)
      let answer = debate == "-" ? try index.related(toText: text(), request) : try related(to: debate, request, index)
      if json {
        try JSONOutput.print(answer)
      } else {
        var sheet = TextSheet(Terminal.look)
        sheet.write(answer)
        print(sheet.text, terminator: "")
      }
    }
  }

  private func related(
    to id: String, _ request: RelatedRequest, _ index: SearchIndex
  ) throws -> RelatedResponse {
    if let answer = try index.related(toDebate: id, request) { return answer }
    throw SearchError.noSuchDebate(id)
  }

  /// What is more than a query may be is left out there.
  private func text() throws -> String {
    let bytes = try FileHandle.standardInput.read(upToCount: RelatedCommand.maximumBytes) ?? Data()
    let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { throw ValidationError("standard input is empty: pipe a text into palabre related -") }
    return text
  }

  private static let maximumBytes = 1 << 20
}
