import Foundation
import Logging
import Searching
import ServiceLifecycle
import Synchronization

/// Looks for what a run has committed, and has what the next answers need in memory before they ask.
///
/// It has an index and a thread of its own. Answers look for themselves too; this is for what they would wait for, for
/// caches that ask whether an answer still holds, and for `/health/ready`.
final class IndexWatch: Sendable {
  /// What was seen last.
  struct Sight: Sendable {
    /// Of the index; changes with every commit.
    var revision: String
    /// When that revision was seen first.
    var since: Date
    /// When the index was written last.
    var changed: Date
    /// What that revision holds.
    var debates: Int
    var passages: Int
    /// How many revisions have taken the place of the first.
    var changes = 0
    /// Why the index could not be read when it was looked at last; nil when it could.
    var failure: String?
  }

  private let seen: Mutex<Sight>
  private let isStopped = Mutex(false)
  private let logger: Logger

  /// Reads what the first answers need.
  ///
  /// - Throws: `IndexError` when there is no index that can be read.
  init(_ index: sending SearchIndex, interval: Duration = .milliseconds(200), logger: Logger) throws {
    self.logger = logger
    try index.warm()
    seen = Mutex(try IndexWatch.look(at: index, changes: 0))
    // Handed over: from here on only the thread uses it.
    nonisolated(unsafe) let index = index
    let thread = Thread { [self] in watch(index, every: interval) }
    thread.name = "watch"
    thread.start()
  }

  /// What was seen last.
  var sight: Sight { seen.withLock { $0 } }

  /// Ends the thread after its next look.
  func stop() { isStopped.withLock { $0 = true } }

  private static func look(at index: SearchIndex, changes: Int) throws -> Sight {
    let size = try index.size()
    return Sight(
      revision: index.revision, since: Date(), changed: index.changed(), debates: size.debates,
      passages: size.passages, changes: changes)
  }

  private func watch(_ index: SearchIndex, every interval: Duration) {
    while !isStopped.withLock({ $0 }) {
      Thread.sleep(forTimeInterval: interval / .seconds(1))
      do {
        let revision = try index.refreshed()
        let isNew = seen.withLock { sight in
          sight.failure = nil
          return sight.revision != revision
        }
        guard isNew else { continue }
        let start = ContinuousClock.now
        let sight = try IndexWatch.look(at: index, changes: seen.withLock { $0.changes } + 1)
        seen.withLock { $0 = sight }
        try index.warm()
        logger.info(
          "index changed",
          metadata: ["revision": "\(revision)", "warm_ms": "\(Int((ContinuousClock.now - start) / .milliseconds(1)))"])
      } catch {
        let isNew = seen.withLock { sight in
          defer { sight.failure = "\(error)" }
          return sight.failure == nil
        }
        if isNew { logger.error("the index cannot be read", metadata: ["reason": "\(error)"]) }
      }
    }
  }
}
