import Dispatch
import Foundation
import Searching
import Synchronization

/// Threads that search, each with an index of its own, and the requests that wait for one.
///
/// A search blocks its thread; none of them is a thread that connections are served from. What is more than may wait,
/// and what has waited too long, is refused at once: an answer that nobody waits for any more would only make the
/// others wait.
final class SearchPool: Sendable {
  /// Bounds of waiting.
  struct Limits: Sendable {
    var workers: Int
    var waiting: Int
    var patience: Duration
  }

  /// A question with whoever waits for its answer.
  private struct Job: Sendable {
    let expires: ContinuousClock.Instant
    let run: @Sendable (SearchIndex) -> Void
    let refuse: @Sendable (any Error) -> Void
  }

  private struct State {
    var jobs: [Job] = []
    var first = 0
    var busy = 0
    var isClosed = false

    var waiting: Int { jobs.count - first }

    mutating func next() -> Job? {
      guard first < jobs.count else { return nil }
      defer {
        first += 1
        // Under steady load there is always one that waits: what was taken is let go of long before.
        if first * 2 >= jobs.count {
          jobs.removeFirst(first)
          first = 0
        }
      }
      return jobs[first]
    }
  }

  private let limits: Limits
  private let open: @Sendable () throws -> SearchIndex
  private let state = Mutex(State())
  private let available = DispatchSemaphore(value: 0)

  /// - Parameter open: opens an index; called on each thread, and again after it failed.
  init(_ limits: Limits, open: @escaping @Sendable () throws -> SearchIndex) {
    self.limits = limits
    self.open = open
    for number in 1...limits.workers {
      let thread = Thread { [self] in work() }
      thread.name = "search \(number)"
      // Recursion over a query's tree is bounded; its frames are larger without optimisation.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// The answer to a question, from one of the threads.
  ///
  /// - Throws: `ServiceError.overloaded` when too many wait, or this one has waited too long; what `question` throws.
  func ask<Answer: Sendable>(
    _ question: @escaping @Sendable (SearchIndex) throws -> Answer
  ) async throws -> Answer {
    try await withCheckedThrowingContinuation { (waiting: CheckedContinuation<Answer, any Error>) in
      let job = Job(
        expires: .now + limits.patience,
        run: { index in waiting.resume(with: Result { try question(index) }) },
        refuse: { waiting.resume(throwing: $0) })
      let isAccepted = state.withLock { state in
        guard !state.isClosed, state.waiting < limits.waiting else { return false }
        state.jobs.append(job)
        return true
      }
      if isAccepted { available.signal() } else { job.refuse(ServiceError.overloaded) }
    }
  }

  /// How many requests wait, and how many threads search.
  var load: (waiting: Int, busy: Int) { state.withLock { ($0.waiting, $0.busy) } }

  /// Refuses what comes from now on; what waits is answered.
  func close() {
    state.withLock { $0.isClosed = true }
    for _ in 0..<limits.workers { available.signal() }
  }

  private func work() {
    var index: SearchIndex?
    while true {
      available.wait()
      let (job, isClosed) = state.withLock { state in
        let job = state.next()
        if job != nil { state.busy += 1 }
        return (job, state.isClosed)
      }
      guard let job else {
        if isClosed { return }
        continue
      }
      defer { state.withLock { $0.busy -= 1 } }
      guard job.expires > .now else {
        job.refuse(ServiceError.overloaded)
        continue
      }
      do {
        let opened = try index ?? open()
        index = opened
        job.run(opened)
      } catch {
        job.refuse(error)
      }
    }
  }
}
