import Foundation
import Indexing

/// How far, how fast, how long yet: on a terminal one line that is written over, elsewhere a line now and then.
struct ProgressLine {
  /// Where it goes.
  enum Kind { case silent, terminal, log }

  /// Seconds between two lines of a log: a run of every few minutes writes none.
  static let logInterval: TimeInterval = 30
  private static let terminalInterval: TimeInterval = 0.1

  private let kind: Kind
  private var lastShown: Date
  private var lastPhase = IndexProgress.Phase.reading
  private var hasLine = false

  init(isQuiet: Bool) { self.init(isQuiet ? .silent : Terminal.errorIsTerminal ? .terminal : .log, now: Date()) }

  init(_ kind: Kind, now: Date) {
    self.kind = kind
    lastShown = kind == .log ? now : .distantPast
  }

  mutating func show(_ progress: IndexProgress) {
    guard isDue(progress.phase, at: Date()) else { return }
    write(ProgressLine.text(progress))
  }

  /// How far a work of another kind is.
  mutating func show(_ text: @autoclosure () -> String) {
    guard isDue(lastPhase, at: Date()) else { return }
    write(text())
  }

  private mutating func write(_ text: String) {
    if kind == .terminal {
      Terminal.errorBytes("\r\u{1B}[K\(text)")
      hasLine = true
    } else {
      Terminal.error("palabre: \(text)")
    }
  }

  /// Whether something is to be shown now, which it then counts as. A phase is shown as it begins: nothing more comes
  /// of it.
  mutating func isDue(_ phase: IndexProgress.Phase, at now: Date) -> Bool {
    let interval = kind == .terminal ? ProgressLine.terminalInterval : ProgressLine.logInterval
    let isNews = kind == .terminal && phase != lastPhase
    guard kind != .silent, isNews || now.timeIntervalSince(lastShown) > interval else { return false }
    lastShown = now
    lastPhase = phase
    return true
  }

  static func text(_ progress: IndexProgress) -> String {
    let counts = "\(progress.debates) debates, \(progress.passages) passages"
    switch progress.phase {
    case .joining: return "building the next generation  \(counts)"
    case .publishing: return "writing the changes  \(counts)"
    case .reading: break
    }
    let rate = Double(progress.bytesRead) / max(progress.elapsed, 0.001)
    var line = "\(Units.megabytes(progress.bytesRead))"
    if let total = progress.totalBytes, total > 0 {
      let share = min(1, Double(progress.bytesRead) / Double(total))
      line = "\(Int(share * 100)) %  \(line) of \(Units.megabytes(total))"
      if rate > 0, share < 1 {
        line += "  \(Units.duration(Double(total - progress.bytesRead) / rate)) left"
      }
    }
    return line + "  \(Units.megabytes(Int64(rate)))/s  \(counts)"
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
