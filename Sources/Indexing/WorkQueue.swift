import Dispatch
import Synchronization

/// A queue of work between threads. How much is in flight is bounded by whoever puts (see `Pipeline`).
final class WorkQueue<Element: Sendable>: Sendable {
  private let elements = Mutex<(waiting: [Element], isClosed: Bool)>(([], false))
  private let available = DispatchSemaphore(value: 0)

  func put(_ element: Element) {
    elements.withLock { $0.waiting.append(element) }
    available.signal()
  }

  /// No more will be put: every taker gets nil once the queue is empty.
  func close() {
    elements.withLock { $0.isClosed = true }
    available.signal()
  }

  /// Waits for the next element; nil when the queue is closed and empty.
  func take() -> Element? {
    available.wait()
    let element: Element? = elements.withLock { state in
      state.waiting.isEmpty ? nil : state.waiting.removeFirst()
    }
    // Whoever finds the queue closed wakes the next taker.
    if element == nil { available.signal() }
    return element
  }
}
