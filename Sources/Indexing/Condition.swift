import Foundation

/// Lets threads wait for what other threads change. What they wait for is guarded by a lock of its own, and every change
/// of it is signalled.
final class Condition: Sendable {
  private let condition = NSCondition()

  /// Waits until `isMet` is true, which is asked at once and after each signal.
  func wait(_ isMet: () throws -> Bool) rethrows {
    condition.lock()
    defer { condition.unlock() }
    while !(try isMet()) { condition.wait() }
  }

  /// Wakes all who wait.
  func signal() {
    condition.lock()
    condition.broadcast()
    condition.unlock()
  }
}
