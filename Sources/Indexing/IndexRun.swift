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
  /// What says where the sites of saved pages keep what, besides the profiles that are shipped.
  public var profiles: [PageProfile] = []
  /// Whether debates that came from these sources and are there no more are removed.
  public var prune = false
  /// Threads that decode and analyse.
  public var jobs = ProcessInfo.processInfo.activeProcessorCount
  /// Bytes of text to a durable batch: what bounds the memory of a run, whatever the input.
  public var batchBytes = defaultBatchMegabytes << 20

  /// Bytes of changed text from which a new generation is built, instead of changing the one in use; nil to decide by
  /// what either costs.
  var bytesBeforeSegments: Int?

  /// The default of `batchBytes`, in megabytes.
  public static let defaultBatchMegabytes = 160

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

  /// - Parameters:
  ///   - onProgress: called after each batch.
  ///   - onProblem: called with each refusal and, once per run, each notice.
  /// - Throws: `SourceError` before anything is written; `IndexError`; `AnalysisError`.
  public func run(
    onProgress: (IndexProgress) -> Void = { _ in }, onProblem: (LocatedError) -> Void = { _ in }
  ) throws -> Receipt {
    var started = Receipt(sources: options.sources)
    let sources = try SourceReader(sources: options.sources, profiles: options.profiles)
    let writer = try IndexWriter(
      IndexLayout(root: options.index), fingerprint: try AnalysisFingerprint.current(),
      jobs: max(1, options.jobs), bytesBeforeSegments: options.bytesBeforeSegments)
    if let previous = writer.lock.previous {
      started.interrupted = previous
      onProblem(
        LocatedError(
          file: options.index,
          reason: "the run before ended without finishing (\(previous.description(at: started.started))); "
            + "going on from its last commit"))
    }
    var state = RunState(writer: writer, receipt: started, options: options)
    do {
      try take(sources, into: &state, onProgress, onProblem)
      if options.prune { try state.prune(options.sources, onProblem: onProblem) }
      try state.commit()
    } catch {
      var receipt = state.committed
      receipt.failed = "\(error)"
      receipt.finished = Date()
      // The disk may be the very reason of the failure, which is what has to be told.
      try? writer.add(receipt)
      throw error
    }
    state.receipt.finished = Date()
    try writer.add(state.receipt)
    return state.receipt
  }

  private func take(
    _ sources: sending SourceReader, into state: inout RunState, _ onProgress: (IndexProgress) -> Void,
    _ onProblem: (LocatedError) -> Void
  ) throws {
    let totalBytes = sources.totalBytes
    let pipeline = Pipeline(jobs: max(1, options.jobs))
    let pruned = options.prune ? options.sources.map(SourcePath.absolute) : []
    pipeline.start(sources, base: state.writer.base, pruned: pruned)
    do {
      try pipeline.forEach { batch in
        for work in batch.work { try state.take(work, onProblem: onProblem) }
        state.receipt.bytes = max(state.receipt.bytes, batch.bytesRead)
        onProgress(
          IndexProgress(
            bytesRead: state.receipt.bytes, totalBytes: totalBytes, debates: state.receipt.indexed,
            passages: state.receipt.passages, elapsed: Date().timeIntervalSince(state.receipt.started)))
      }
    } catch {
      pipeline.cancel()
      throw error
    }
    try state.takePostponed(onProblem)
  }
}
