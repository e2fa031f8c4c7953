import Dispatch
import Synchronization

/// A queue of work between threads. How much is in flight is bounded by whoever puts (see `Pipeline`).
final class WorkQueue<Element: Sendable>: Sendable {
  private let waiting = Mutex<[Element]>([])
  private let available = DispatchSemaphore(value: 0)

  func put(_ element: Element) {
    waiting.withLock { $0.append(element) }
    available.signal()
  }

  /// No more will be put: every taker gets nil once the queue is empty.
  func close() {
    // A signal without an element; each taker that finds none passes it on.
    available.signal()
  }

  /// Waits for the next element; nil when the queue is closed and empty.
  func take() -> Element? {
    available.wait()
    let element: Element? = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    if element == nil { available.signal() }
    return element
  }
}
