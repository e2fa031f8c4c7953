import Debates
import Foundation

/// How much was understood of the sources of a conversion.
struct ConversionSummary {
  private var debates = 0
  private var passages = 0
  private var speakers = 0
  private var utterances = 0
  private var timed = 0
  private var comments = 0
  private let started = Date()

  mutating func add(_ debate: Debate) {
    debates += 1
    passages += debate.passages().count
    speakers += debate.speakers.count
    utterances += debate.transcript.count
    timed += debate.transcript.count { $0.start != nil }
    comments += debate.comments.count
  }

  /// One line a kind, and how long it took to read `bytes`.
  func text(bytes: Int64) -> String {
    let megabytes = Double(bytes) / 1_000_000
    let seconds = Date().timeIntervalSince(started)
    let rate = megabytes / max(seconds, 0.000_001)
    return """
      debates     \(debates)
      speakers    \(speakers)
      utterances  \(utterances), \(timed) of them with a time
      comments    \(comments)
      passages    \(passages)
      read        \(Self.rounded(megabytes)) MB in \(Self.rounded(seconds)) s, \(Self.rounded(rate)) MB/s
      """
  }

  private static func rounded(_ number: Double) -> String { String(format: "%.1f", number) }
}
