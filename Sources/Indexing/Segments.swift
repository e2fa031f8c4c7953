import Foundation
import Schema
import Synchronization
import Xapian

/// Writes debates into many small databases on several threads, for one database to be joined of them.
///
/// Xapian's inverter slows down as a batch grows, and one writer is one thread: a segment is a batch small enough to
/// stay fast, and segments need no order. They are joined in groups as they come, so that few are open at a time, and
/// always in the order of the sources: the same input gives the same database.
final class Segments: Sendable {
  /// Documents to a segment: fewer make joining the cost, more the inverter.
  private static let documentsPerSegment = 1000
  /// Bytes of text to a segment, where documents are long.
  private static let bytesPerSegment = 2 << 20
  /// Segments joined into one before the end: a handle on each is five descriptors.
  private static let segmentsPerGroup = 32

  private struct Batch: Sendable {
    var number: Int
    var audience: Audience
    var debates: [PreparedDebate]
  }

  /// What the threads have done so far.
  private struct Progress {
    /// By number; a group that has been joined is under the number of its first segment.
    var segments: [Audience: [Int: String]] = [:]
    var failure: (any Error)?
    var running: Int
  }

  private let folder: String
  private let queue = WorkQueue<Batch>()
  private let permits: DispatchSemaphore
  private let progress: Mutex<Progress>
  private let ended = DispatchSemaphore(value: 0)
  /// Two groups at a time: joining one takes 160 descriptors, and a process may have 1024, whatever its cores.
  private let joining = DispatchSemaphore(value: 2)
  private let jobs: Int

  /// Fed by one thread.
  private let open = Mutex<[Audience: Batch]>([:])
  private let counts = Mutex<[Audience: Int]>([:])

  /// - Parameter folder: where nothing is; removed by ``remove()``.
  /// - Throws: ``DurableFile/Failure``.
  init(folder: String, jobs: Int) throws(DurableFile.Failure) {
    self.folder = folder
    self.jobs = jobs
    permits = DispatchSemaphore(value: jobs + 1)
    progress = Mutex(Progress(running: jobs))
    try DurableFile.makeFolder(folder)
    for _ in 0..<jobs {
      let thread = Thread { [self] in work() }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// Takes a debate; waits while the threads are behind.
  ///
  /// - Throws: what made a thread fail.
  func add(_ debate: PreparedDebate) throws {
    let full: Batch? = open.withLock { open in
      var batch =
        open[debate.audience] ?? Batch(number: nextNumber(debate.audience), audience: debate.audience, debates: [])
      batch.debates.append(debate)
      let documents = batch.debates.reduce(0) { $0 + $1.documents.count }
      let bytes = batch.debates.reduce(0) { $0 + $1.textBytes }
      let isFull = documents >= Self.documentsPerSegment || bytes >= Self.bytesPerSegment
      open[debate.audience] = isFull ? nil : batch
      return isFull ? batch : nil
    }
    if let full { try put(full) }
  }

  private func nextNumber(_ audience: Audience) -> Int {
    counts.withLock { counts in
      counts[audience, default: -1] += 1
      return counts[audience] ?? 0
    }
  }

  private func put(_ batch: Batch) throws {
    permits.wait()
    if let failure = progress.withLock({ $0.failure }) {
      // A semaphore that goes with fewer permits than it came with ends the process.
      permits.signal()
      throw failure
    }
    queue.put(batch)
  }

  /// Ends the writing.
  ///
  /// - Returns: the paths of the databases to join, in order, those of an audience that has any.
  /// - Throws: what made a thread fail.
  func finish() throws -> [Audience: [String]] {
    let rest = open.withLock { open in
      defer { open = [:] }
      return Array(open.values)
    }
    do {
      for batch in rest { try put(batch) }
    } catch {
      // The folder is removed next: nobody may write in it any more.
      stop()
      throw error
    }
    stop()
    return try progress.withLock { progress in
      if let failure = progress.failure { throw failure }
      return progress.segments.mapValues { segments in segments.sorted { $0.key < $1.key }.map(\.value) }
    }
  }

  /// Waits for the threads to end.
  func stop() {
    queue.close()
    ended.wait()
    ended.signal()
  }

  /// Removes all segments. Call it when the threads have ended.
  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  // MARK: Threads

  private func work() {
    while let batch = queue.take() {
      do {
        if progress.withLock({ $0.failure == nil }) {
          let path = try write(batch)
          try joinGroup(of: batch, path)
        }
      } catch {
        progress.withLock { $0.failure = $0.failure ?? error }
      }
      permits.signal()
    }
    let isLast = progress.withLock { progress in
      progress.running -= 1
      return progress.running == 0
    }
    if isLast { ended.signal() }
  }

  private func write(_ batch: Batch) throws -> String {
    let path = "\(folder)/\(batch.audience.rawValue)-\(batch.number)"
    let writer = try Writer(path: path, mode: .scratch)
    for debate in batch.debates {
      for document in debate.documents { _ = try writer.add(document) }
      try writer.setMetadata(StateKey.debate(debate.id), try StoredJSON.sealed(debate.stored))
    }
    try writer.commit()
    try writer.close()
    return path
  }

  /// Notes a segment; whoever completes a group joins it.
  private func joinGroup(of batch: Batch, _ path: String) throws {
    let first = batch.number - batch.number % Self.segmentsPerGroup
    let numbers = first..<(first + Self.segmentsPerGroup)
    let group: [String]? = progress.withLock { progress in
      progress.segments[batch.audience, default: [:]][batch.number] = path
      let paths = numbers.compactMap { progress.segments[batch.audience]?[$0] }
      guard paths.count == numbers.count else { return nil }
      for number in numbers { progress.segments[batch.audience]?[number] = nil }
      return paths
    }
    guard let group else { return }
    let joined = "\(folder)/\(batch.audience.rawValue)-group-\(first)"
    joining.wait()
    defer { joining.signal() }
    try Compaction.join(group, to: joined, isDurable: false)
    for path in group { try? FileManager.default.removeItem(atPath: path) }
    progress.withLock { $0.segments[batch.audience]?[first] = joined }
  }
}
