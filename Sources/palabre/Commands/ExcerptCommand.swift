import ArgumentParser
import Foundation
import Searching

/// What `Benchmarks/snippets.py` measures: what answers would show of texts. Not for people.
///
/// Reads lines of JSON, `{"query", "text"}`, and prints as many, `{"html", "windows"}`: pairs of UTF-16 offsets.
struct ExcerptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "excerpt", shouldDisplay: false)

  private struct Request: Decodable {
    var query: String
    var text: String
  }

  private struct Answer: Encodable {
    var html: String
    var windows: [[Int]]
  }

  @OptionGroup var index: IndexPath

  func run() throws {
    try Edge.run {
      let index = try SearchIndex(path: index.path)
      while let line = readLine() {
        guard let request = try? JSONDecoder().decode(Request.self, from: Data(line.utf8)) else {
          throw ValidationError("not a line of {\"query\", \"text\"}: \(line.prefix(80))")
        }
        let excerpt = try index.excerpt(of: request.text, for: request.query)
        let windows = excerpt.windows.map { [$0.lowerBound, $0.upperBound] }
        try JSONOutput.print(Answer(html: excerpt.highlights.html, windows: windows), isPretty: false)
      }
    }
  }
}
