import Synchronization

/// What was looked up and may be asked for again; full, it begins anew. What two look up at once is looked up twice.
final class Cache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Value]>([:])
  private let limit: Int

  /// - Parameter limit: how many values are kept.
  init(limit: Int) { self.limit = limit }

  /// The value of a key; looked up by `find` when it is not known. Nothing found is not kept.
  func value(_ key: Key, _ find: () throws -> Value?) rethrows -> Value? {
    if let known = values.withLock({ $0[key] }) { return known }
    guard let found = try find() else { return nil }
    values.withLock { values in
      if values.count >= limit { values = [:] }
      values[key] = found
    }
    return found
  }
}
