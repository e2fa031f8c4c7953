import Synchronization

/// What decoding one record needs beside the JSON: the limits, and a place for the keys nobody knows.
final class RecordContext: Sendable {
  let limits: RecordLimits
  private let keys = Mutex<Set<String>>([])

  init(limits: RecordLimits) { self.limits = limits }

  var unknownKeys: Set<String> { keys.withLock { $0 } }

  func noteUnknown(_ key: String) {
    keys.withLock { if $0.count < RecordLimits.maximumUnknownKeys { $0.insert(key) } }
  }

  static let userInfoKey = CodingUserInfoKey(rawValue: "record context")
}
