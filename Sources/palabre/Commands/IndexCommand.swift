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
      let monitors = RunMonitors(
        metricsFile: settings.metricsFile.value, ping: settings.pingURL.value.flatMap(PingAddress.init))
      let receipt: Receipt
      do {
        receipt = try IndexRun(options).run(
          exitStatus: { Edge.status(of: $0) }, onProgress: { progress.show($0) },
          onProblem: { problem in
            progress.clear()
            shownProblems += 1
            if shownProblems <= Receipt.maximumErrors { Terminal.error("palabre: \(problem)") }
          })
      } catch {
        progress.clear()
        monitors.tell(.failed(error), index: settings.index.value)
        throw error
      }
      progress.clear()
      if shownProblems > Receipt.maximumErrors {
        Terminal.error("palabre: … and \(shownProblems - Receipt.maximumErrors) more")
      }
      let end: IndexRun.End = receipt.refused > 0 ? .refused : .done
      monitors.tell(end, index: settings.index.value)
      if json {
        try JSONOutput.print(receipt)
      } else if !settings.quiet.value {
        print(summary(receipt, index: settings.index.value))
      }
      if case .refused = end { throw ExitCode(Edge.status(of: end)) }
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
