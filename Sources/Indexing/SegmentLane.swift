import Foundation
import Schema
import Synchronization
import Xapian

/// One thread that inverts the documents it is given, into one segment after the other.
final class SegmentLane: Sendable {
  /// What waits, and what came of it.
  private struct State {
    var waiting: [SegmentEntry] = []
    var waitingBytes = 0
    var isClosed = false
    var hasEnded = false
    var failure: (any Error)?
    var finished: [Audience: [String]] = [:]
  }

  private let path: String
  private let memory: Int
  private let bytesInQueue: Int
  private let state = Mutex(State())
  /// Whoever waits for a change of the state looks at it again.
  private let change = Condition()

  /// - Parameters:
  ///   - path: with what the paths of the segments begin.
  ///   - memory: bytes that the segments may hold at a time.
  ///   - bytesInQueue: bytes of text that may wait.
  init(path: String, memory: Int, bytesInQueue: Int) {
    self.path = path
    self.memory = memory
    self.bytesInQueue = bytesInQueue
    let thread = Thread { [self] in work() }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Waits while too much waits already.
  ///
  /// - Throws: what made the thread fail.
  func put(_ entry: SegmentEntry) throws {
    try change.wait {
      try state.withLock { state in
        if let failure = state.failure { throw failure }
        // An entry over the limit goes alone.
        guard state.waiting.isEmpty || state.waitingBytes + entry.textBytes <= bytesInQueue else { return false }
        state.waiting.append(entry)
        state.waitingBytes += entry.textBytes
        return true
      }
    }
    change.signal()
  }

  /// No more will be put.
  func close() {
    state.withLock { $0.isClosed = true }
    change.signal()
  }

  func waitForEnd() { change.wait { state.withLock { $0.hasEnded } } }

  /// The segments in their order. Call it when the thread has ended.
  func result() throws -> [Audience: [String]] {
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.finished
    }
  }

  // MARK: The thread

  /// A segment being filled.
  private final class Open {
    var segment: Segment?
    var memory = 0
    let path: String
    init(_ path: String) throws(XapianError) {
      self.path = path
      segment = try Segment(path: path)
    }
  }

  private func work() {
    var open: [Audience: Open] = [:]
    var count = 0
    do {
      while let entries = take() {
        for entry in entries {
          let segment = try open[entry.audience] ?? Open("\(path)-\(count)")
          if open.updateValue(segment, forKey: entry.audience) == nil { count += 1 }
          try add(entry, to: segment)
          if open.values.reduce(0, { $0 + $1.memory }) >= memory { try finish(&open) }
        }
      }
      try finish(&open)
    } catch {
      state.withLock { state in
        state.failure = error
        state.waiting = []
      }
    }
    state.withLock { $0.hasEnded = true }
    change.signal()
  }

  /// What waits; nil when nothing will come.
  private func take() -> [SegmentEntry]? {
    var taken: [SegmentEntry] = []
    change.wait {
      state.withLock { state in
        guard !state.waiting.isEmpty || state.isClosed else { return false }
        taken = state.waiting
        state.waiting = []
        state.waitingBytes = 0
        return true
      }
    }
    change.signal()
    return taken.isEmpty ? nil : taken
  }

  private func add(_ entry: SegmentEntry, to open: Open) throws {
    for document in entry.documents { try open.segment?.add(document) }
    for change in entry.state { try open.segment?.setMetadata(change.key, change.value) }
    open.memory = open.segment?.memory ?? 0
  }

  private func finish(_ open: inout [Audience: Open]) throws {
    for audience in Audience.allCases {
      guard let full = open.removeValue(forKey: audience), let segment = full.segment.take() else { continue }
      try segment.finish()
      state.withLock { $0.finished[audience, default: []].append(full.path) }
    }
  }
}
