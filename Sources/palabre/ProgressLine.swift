import Foundation
import Indexing

/// One line on a terminal that is written over: how far, how fast, how long yet. Silent elsewhere.
struct ProgressLine {
  private let isShown: Bool
  private var lastShown = Date.distantPast
  private var hasLine = false

  init(isQuiet: Bool) { isShown = !isQuiet && Terminal.errorIsTerminal }

  mutating func show(_ progress: IndexProgress) {
    show(Self.line(progress))
  }

  mutating func show(_ line: @autoclosure () -> String) {
    guard isShown, Date().timeIntervalSince(lastShown) > 0.1 else { return }
    lastShown = Date()
    Terminal.errorBytes("\r\u{1B}[K\(line())")
    hasLine = true
  }

  private static func line(_ progress: IndexProgress) -> String {
    let rate = Double(progress.bytesRead) / max(progress.elapsed, 0.001)
    var line = "\(Units.megabytes(progress.bytesRead))"
    if let total = progress.totalBytes, total > 0 {
      let share = min(1, Double(progress.bytesRead) / Double(total))
      line = "\(Int(share * 100)) %  \(line) of \(Units.megabytes(total))"
      if rate > 0, share < 1 {
        line += "  \(Units.duration(Double(total - progress.bytesRead) / rate)) left"
      }
    }
    return line + "  \(Units.megabytes(Int64(rate)))/s  \(progress.debates) debates, \(progress.passages) passages"
  }

  /// Removes the line, so that something else can be written.
  mutating func clear() {
    guard hasLine else { return }
    Terminal.errorBytes("\r\u{1B}[K")
    hasLine = false
    lastShown = .distantPast
  }
}

/// Quantities as people read them.
enum Units {
  static func megabytes(_ bytes: Int64) -> String {
    bytes < 1 << 20 ? "\((bytes + 1023) / 1024) kB" : String(format: "%.1f MB", Double(bytes) / 1_048_576)
  }

  static func duration(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded())
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return String(format: "%d:%02d min", seconds / 60, seconds % 60) }
    return String(format: "%d:%02d h", seconds / 3600, seconds % 3600 / 60)
  }
}
