import Formats
import Foundation
import Schema

/// What is kept beside an index of its runs, in `receipts.json`: the last ones, and of every source its state, which
/// outlives them.
struct ReceiptBook: Codable, Equatable {
  /// How many runs are kept.
  static let maximumRuns = 20
  /// How many sources are kept, those that were read last.
  static let maximumSources = 1000

  private static let currentVersion = 2

  private var version = currentVersion
  /// Ordered by their paths.
  private(set) var sources: [SourceStatus] = []
  /// Newest first.
  private(set) var runs: [Receipt] = []

  private struct OtherVersion: Error {}

  init() {}

  /// The book of an index; empty when there is none. The first version was the list of runs alone.
  /// - Throws: `IndexError.corrupt`.
  init(of layout: IndexLayout) throws(IndexError) {
    guard let json = FileManager.default.contents(atPath: layout.receiptsFile) else { return }
    do {
      if json.first == UInt8(ascii: "[") {
        runs = try StoredJSON.decode([Receipt].self, from: json)
      } else {
        self = try StoredJSON.decode(ReceiptBook.self, from: json)
        guard version == ReceiptBook.currentVersion else { throw OtherVersion() }
      }
    } catch {
      throw .corrupt(layout.receiptsFile, what: "the list of receipts")
    }
  }

  /// Puts a run before the earlier ones. The caller holds the lock of the index.
  /// - Throws: `IndexError.cannotWrite`.
  static func add(_ receipt: Receipt, refusals: [[LocatedError]], in layout: IndexLayout) throws(IndexError) {
    // An older book that cannot be read is no reason to lose this run.
    var book = (try? ReceiptBook(of: layout)) ?? ReceiptBook()
    book.add(receipt, refusals: refusals)
    try book.write(in: layout)
  }

  /// Forgets a source, by its name or its path. Returns false when there is none; the debates of it stay where they
  /// are.
  /// - Throws: `IndexError`: `.locked`, `.corrupt`, `.cannotWrite`.
  static func forget(_ source: String, in layout: IndexLayout) throws(IndexError) -> Bool {
    let lock = try RunLock(root: layout.root, command: "status --forget")
    defer { withExtendedLifetime(lock) {} }
    var book = try ReceiptBook(of: layout)
    let count = book.sources.count
    book.sources.removeAll { $0.last.source == source || $0.last.path == SourcePath.absolute(source) }
    guard book.sources.count < count else { return false }
    try book.write(in: layout)
    return true
  }

  /// Takes over the runs of another book and what it says of their sources. The caller holds the lock of the index.
  /// - Throws: `IndexError.cannotWrite`.
  static func adopt(_ other: ReceiptBook, in layout: IndexLayout) throws(IndexError) {
    var book = (try? ReceiptBook(of: layout)) ?? ReceiptBook()
    book.runs = Array((other.runs + book.runs).prefix(maximumRuns))
    let paths = Set(other.sources.map(\.last.path))
    book.sources = (other.sources + book.sources.filter { !paths.contains($0.last.path) })
      .sorted { $0.last.path < $1.last.path }
    try book.write(in: layout)
  }

  private func write(in layout: IndexLayout) throws(IndexError) {
    do {
      let json = try StoredJSON.encode(self)
      try DurableFile.replace(layout.receiptsFile, with: String(decoding: json, as: UTF8.self) + "\n")
    } catch {
      throw .cannotWrite(layout.receiptsFile, reason: "\(error)")
    }
  }

  /// - Parameter refusals: those of each source that the receipt counts apart.
  mutating func add(_ receipt: Receipt, refusals: [[LocatedError]]) {
    runs = Array(([receipt] + runs).prefix(ReceiptBook.maximumRuns))
    var states = Dictionary(sources.map { ($0.last.path, $0) }) { $1 }
    for (source, refusals) in zip(receipt.bySource ?? [], refusals) {
      states[source.path] = SourceStatus(source, of: receipt, refusals, after: states[source.path])
    }
    if receipt.bySource == nil {
      // It ended before it read anything. What it named and nobody has ever read may be a slip of the keyboard.
      for path in Set(receipt.sources.map(SourcePath.absolute)) {
        guard let before = states[path] else { continue }
        let nothing = SourceReceipt(source: before.last.source, path: path)
        states[path] = SourceStatus(nothing, of: receipt, [], after: before)
      }
    }
    let latest = states.values.sorted { ($0.lastRun, $1.last.path) > ($1.lastRun, $0.last.path) }
    sources = latest.prefix(ReceiptBook.maximumSources).sorted { $0.last.path < $1.last.path }
  }
}

extension SourceStatus {
  fileprivate init(
    _ source: SourceReceipt, of run: Receipt, _ refusals: [LocatedError], after before: SourceStatus?
  ) {
    last = source
    lastRun = run.finished
    failed = run.failed
    lastSuccess = run.failed == nil ? run.finished : before?.lastSuccess
    let earlier = Dictionary((before?.waiting ?? []).map { (Place($0.error), $0) }) { first, _ in first }
    var waiting: [Place: Waiting] = [:]
    // A run that failed may not have come to what is waiting.
    if run.failed != nil { waiting = earlier }
    for error in refusals {
      let place = Place(error)
      waiting[place] = Waiting(since: earlier[place]?.since ?? run.started, error: error)
    }
    self.waiting = Array(
      waiting.values.sorted { ($0.since, "\($0.error)") < ($1.since, "\($1.error)") }
        .prefix(SourceStatus.maximumWaiting))
    // Of a first run that failed, and those that failed after it, the time is in the state before.
    let unread = lastSuccess ?? (before?.failed == nil ? nil : before?.oldestPending) ?? run.started
    oldestPending = [self.waiting.first?.since, run.failed == nil ? nil : unread].compactMap { $0 }.min()
  }

  /// What makes a refusal the same in another run: lines move when a file grows, ids do not.
  private struct Place: Hashable {
    var file: String
    var line: Int?
    var record: String?

    init(_ error: LocatedError) {
      file = SourcePath.absolute(error.file)
      record = error.record
      line = error.record == nil ? error.line : nil
    }
  }
}
