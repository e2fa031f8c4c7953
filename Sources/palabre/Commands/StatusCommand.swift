import ArgumentParser
import Foundation
import Indexing
import Schema

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show what is in the index, its sources, and the receipts of the last runs.",
    discussion: """
      Of each source: the last run that named it, the last that did not fail, what the last one did with its records, \
      and since when something of it is waiting to be indexed.
      """)

  @OptionGroup var index: IndexPath

  @Flag(help: "Print the status as JSON.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Take a source that is indexed no more off the list; its debates stay in the index.", valueName: "source"))
  var forget: String?

  func run() throws {
    if let forget { return try take(offTheList: forget) }
    try Edge.run {
      let status = try IndexStatus(path: index.path)
      if json { try JSONOutput.print(status) } else { show(status) }
    }
  }

  private func take(offTheList source: String) throws {
    try Edge.run(isWriting: true) {
      guard try IndexStatus.forget(source, of: index.path) else {
        throw ValidationError("--forget \(source): no such source; palabre status lists them")
      }
    }
  }

  private func show(_ status: IndexStatus) {
    print("\(Terminal.bold(status.index))  \(Units.megabytes(status.bytes)), format \(status.format)")
    print("analysis   \(status.analysis)")
    for contents in status.contents {
      print(
        "\(contents.audience.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0)) \(contents.debates) debates, \(contents.passages) passages"
      )
      print("           \(counts(contents.kinds))")
      print("           \(counts(contents.languages))")
    }
    if let run = status.unfinished { print("\n\(Terminal.sanitized(text(run)))") }
    if !status.sources.isEmpty { SourceTable.print(status.sources) }
    guard !status.receipts.isEmpty else { return }
    print("\nlast runs")
    for receipt in status.receipts.prefix(5) { show(receipt) }
  }

  private func show(_ receipt: Receipt) {
    let finished = receipt.finished.formatted(.iso8601)
    print(
      "  \(finished)  read \(receipt.read), indexed \(receipt.indexed), unchanged \(receipt.unchanged), "
        + "removed \(receipt.removed), refused \(receipt.refused), \(String(format: "%.1f", receipt.duration)) s  "
        + Terminal.sanitized(receipt.sources.joined(separator: " ")))
    if let before = receipt.interrupted {
      print(Terminal.sanitized("    the run before had not finished: \(before.description(at: receipt.started))"))
    }
    if let failed = receipt.failed {
      let status = receipt.exitStatus.map { " (exit code \($0))" } ?? ""
      print("    failed\(status): \(Terminal.sanitized(failed))")
    }
    for error in receipt.errors.prefix(3) { print("    \(Terminal.sanitized("\(error)"))") }
    if receipt.refused > 3 { print("    … and \(receipt.refused - 3) more (--json lists up to 100)") }
  }

  private func text(_ run: IndexStatus.UnfinishedRun) -> String {
    let who = run.holder.description(at: Date())
    return switch run.state {
    case .running: "a run is under way: \(who)"
    case .stopped: "a run is stopped: \(who); \(run.holder.wayOut(.stopped))"
    case .ended: "a run ended without finishing: \(who); the next one goes on from its last commit"
    case .unknown: "a run has not finished: \(who); \(run.holder.wayOut(.unknown))"
    }
  }

  private func counts(_ counts: [String: Int]) -> String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.filter { $0.value > 0 }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
