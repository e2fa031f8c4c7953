import ArgumentParser
import Foundation
import Schema
import Searching

/// What Benchmarks/spelling asks: a correction for every line of standard input. Not for people.
struct SpellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "spell", shouldDisplay: false)

  @OptionGroup var index: IndexPath
  @Option var audience: Audience = .everyone

  /// A line of the answer.
  private struct Line: Encodable {
    var query: String
    var correction: Correction?
    var took_ms: Double
  }

  func run() throws {
    try Edge.run {
      let index = try SearchIndex(path: index.path, audience: audience)
      while let query = readLine() {
        let start = ContinuousClock.now
        let correction = try index.correction(of: query)
        let took = (ContinuousClock.now - start) / .milliseconds(1)
        try JSONOutput.print(Line(query: query, correction: correction, took_ms: took), isPretty: false)
      }
    }
  }
}
