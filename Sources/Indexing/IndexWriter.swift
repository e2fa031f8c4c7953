import Debates
import Foundation
import Schema
import Xapian

/// Writes debates into the databases of an index, in durable batches.
///
/// A batch is one transaction per audience. What is written is seen by readers at `commit()`, all of it or none, and
/// survives a power cut from then on. A new index is there for readers with its first batch: a first run that is
/// killed leaves what it has committed, and the next run adds the rest.
final class IndexWriter {
  let layout: IndexLayout
  /// Held to the end: after everything else has been closed.
  let lock: RunLock
  var generation: String
  var writers: [Audience: WriterBox] = [:]
  private var isFresh: Bool
  /// Where debates go once a first run has grown large, and the ids of those this run has written.
  var segments: Segments?
  private var written = IdSet()
  let jobs: Int
  private let bytesBeforeSegments: Int
  /// Generations that were joined into later ones, none of them published, and what holds their locks.
  var retired: [String] = []
  var lockHolders: [WriterBox] = []
  /// Bytes of text written since the last commit, and what goes with each passage written or removed.
  var pendingBytes = 0
  /// What a passage costs in memory besides its text: its labels and the changes to their lists.
  private static let bytesPerPassage = 512

  /// A class around a handle, since dictionaries hold only copyable values.
  final class WriterBox {
    var writer: Writer
    init(_ writer: consuming Writer) { self.writer = writer }
  }

  /// Opens the index for writing, making it where there is none.
  /// - Parameters:
  ///   - command: what the run does, for those who find it at work.
  ///   - beforeLock: what happens between the first look at the folder and the lock; for tests.
  /// - Throws: `IndexError`.
  init(
    _ layout: IndexLayout, fingerprint: String, command: String = "index", jobs: Int = 2,
    bytesBeforeSegments: Int = .max, beforeLock: () throws -> Void = {}
  ) throws {
    self.layout = layout
    self.jobs = jobs
    self.bytesBeforeSegments = bytesBeforeSegments
    isFresh = false
    // Nothing is made in a folder that holds something else. Of another run's index it is certain only under the lock
    // what is in it.
    do throws(IndexError) {
      _ = try layout.generation()
    } catch .incomplete {}
    try beforeLock()
    lock = try RunLock(root: layout.root, command: command)
    if let current = try layout.generation() {
      generation = current
    } else {
      generation = "generation-1"
      do {
        try DurableFile.makeFolder(layout.root + "/" + generation)
      } catch {
        throw IndexError.cannotWrite(layout.root, reason: "\(error)")
      }
    }
    let everyone = try open(.everyone)
    // Where files cannot be locked, it is certain only now: before Xapian's lock was held, another first run may have
    // made the index and ended.
    if let current = try layout.generation() {
      guard current == generation else { throw IndexError.locked(layout.root, by: nil, state: .unknown) }
      try IndexCheck.verify(layout, generation: current, fingerprint: fingerprint)
    } else {
      isFresh = true
      try clearLeftovers()
      try storage {
        try everyone.writer.setMetadata(StateKey.format, Array(IndexFormat.version.utf8))
        try everyone.writer.setMetadata(StateKey.analysis, Array(fingerprint.utf8))
      }
    }
  }

  deinit {
    segments?.stop()
    segments?.remove()
    writers = [:]
    lockHolders = []
  }

  /// Where unchanged debates can be asked for; nil for a new index.
  var base: IndexBase? {
    if isFresh { return nil }
    let audiences = Audience.allCases.filter { layout.has($0, in: generation) }
    return IndexBase(layout: layout, generation: generation, audiences: audiences)
  }

  /// Whether this run has written a debate of this id in a place where it cannot be read or replaced before the
  /// segments are joined (``joinSegments()``).
  func isOutOfReach(_ id: String) -> Bool { segments != nil && written.contains(id) }

  /// Replaces a debate.
  func write(_ debate: PreparedDebate) throws {
    // What this run has written before is replaced where it is.
    if isFresh, written.insert(debate.id) {
      if segments == nil, pendingBytes >= bytesBeforeSegments { try beginSegments() }
      if let segments { return try segments.add(debate) }
    }
    for audience in Audience.allCases where audience != debate.audience { try remove(debate.id, from: audience) }
    let box = try open(debate.audience)
    try storage {
      let key = StateKey.debate(debate.id)
      if try box.writer.metadata(key) != nil {
        try box.writer.delete(documentsWith: Terms.id(.debate, debate.id))
      }
      for document in debate.documents { _ = try box.writer.add(document) }
      try box.writer.setMetadata(key, try StoredJSON.sealed(debate.stored))
    }
    pendingBytes += debate.textBytes + debate.documents.count * IndexWriter.bytesPerPassage
  }

  /// Says that a debate comes from another file now; nothing else of it has changed.
  func setSource(_ source: String, of id: String, for audience: Audience) throws {
    let box = try open(audience)
    try storage {
      let key = StateKey.debate(id)
      guard let json = try box.writer.metadata(key) else { return }
      var stored = try StoredJSON.decode(StoredDebate.self, from: json)
      stored.source = source
      try box.writer.setMetadata(key, try StoredJSON.sealed(stored))
    }
  }

  /// Removes a debate. Returns false when the index has none of this id.
  func remove(_ id: String) throws -> Bool {
    var found = false
    for audience in Audience.allCases where try remove(id, from: audience) { found = true }
    return found
  }

  @discardableResult
  private func remove(_ id: String, from audience: Audience) throws -> Bool {
    if writers[audience] == nil, !layout.has(audience, in: generation) { return false }
    let box = try open(audience)
    return try storage {
      let key = StateKey.debate(id)
      guard let json = try box.writer.metadata(key) else { return false }
      let stored = try StoredJSON.decode(StoredDebate.self, from: json)
      try box.writer.delete(documentsWith: Terms.id(.debate, id))
      try box.writer.setMetadata(key, [])
      pendingBytes += stored.passages * IndexWriter.bytesPerPassage
      return true
    }
  }

  /// What is stored of a debate, with what this run has written so far.
  func stored(_ id: String) throws -> (audience: Audience, debate: StoredDebate)? {
    for audience in Audience.allCases where writers[audience] != nil || layout.has(audience, in: generation) {
      let box = try open(audience)
      let json = try storage { try box.writer.metadata(StateKey.debate(id)) }
      if let json { return (audience, try storage { try StoredJSON.decode(StoredDebate.self, from: json) }) }
    }
    return nil
  }

  /// Calls `body` with what is stored of each debate, of all audiences, as it was at the last commit.
  func forEachDebate(_ body: (StoredDebate) -> Void) throws {
    for audience in Audience.allCases where layout.has(audience, in: generation) {
      try storage {
        let reader = try Reader(path: layout.database(audience, in: generation))
        for key in try reader.metadataKeys(prefix: StateKey.debates) {
          guard let json = try reader.metadata(key) else { continue }
          body(try StoredJSON.decode(StoredDebate.self, from: json))
        }
      }
    }
  }

  /// Puts a receipt before those of earlier runs, when there is an index to keep it in. Call it after the commit: a
  /// crash between the two loses a receipt, never data.
  func add(_ receipt: Receipt) throws {
    guard !isFresh else { return }
    // Older receipts that cannot be read are no reason to lose this one.
    let earlier = (try? Receipt.all(in: layout)) ?? []
    do {
      let json = try StoredJSON.encode(Array(([receipt] + earlier).prefix(Receipt.maximumReceipts)))
      try DurableFile.replace(layout.receiptsFile, with: String(decoding: json, as: UTF8.self) + "\n")
    } catch {
      throw IndexError.cannotWrite(layout.receiptsFile, reason: "\(error)")
    }
  }

  /// Makes everything written so far durable and visible.
  ///
  /// What leaves the public database leaves it first: a crash between the two commits may hide a debate until the
  /// next run, and never shows one to those who may not see it.
  func commit() throws {
    try joinSegments()
    for audience in Audience.allCases {
      guard let box = writers[audience] else { continue }
      try storage { try box.writer.commit() }
    }
    if isFresh {
      try publish()
      isFresh = false
      removeRetired()
    }
    pendingBytes = 0
    for audience in Audience.allCases {
      guard let box = writers[audience] else { continue }
      try storage { try box.writer.begin() }
    }
  }

  /// Empties what a first run left behind that ended between its first commit and `CURRENT`: nobody has ever seen it,
  /// and other analysis may have made it. The lock is held by now.
  private func clearLeftovers() throws {
    try? FileManager.default.removeItem(atPath: layout.receiptsFile)
    try? FileManager.default.removeItem(atPath: segmentsFolder)
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: layout.root)) ?? []
    for entry in entries where entry.hasPrefix("generation-") && entry != generation {
      try? FileManager.default.removeItem(atPath: layout.root + "/" + entry)
    }
    for audience in Audience.allCases where layout.has(audience, in: generation) {
      let box = try open(audience)
      try storage {
        for kind in PassageKind.allCases { try box.writer.delete(documentsWith: Terms.id(.kind, kind.rawValue)) }
        let keys = try Reader(path: layout.database(audience, in: generation)).metadataKeys(prefix: "")
        for key in keys { try box.writer.setMetadata(key, []) }
      }
    }
  }

  /// Names the new generation in `CURRENT`, by rename, and syncs the folder.
  private func publish() throws {
    do {
      try DurableFile.replace(layout.currentFile, with: generation + "\n")
    } catch {
      throw IndexError.cannotWrite(layout.currentFile, reason: "\(error)")
    }
  }

  func open(_ audience: Audience) throws -> WriterBox {
    if let box = writers[audience] { return box }
    let path = layout.database(audience, in: generation)
    let box = try storage {
      let box: WriterBox
      do throws(XapianError) {
        box = WriterBox(try Writer(path: path, mode: .openOrCreate))
      } catch  where error.code == .io {
        throw IndexError.cannotWrite(path, reason: error.message)
      }
      try box.writer.begin()
      return box
    }
    writers[audience] = box
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
}
