import Synchronization

/// Hands a value that is not Sendable to exactly one other thread.
final class Handover<Value>: Sendable {
  private let value: Mutex<Value?>
  init(_ value: sending Value) { self.value = Mutex(value) }
  func take() -> sending Value? {
    value.withLock { value in
      let taken = value
      value = nil
      return taken
    }
  }
}
