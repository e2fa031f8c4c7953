import Analysis
import Debates
import Dispatch
import Formats
import Foundation
import Schema
import Synchronization

/// Reads, decodes and analyses on other threads, so that the one thread that may write has nothing else to do.
///
/// One thread cuts the sources into batches of raw items, `jobs` threads turn batches into prepared work, and the
/// caller takes them in the order of the sources. A permit per batch bounds what is in flight, hence the memory.
final class Pipeline: Sendable {
  /// What one item of a source became.
  enum Work: Sendable {
    /// The content comes along for the case that this run has written the debate otherwise.
    case prepared(PreparedDebate, DebateContent, Place)
    /// In the index already, as it is; the content likewise.
    case unchanged(DebateContent, Place, piece: String?, isMoved: Bool)
    /// A piece of a source that is in the index already, as it is, and was not even understood; likewise.
    case known(id: String, RawItem, Place)
    /// To be added to what is known of the debate.
    case feed(Debate, Place)
    case deletion(id: String, Place)
    case refused(LocatedError)
    case notice(LocatedError)
    /// A thread could not go on; the run must end.
    case failed(any Error)
  }

  /// Where a record was read.
  struct Place: Sendable {
    /// As it was named or found.
    var file: String
    /// The same, absolute: what is stored, and compared by later runs.
    var source: String
    var line: Int?
  }

  struct Batch: Sendable {
    var ordinal: Int
    var work: [Work]
    /// Bytes the reader had read when it cut the batch.
    var bytesRead: Int64
    /// Bytes read since the batch before, by file.
    var bytes: [String: Int64] = [:]
  }

  private struct RawBatch: Sendable {
    var ordinal: Int
    var items: [RawItem]
    var bytesRead: Int64
    var bytes: [String: Int64]
  }

  /// Bytes of raw items to a batch: large enough that queues cost nothing, small enough that a few fit in memory.
  private static let batchBytes = 256 << 10

  private let raw = WorkQueue<RawBatch>()
  private let done = WorkQueue<Batch>()
  private let permits: DispatchSemaphore
  private let permitCount: Int
  private let jobs: Int
  private let isCancelled = Atomic<Bool>(false)

  init(jobs: Int) {
    self.jobs = jobs
    permitCount = jobs * 4
    permits = DispatchSemaphore(value: permitCount)
  }

  /// Starts the threads. `sources` is read to its end, or until `cancel()`.
  /// - Parameters:
  ///   - base: where to ask for unchanged debates; nil for a new index.
  ///   - pruned: the sources, absolute, whose debates are to go with their files.
  func start(_ sources: sending SourceReader, base: IndexBase?, pruned: [String] = []) {
    startReading(sources)
    let running = Mutex(jobs)
    let lastOut = LastOut(running)
    for _ in 0..<jobs {
      // Opened here: by the time that a thread begins, the run may have put another generation in the place of this.
      let known = Handover(Result { try base.map { try KnownDebates($0) } })
      startThread { [self] in
        prepare(known, pruned)
        if lastOut.leave() { done.close() }
      }
    }
  }

  /// Counts the threads that are still at work.
  private final class LastOut: Sendable {
    private let running: Mutex<Int>
    init(_ running: consuming sending Mutex<Int>) { self.running = running }
    func leave() -> Bool {
      running.withLock {
        $0 -= 1
        return $0 == 0
      }
    }
  }

  /// Calls `body` with each batch in the order of the sources, on the caller's thread.
  func forEach(_ body: (Batch) throws -> Void) rethrows {
    var early: [Int: Batch] = [:]
    var next = 0
    while let batch = done.take() {
      if batch.ordinal == Batch.failure {
        try body(batch)
        continue
      }
      early[batch.ordinal] = batch
      while let batch = early.removeValue(forKey: next) {
        defer { permits.signal() }
        next += 1
        try body(batch)
      }
    }
  }

  /// Lets the threads end soon. Call it when `forEach` has thrown.
  func cancel() {
    isCancelled.store(true, ordering: .relaxed)
    for _ in 0..<permitCount * 2 { permits.signal() }
  }

  // MARK: Threads

  /// Stack enough for deep JSON.
  private func startThread(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Returns when every batch handed out has come back.
  private func waitForAll() {
    for _ in 0..<permitCount { permits.wait() }
    for _ in 0..<permitCount { permits.signal() }
  }

  private func startReading(_ sources: sending SourceReader) {
    let box = Handover(sources)
    startThread { [self] in
      guard let sources = box.take() else { return }
      var ordinal = 0
      var items: [RawItem] = []
      var size = 0
      var bytes: [String: Int64] = [:]
      var bytesBefore: Int64 = 0
      func put() {
        permits.wait()
        raw.put(RawBatch(ordinal: ordinal, items: items, bytesRead: sources.bytesRead, bytes: bytes))
        ordinal += 1
        items.removeAll()
        bytes.removeAll()
        size = 0
      }
      repeat {
        while !isCancelled.load(ordering: .relaxed), let item = sources.nextRaw() {
          items.append(item)
          bytes[item.file, default: 0] += sources.bytesRead - bytesBefore
          bytesBefore = sources.bytesRead
          size += item.byteCount + 64
          if size >= Pipeline.batchBytes { put() }
        }
        if !items.isEmpty { put() }
        waitForAll()
      } while !isCancelled.load(ordering: .relaxed) && sources.beginSecondPart()
      raw.close()
    }
  }

  private func prepare(_ box: Handover<Result<KnownDebates?, any Error>>, _ pruned: [String]) {
    do {
      let builder = try DocumentBuilder()
      let known = try box.take()?.get()
      var places = Places()
      while let batch = raw.take() {
        var work: [Work] = []
        if !isCancelled.load(ordering: .relaxed) {
          for item in batch.items {
            let piece = item.contentHash()?.hexadecimal
            if let piece, let found = try known?.piece(piece) {
              let place = places.place(item.file, item.line)
              if found.source == place.source {
                work.append(.known(id: found.id, item, place))
                continue
              }
            }
            let decoded = item.decode()
            if decoded.isEmpty { work.append(.refused(Pipeline.nothing(in: item))) }
            // With something to tell, it is to be told again by the next run.
            let only = decoded.count == 1 ? piece : nil
            for decoded in decoded { work.append(try prepare(decoded, only, builder, known, pruned, &places)) }
          }
        }
        done.put(Batch(ordinal: batch.ordinal, work: work, bytesRead: batch.bytesRead, bytes: batch.bytes))
      }
    } catch {
      // The batch of this thread is lost with it; its ordinal is never written, since the run ends here.
      done.put(Batch(ordinal: Batch.failure, work: [.failed(error)], bytesRead: 0))
    }
  }

  /// Makes places; asks the system for a file's absolute path once, not once per record.
  private struct Places {
    private var last: Place?

    mutating func place(_ file: String, _ line: Int?) -> Place {
      var place = last?.file == file ? last : nil
      place?.line = line
      let found = place ?? Place(file: file, source: SourcePath.absolute(file), line: line)
      last = found
      return found
    }
  }

  private func prepare(
    _ item: SourceItem, _ piece: String?, _ builder: DocumentBuilder, _ known: KnownDebates?, _ pruned: [String],
    _ places: inout Places
  ) throws -> Work {
    switch item {
    case .debate(let debate, .feed, let file, let line): return .feed(debate, places.place(file, line))
    case .debate(var debate, let standing, let file, let line):
      let place = places.place(file, line)
      if standing == .alone, let other = try known?.knowledge(of: debate.id).first,
        !Pipeline.mayReplace(other.source, by: place.source, pruned)
      {
        return .refused(Pipeline.belongsTo(other.source, debate.id, file))
      }
      var latest: [Comment] = []
      if case .joined(let comments) = standing { latest = comments }
      let earlier = try known?.knowledge(of: debate.id) ?? []
      let gathered = try GatheredComments.join(latest, after: earlier.first?.gathered ?? [], to: &debate)
      let content = try DebateContent(debate, gathered: gathered)
      let audience = Audience(debate.visibility)
      let piece = standing == .whole ? piece : nil
      // In the database of its audience, and in no other.
      guard let same = earlier.first, earlier.count == 1, same.audience == audience else {
        return .prepared(
          try PreparedDebate(content, source: place.source, piece: piece, with: builder), content, place)
      }
      if same.hash == content.hash {
        return .unchanged(content, place, piece: piece, isMoved: same.source != place.source)
      }
      return .prepared(
        try PreparedDebate(
          content, source: place.source, piece: piece, earlier: known?.withDigests(same, of: debate.id),
          with: builder), content, place)
    case .deletion(let id, let file, let line): return .deletion(id: id, places.place(file, line))
    case .refused(let error): return .refused(error)
    case .notice(let notice): return .notice(notice)
    }
  }

  /// Whether captions alone lose nothing of the debate that came from another file: one of their own kind, or one that
  /// has gone from a source whose debates go with their files.
  private static func mayReplace(_ other: String, by source: String, _ pruned: [String]) -> Bool {
    other == source || CaptionTracks.areOfOneTalk(other, source)
      || (pruned.contains { SourcePath.contains($0, other) } && SourcePath.isGone(other))
  }

  /// A transcript alone would replace a debate that has more to it.
  private static func belongsTo(_ source: String, _ id: String, _ file: String) -> LocatedError {
    LocatedError(
      file: file, record: id,
      reason: "the debate is in the index already, from \(source); name that file and this one in one command")
  }

  /// Input never vanishes in silence: what a format makes nothing of is refused.
  private static func nothing(in item: RawItem) -> LocatedError {
    LocatedError(
      file: item.file, line: item.line,
      reason: "\(item.byteCount) bytes in which nothing was found; `palabre formats` lists what can be read")
  }
}

extension Pipeline.Work {
  /// The debate it is about.
  var id: String? {
    switch self {
    case .prepared(let debate, _, _): debate.id
    case .unchanged(let content, _, _, _): content.debate.id
    case .feed(let debate, _): debate.id
    case .deletion(let id, _), .known(let id, _, _): id
    case .refused, .notice, .failed: nil
    }
  }
}

extension Pipeline.Batch {
  /// The ordinal of a batch that says why a thread ended; it has no place in the order.
  static let failure = -1
}
