import Foundation
import Synchronization
import TestTools

/// Somebody who searches all along, as soon as there is an index and until told to stop.
final class SearchLoop: Sendable {
  private struct State {
    var isStopping = false
    var searches = 0
    var errors: [String] = []
  }

  private let state = Mutex(State())
  private let ended = DispatchSemaphore(value: 0)

  /// - Parameter mayBeAbsent: there is no index yet; from the first answer on, there has to be one.
  init(_ program: Program, mayBeAbsent: Bool) {
    let thread = Thread { [self] in
      var hasAnswered = !mayBeAbsent
      while !state.withLock({ $0.isStopping }) {
        let found = program.search()
        switch found {
        case .found: hasAnswered = true
        case .noIndex where !hasAnswered: break
        case .noIndex, .failed: state.withLock { $0.errors.append(found.description) }
        }
        state.withLock { $0.searches += 1 }
      }
      ended.signal()
    }
    thread.start()
  }

  /// How many searches there were, and what went wrong.
  func stop() -> (searches: Int, errors: [String]) {
    state.withLock { $0.isStopping = true }
    ended.wait()
    ended.signal()
    return state.withLock { ($0.searches, $0.errors) }
  }
}
