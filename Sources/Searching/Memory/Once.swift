import Synchronization

/// A value that is made once, by whoever asks for it first; others who need it wait, and nobody else does.
final class Once<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let making = Mutex<Void>(())

  /// The value, when it has been made.
  var known: Value? { value.withLock { $0 } }

  /// Whether it is there, or nobody is at it: asking for it does not wait for others.
  var isFree: Bool { known != nil || making.withLockIfAvailable { _ in true } == true }

  /// The value; made by `make` when nobody has made it yet. Where that fails, the next who asks makes it.
  func value(_ make: () throws -> Value) rethrows -> Value {
    if let known { return known }
    return try making.withLock { _ in
      if let known { return known }
      let made = try make()
      value.withLock { $0 = made }
      return made
    }
  }
}
