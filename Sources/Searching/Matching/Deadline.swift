/// When an answer has to be there. What takes long asks it now and then, and ends with what it has.
final class Deadline {
  private let end: ContinuousClock.Instant?
  /// Whether something ended before it was done.
  private(set) var wasReached = false

  /// - Parameter limit: from now on; nil for no end.
  init(after limit: Duration?) { end = limit.map { .now + $0 } }

  /// What is left, in nanoseconds; nil without an end.
  var nanoseconds: UInt64? {
    guard let end else { return nil }
    let left = (end - .now).components
    guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
    return UInt64(left.seconds) * 1_000_000_000 + UInt64(left.attoseconds / 1_000_000_000)
  }

  /// Whether the time is over; whoever asks ends then.
  var isOver: Bool {
    guard let end, .now >= end else { return false }
    wasReached = true
    return true
  }

  /// Something outside ended at the time that was left for it.
  func noteStop(_ isStopped: Bool) { if isStopped { wasReached = true } }
}
