import Foundation
import Indexing

/// The sources of an index as a table, and what of them is waiting to be mended.
enum SourceTable {
  /// Waiting records that are listed; `--json` has more.
  private static let maximumWaiting = 10

  static func print(_ sources: [SourceStatus]) {
    Swift.print("\nsources")
    for line in lines(sources) { Swift.print("  \(line)") }
    let waiting = sources.flatMap(\.waiting).sorted { $0.since < $1.since }
    guard !waiting.isEmpty else { return }
    Swift.print("\nwaiting to be mended, since")
    for record in waiting.prefix(maximumWaiting) {
      Swift.print("  \(time(record.since))  \(Terminal.sanitized("\(record.error)"))")
    }
    if waiting.count > maximumWaiting {
      Swift.print("  … and \(waiting.count - maximumWaiting) more (--json lists up to 100 of a source)")
    }
  }

  /// A heading and a line for each source, columns as wide as what stands in them. The name comes last, since it may
  /// be long.
  static func lines(_ sources: [SourceStatus]) -> [String] {
    let rows = [headings] + sources.map(cells)
    let widths = headings.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return zip(rows, [""] + sources.map { Terminal.sanitized($0.last.source) }).map { row, name in
      let cells = zip(row, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
      return (cells + [name.isEmpty ? "SOURCE" : name]).joined(separator: "  ")
    }
  }

  private static let headings = [
    "LAST RUN", "LAST SUCCESS", "READ", "INDEXED", "UNCHANGED", "REMOVED", "REFUSED", "BYTES", "TIME", "PENDING SINCE",
  ]

  private static func cells(_ source: SourceStatus) -> [String] {
    let last = source.last
    return [time(source.lastRun), source.lastSuccess.map(time) ?? "never"]
      + [last.read, last.indexed, last.unchanged, last.removed, last.refused].map(String.init)
      + [Units.megabytes(last.bytes), Units.duration(last.duration), source.oldestPending.map(time) ?? "-"]
  }

  private static func time(_ date: Date) -> String { date.formatted(.iso8601) }
}
