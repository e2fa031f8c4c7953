import Analysis
public import Formats
import Foundation
import Schema

/// What a run reads, and where it writes.
public struct IndexOptions: Sendable {
  /// Files, folders, or `-` for NDJSON on standard input.
  public var sources: [String]
  /// The index folder.
  public var index: String
  /// Whether debates that came from these sources and are there no more are removed.
  public var prune = false
  /// Threads that decode and analyse.
  public var jobs = ProcessInfo.processInfo.activeProcessorCount
  /// Bytes of text to a durable batch: what bounds the memory of a run, whatever the input.
  public var batchBytes = defaultBatchMegabytes << 20

  /// The default of `batchBytes`, in megabytes.
  public static let defaultBatchMegabytes = 48

  /// The defaults, for these sources and this index.
  public init(sources: [String], index: String) {
    self.sources = sources
    self.index = index
  }
}

/// One run of the indexer: reads the sources, writes what is new or changed, leaves a receipt.
///
/// ```swift
/// let receipt = try IndexRun(IndexOptions(sources: ["debates/"], index: "palabre.index")).run()
/// print(receipt.indexed)
/// ```
public struct IndexRun {
  private let options: IndexOptions

  /// A run that has not begun.
  public init(_ options: IndexOptions) { self.options = options }

  /// How many receipts the index keeps.
  static let keptReceipts = 20

  /// - Parameters:
  ///   - onProgress: called after each batch.
  ///   - onProblem: called with each refusal and, once per run, each notice.
  /// - Throws: `SourceError` before anything is written; `IndexError`; `AnalysisError`.
  public func run(
    onProgress: (IndexProgress) -> Void = { _ in }, onProblem: (LocatedError) -> Void = { _ in }
  ) throws -> Receipt {
    var receipt = Receipt(sources: options.sources)
    let sources = try SourceReader(sources: options.sources)
    let totalBytes = sources.totalBytes
    let writer = try IndexWriter(IndexLayout(root: options.index), fingerprint: try AnalysisFingerprint.current())
    let pipeline = Pipeline(jobs: max(1, options.jobs))
    let base = writer.base
    pipeline.start(sources, base: base)
    var state = RunState(writer: writer, receipt: receipt, batchBytes: options.batchBytes)
    do {
      try pipeline.forEach { batch in
        for work in batch.work { try state.take(work, onProblem: onProblem) }
        state.receipt.bytes = max(state.receipt.bytes, batch.bytesRead)
        onProgress(
          IndexProgress(
            bytesRead: state.receipt.bytes, totalBytes: totalBytes, debates: state.receipt.indexed,
            passages: state.receipt.passages, elapsed: Date().timeIntervalSince(receipt.started)))
      }
    } catch {
      pipeline.cancel()
      throw error
    }
    if options.prune { try state.prune(options.sources, onProblem: onProblem) }
    receipt = state.receipt
    receipt.finished = Date()
    try writer.setReceipts(Array(([receipt] + writer.receipts()).prefix(IndexRun.keptReceipts)))
    try writer.commit()
    return receipt
  }
}
