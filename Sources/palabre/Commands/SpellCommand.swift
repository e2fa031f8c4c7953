import ArgumentParser
import Foundation
import Schema
import Searching

/// What Benchmarks/spelling and Benchmarks/completions ask: a correction, or completions, for every line of standard
/// input. Not for people.
struct SpellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "spell", shouldDisplay: false)

  @OptionGroup var index: IndexPath
  @Option var audience: Audience = .everyone
  @Flag var completing = false

  /// A line of the answer.
  private struct Line: Encodable {
    var query: String
    var correction: Correction?
    var understood: String
    var milliseconds: Double

    enum CodingKeys: String, CodingKey {
      case query, correction, understood
      case milliseconds = "took_ms"
    }
  }

  func run() throws {
    try Edge.run {
      let index = try SearchIndex(path: index.path, audience: audience)
      while let query = readLine() {
        if completing {
          try JSONOutput.print(try index.suggestions(for: query, limit: 10), isPretty: false)
          continue
        }
        let start = ContinuousClock.now
        let correction = try index.correction(of: query)
        let took = (ContinuousClock.now - start) / .milliseconds(1)
        let line = Line(
          query: query, correction: correction, understood: index.parse(query).description, milliseconds: took)
        try JSONOutput.print(line, isPretty: false)
      }
    }
  }
}
