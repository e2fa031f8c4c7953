import ArgumentParser
import Foundation
import Indexing
import Schema

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show what is in the index, and the receipts of the last runs.")

  @OptionGroup var index: IndexPath

  @Flag(help: "Print the status as JSON.")
  var json = false

  func run() throws {
    try Edge.run {
      let status = try IndexStatus(path: index.path)
      if json { try JSONOutput.print(status) } else { show(status) }
    }
  }

  private func show(_ status: IndexStatus) {
    print("\(Terminal.bold(status.index))  \(Units.megabytes(status.bytes)), format \(status.format)")
    print("analysis   \(status.analysis)")
    for contents in status.contents {
      print("\(contents.audience.rawValue.padded(to: 10)) \(contents.debates) debates, \(contents.passages) passages")
      print("           \(counts(contents.kinds))")
      print("           \(counts(contents.languages))")
    }
    guard !status.receipts.isEmpty else { return }
    print("\nlast runs")
    for receipt in status.receipts.prefix(5) {
      let finished = receipt.finished.formatted(.iso8601)
      print(
        "  \(finished)  read \(receipt.read), indexed \(receipt.indexed), unchanged \(receipt.unchanged), "
          + "removed \(receipt.removed), refused \(receipt.refused), \(String(format: "%.1f", receipt.duration)) s  "
          + Terminal.sanitized(receipt.sources.joined(separator: " ")))
      if let failed = receipt.failed { print("    failed: \(Terminal.sanitized(failed))") }
      for error in receipt.errors.prefix(3) { print("    \(Terminal.sanitized("\(error)"))") }
      if receipt.refused > 3 { print("    … and \(receipt.refused - 3) more (--json lists up to 100)") }
    }
  }

  private func counts(_ counts: [String: Int]) -> String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.filter { $0.value > 0 }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}

extension String {
  /// With spaces behind, up to this many characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
