import ArgumentParser
import Formats
import Foundation
import Indexing

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Read debates and index what is new or changed.",
    discussion: """
      A source is a file, a folder, or - for NDJSON on standard input. What cannot be used is reported with its place \
      and the rest is indexed (exit code 65). Safe to run again and again, and while others search.

      Examples:
        palabre index debates.ndjson
        palabre index /var/lib/debates --prune --quiet
        curl -s https://example.org/export | palabre index -
      """)

  @Argument(help: ArgumentHelp("Files and folders to read, or - for standard input.", valueName: "source"))
  var sources: [String]

  @OptionGroup var index: IndexPath

  @OptionGroup var profile: ProfileOption

  @Flag(help: "Remove debates that came from these sources and are in them no more.")
  var prune = false

  @Option(help: ArgumentHelp("Threads that read and analyse (default: one per processor).", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Megabytes of text between two durable commits: what bounds memory (default: \(IndexOptions.defaultBatchMegabytes)).",
      valueName: "mb"))
  var batch: Int?

  @Option(
    help: ArgumentHelp(
      "Write metrics of the run and the index here, for the textfile collector of Prometheus (name it *.prom).",
      valueName: "file"))
  var metricsFile: String?

  @Option(
    help: ArgumentHelp(
      "Ask for this http or https address when the run has ended well, and for URL/fail when it has not: a dead-man's switch.",
      valueName: "url"))
  var pingUrl: PingAddress?

  @Flag(help: "Say nothing unless something is wrong.")
  var quiet = false

  @Flag(help: "Print the receipt as JSON.")
  var json = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
    if let batch, !(1...4096).contains(batch) { throw ValidationError("--batch takes a number from 1 to 4096") }
  }

  func run() throws {
    try Edge.run(isWriting: true) {
      var options = IndexOptions(sources: sources, index: index.path)
      options.prune = prune
      options.profiles = try profile.load()
      if let jobs { options.jobs = jobs }
      if let batch { options.batchBytes = batch << 20 }
      var progress = ProgressLine(isQuiet: quiet)
      var shownProblems = 0
      let monitors = RunMonitors(metricsFile: metricsFile, ping: pingUrl)
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
        monitors.tell(.failed(error), index: index.path)
        throw error
      }
      progress.clear()
      if shownProblems > Receipt.maximumErrors {
        Terminal.error("palabre: … and \(shownProblems - Receipt.maximumErrors) more")
      }
      let end: IndexRun.End = receipt.refused > 0 ? .refused : .done
      monitors.tell(end, index: index.path)
      if json {
        try JSONOutput.print(receipt)
      } else if !quiet {
        print(summary(receipt))
      }
      if case .refused = end { throw ExitCode(Edge.status(of: end)) }
    }
  }

  private func summary(_ receipt: Receipt) -> String {
    var parts = ["\(receipt.indexed) debates indexed (\(receipt.passages) passages)"]
    if receipt.unchanged > 0 { parts.append("\(receipt.unchanged) unchanged") }
    if receipt.removed > 0 { parts.append("\(receipt.removed) removed") }
    if receipt.refused > 0 { parts.append("\(receipt.refused) refused") }
    let rate = Double(receipt.bytes) / max(receipt.duration, 0.001)
    return parts.joined(separator: ", ")
      + String(format: " in %.1f s, ", receipt.duration) + "\(Units.megabytes(Int64(rate)))/s -> \(index.path)"
  }
}
