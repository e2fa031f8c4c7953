import ArgumentParser
import Formats
import Foundation
import Indexing

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Read debates and index what is new or changed.",
    discussion: """
      A source is a file, a folder, or - for NDJSON on standard input; without any, the sources of the configuration \
      are read. What cannot be used is reported with its place and the rest is indexed (exit code 65). Safe to run again \
      and again, and while others search.

      Examples:
        palabre index debates.ndjson
        palabre index /var/lib/debates --prune --quiet
        palabre index --config /etc/palabre/palabre.yaml
        curl -s https://example.org/export | palabre index -
      """)

  @Argument(
    help: ArgumentHelp("Files and folders to read, or - for standard input.", valueName: "source"),
    completion: .file())
  var sources: [String] = []

  @OptionGroup var options: RunOptions

  // Memory decides; tests that end a run between two batches make them small.
  @Option(help: ArgumentHelp("Megabytes of text between two durable commits.", valueName: "mb", visibility: .hidden))
  var batch: Int?

  @Flag(help: "Print the receipt as JSON.")
  var json = false

  func validate() throws {
    if let batch, !(1...4096).contains(batch) { throw ValidationError("--batch takes a number from 1 to 4096") }
  }

  func run() throws {
    try Edge.run(isWriting: true) {
      let settings = try Settings(options.flags(sources: sources), index: options.index)
      var options = try settings.options()
      if let batch { options.batchBytes = batch << 20 }
      var progress = ProgressLine(isQuiet: settings.quiet.value)
      var shownProblems = 0
      let receipt = try IndexRun(options).run(
        onProgress: { progress.show($0) },
        onProblem: { problem in
          progress.clear()
          shownProblems += 1
          if shownProblems <= Receipt.maximumErrors { Terminal.error("palabre: \(problem)") }
        })
      progress.clear()
      if shownProblems > Receipt.maximumErrors {
        Terminal.error("palabre: … and \(shownProblems - Receipt.maximumErrors) more")
      }
      if json {
        try JSONOutput.print(receipt)
      } else if !settings.quiet.value {
        print(summary(receipt, index: settings.index.value))
      }
      if receipt.refused > 0 { throw ExitCode(Edge.Status.dataRefused.rawValue) }
    }
  }

  private func summary(_ receipt: Receipt, index: String) -> String {
    var parts = ["\(receipt.indexed) debates indexed (\(receipt.passages) passages)"]
    if receipt.unchanged > 0 { parts.append("\(receipt.unchanged) unchanged") }
    if receipt.removed > 0 { parts.append("\(receipt.removed) removed") }
    if receipt.refused > 0 { parts.append("\(receipt.refused) refused") }
    let rate = Double(receipt.bytes) / max(receipt.duration, 0.001)
    return parts.joined(separator: ", ")
      + String(format: " in %.1f s, ", receipt.duration) + "\(Units.megabytes(Int64(rate)))/s -> \(index)"
  }
}
