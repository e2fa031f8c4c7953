import Foundation
import Schema
import Synchronization
import Xapian

/// Inverts documents into segments on threads of its own, for one database to be built of them.
///
/// Entries are dealt out to the threads in turns, by bytes, never by who is idle: the same input gives the same
/// database. What waits and what the segments hold is bounded in bytes.
final class Segments: Sendable {
  /// Bytes of text that go to one thread before the next has its turn.
  private static let bytesPerTurn = 1 << 20
  /// Bytes of text that may wait for a thread.
  private static let bytesInQueue = 8 << 20

  private let folder: String
  private let lanes: [SegmentLane]
  private let turn = Mutex((lane: 0, bytes: 0))

  /// - Parameters:
  ///   - folder: where nothing is; removed by ``remove()``.
  ///   - jobs: threads that invert.
  ///   - memory: bytes that all segments may hold at a time.
  /// - Throws: ``DurableFile/Failure``.
  init(folder: String, jobs: Int, memory: Int) throws(DurableFile.Failure) {
    self.folder = folder
    try DurableFile.makeFolder(folder)
    lanes = (0..<jobs).map {
      SegmentLane(path: "\(folder)/lane-\($0)", memory: memory / jobs, bytesInQueue: Self.bytesInQueue / jobs)
    }
  }

  /// Takes what goes together; waits while its thread is behind.
  ///
  /// - Throws: what made a thread fail.
  func add(_ entry: SegmentEntry) throws {
    let lane = turn.withLock { turn in
      if turn.bytes >= Self.bytesPerTurn { turn = ((turn.lane + 1) % lanes.count, 0) }
      turn.bytes += entry.textBytes
      return turn.lane
    }
    try lanes[lane].put(entry)
  }

  /// Ends the inverting.
  ///
  /// - Returns: the paths of the segments, in an order that depends on the input alone; of each audience that has any.
  /// - Throws: what made a thread fail.
  func finish() throws -> [Audience: [String]] {
    stop()
    var paths: [Audience: [String]] = [:]
    for lane in lanes { paths.merge(try lane.result()) { $0 + $1 } }
    return paths
  }

  /// Waits for the threads to end.
  func stop() {
    for lane in lanes { lane.close() }
    for lane in lanes { lane.waitForEnd() }
  }

  /// Removes all segments. Call it when the threads have ended.
  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
