import Debates
import Foundation
import Schema
import Xapian

/// Writes debates into the databases of an index, in durable batches.
///
/// Changes are held in memory until it is clear how many they are. A few are made in place, in one transaction per
/// database; many, and all of a new index, go into segments, of which a new generation of the databases is built beside
/// the one in use and takes its place by rename. Either way readers see a batch whole or not at all from `commit()` on,
/// it survives a power cut from then on, and a run that is killed before leaves what was committed last.
final class IndexWriter {
  let layout: IndexLayout
  /// Held to the end: after everything else has been closed.
  let lock: HeldLock
  let jobs: Int
  /// Bytes of memory to keep to.
  private let memory: Int
  /// Those of it that segments may hold.
  var segmentMemory: Int { memory / 4 }
  /// The generation in use; nil before the first commit of a new index.
  var generation: String?
  private let fingerprint: String
  private let bytesBeforeSegments: Int

  /// What the databases in use hold, by audience; opened when first asked.
  private var readers: [Audience: ReaderBox] = [:]
  /// Changes since the last commit that are in no segment, by debate, in the order in which they came.
  private(set) var pending = PendingChanges()
  /// Where changes go once they are many.
  var segments: Segments?
  /// What of the databases in use does not go into the next generation: numbers of documents.
  var leftOut: [Audience: [UInt32]] = [:]
  /// Ids of the debates that are in the segments.
  private var written = IdSet()
  /// Bytes of text in segments since the last commit.
  private(set) var segmentBytes = 0

  /// A class around a handle, since dictionaries hold only copyable values.
  final class ReaderBox {
    var reader: Reader
    init(_ path: String) throws(XapianError) { reader = try Reader(path: path) }
  }

  /// Opens the index for writing; where there is none, the first commit makes it.
  /// - Parameters:
  ///   - command: what the run does, for those who find it at work.
  ///   - bytesBeforeSegments: bytes of changed text from which a new generation is built.
  ///   - beforeLock: what happens between the first look at the folder and the lock; for tests.
  /// - Throws: `IndexError`.
  convenience init(
    _ layout: IndexLayout, fingerprint: String, command: String = "index", jobs: Int = 2,
    memory: Int = 512 << 20, bytesBeforeSegments: Int? = nil, beforeLock: () throws -> Void = {}
  ) throws {
    try IndexWriter.requirePlace(layout)
    try beforeLock()
    let lock = try HeldLock(root: layout.root, command: command)
    let generation = try layout.generation()
    var size = 0
    if let generation {
      try IndexCheck.verify(layout, generation: generation, fingerprint: fingerprint)
      size = layout.bytes(of: generation)
    }
    self.init(
      layout, lock, generation, fingerprint, jobs: jobs, memory: memory,
      bytesBeforeSegments: bytesBeforeSegments ?? IndexWriter.bytesBeforeSegments(memory: memory, index: size))
    clearLeftovers()
  }

  /// Nothing is made in a folder that holds something else. Of another run's index it is certain only under the lock what
  /// is in it.
  private static func requirePlace(_ layout: IndexLayout) throws {
    do throws(IndexError) {
      _ = try layout.generation()
    } catch {
      guard error.isIncomplete else { throw error }
    }
  }

  private init(
    _ layout: IndexLayout, _ lock: HeldLock, _ generation: String?, _ fingerprint: String, jobs: Int,
    memory: Int, bytesBeforeSegments: Int
  ) {
    self.layout = layout
    self.lock = lock
    self.generation = generation
    self.fingerprint = fingerprint
    self.jobs = jobs
    self.memory = memory
    self.bytesBeforeSegments = bytesBeforeSegments
  }

  deinit {
    segments?.stop()
    segments?.remove()
  }

  /// To build a generation costs about as much as to write a thirtieth of it in place, and what is changed in place is
  /// held in memory, at some seven times its text.
  private static func bytesBeforeSegments(memory: Int, index: Int) -> Int {
    guard Segment.isSupported else { return .max }
    return max(4 << 20, min(memory / 32, index / 64))
  }

  /// Whether there was no index when this run began, and nothing has been committed yet.
  var isFresh: Bool { generation == nil }

  /// Whether the next commit builds a generation, which takes a while.
  var buildsGeneration: Bool { segments != nil || isFresh && bytesBeforeSegments != .max }

  /// Whether what waits in memory to be written in place is more than there should be: without segments nothing else
  /// bounds it.
  var holdsTooMuch: Bool { pending.bytes >= memory / 16 }

  /// Bytes of text changed since the last commit, and what goes with each passage written or removed.
  var changedBytes: Int { pending.bytes + segmentBytes }

  /// Where unchanged debates can be asked for; nil for a new index.
  var base: IndexBase? {
    guard let generation else { return nil }
    let audiences = Audience.allCases.filter { layout.has($0, in: generation) }
    return IndexBase(layout: layout, generation: generation, audiences: audiences)
  }

  /// Whether this run has written a debate of this id in a place where it cannot be read or replaced before the next
  /// commit.
  func isOutOfReach(_ id: String) -> Bool { segments != nil && written.contains(id) }

  /// Replaces a debate, or of it what has changed.
  func write(_ debate: PreparedDebate) throws {
    if segments == nil { try noteChange { $0.write(debate) } } else { try pour(.write(debate), of: debate.id) }
  }

  /// Says that a debate comes from another file now; nothing else of it has changed.
  func setSource(_ source: String, piece: String?, of id: String) throws {
    if try pending.setSource(source, piece: piece, of: id) { return }
    guard let (audience, stored) = try stored(id) else { return }
    try write(PreparedDebate(stored, movedTo: source, piece: piece, audience: audience))
  }

  /// Removes a debate. Returns false when the index has none of this id.
  func remove(_ id: String) throws -> Bool {
    guard let known = try stored(id) else { return false }
    if segments == nil {
      try noteChange { $0.remove(id, passages: known.debate.passages) }
    } else {
      try pour(.remove, of: id)
    }
    return true
  }

  /// What is stored of a debate, with what this run has written and can be reached.
  func stored(_ id: String) throws -> (audience: Audience, debate: StoredDebate)? {
    switch pending[id] {
    case .write(let debate): return (debate.audience, debate.stored)
    case .remove: return nil
    case nil: break
    }
    for audience in Audience.allCases {
      if let stored = try committed(id, audience) { return (audience, stored) }
    }
    return nil
  }

  /// What the last commit holds of a debate for an audience.
  func committed(_ id: String, _ audience: Audience) throws -> StoredDebate? {
    guard let reader = try reader(audience) else { return nil }
    return try storage {
      guard let json = try reader.reader.metadata(StateKey.debate(id)) else { return nil }
      let stored = try StoredJSON.decode(StoredDebate.self, from: json)
      return stored.id == id ? stored : nil
    }
  }

  /// Calls `body` with what is stored of each debate, of all audiences, as it was at the last commit.
  func forEachDebate(_ body: (StoredDebate) -> Void) throws {
    for audience in Audience.allCases {
      guard let reader = try reader(audience) else { continue }
      try storage {
        for key in try reader.reader.metadataKeys(prefix: StateKey.debates) {
          guard let json = try reader.reader.metadata(key) else { continue }
          body(try StoredJSON.decode(StoredDebate.self, from: json))
        }
      }
    }
  }

  /// Makes everything written so far durable and visible. Without any change, and with an index, it does nothing.
  func commit() throws {
    if isFresh, segments == nil, bytesBeforeSegments != .max { try beginSegments() }
    if segments != nil {
      try commitGeneration()
    } else if isFresh || !pending.isEmpty {
      try commitInPlace()
    }
    pending = PendingChanges()
    written = IdSet()
    segmentBytes = 0
    readers = [:]
  }

  // MARK: Many or few

  private func noteChange(_ change: (inout PendingChanges) -> Void) throws {
    change(&pending)
    if pending.bytes >= bytesBeforeSegments { try beginSegments() }
  }

  /// From now on changes go into segments, those that wait first.
  private func beginSegments() throws {
    segments = try makeSegments()
    if isFresh {
      try segments?.add(SegmentEntry(audience: .everyone, state: identity))
    }
    let waiting = pending
    pending = PendingChanges()
    for (id, change) in waiting.inOrder { try pour(change, of: id) }
  }

  private func pour(_ change: PendingChanges.Change, of id: String) throws {
    written.insert(id)
    switch change {
    case .write(let debate):
      for audience in Audience.allCases where audience != debate.audience { try leaveOut(id, audience) }
      try leaveOut(debate.replaces, of: id, debate.audience)
      var entry = debate.entry
      entry.state += try committed(id, debate.audience)?.removal(before: debate.stored) ?? []
      try segments?.add(entry)
      segmentBytes += debate.textBytes
    case .remove:
      for audience in Audience.allCases { try leaveOut(id, audience) }
    }
  }

  private func leaveOut(_ id: String, _ audience: Audience) throws {
    guard let stored = try committed(id, audience) else { return }
    try leaveOut(.everything, of: id, audience)
    try segments?.add(SegmentEntry(audience: audience, state: stored.removal))
  }

  private func leaveOut(_ replaced: PreparedDebate.Replaces, of id: String, _ audience: Audience) throws {
    guard let reader = try reader(audience) else { return }
    try storage {
      for term in replaced.terms(of: id) {
        leftOut[audience, default: []] += try reader.reader.documents(withTerm: term)
      }
    }
  }

  // MARK: Inside

  func reader(_ audience: Audience) throws -> ReaderBox? {
    if let box = readers[audience] { return box }
    guard let generation, layout.has(audience, in: generation) else { return nil }
    let box = try storage { try ReaderBox(layout.database(audience, in: generation)) }
    readers[audience] = box
    return box
  }

  func storage<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as XapianError where error.code == .locked {
      throw IndexError.locked(layout.root, by: nil, state: .unknown)
    } catch let error as XapianError {
      throw IndexError.storage(error)
    } catch is DecodingError {
      throw IndexError.corrupt(layout.root, what: "what is stored of a debate")
    }
  }

  /// The state that says what the index is, for a database that is made new.
  var identity: [StateChange] {
    [
      StateChange(key: StateKey.format, value: Array(IndexFormat.version.utf8)),
      StateChange(key: StateKey.analysis, value: Array(fingerprint.utf8)),
    ]
  }
}
