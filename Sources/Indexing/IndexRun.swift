import Analysis
public import Debates
public import Formats
import Foundation
import Schema

/// What a run reads, and where it writes.
public struct IndexOptions: Sendable {
  /// What is read.
  public var inputs: [Source]
  /// The paths of ``inputs``: files, folders, or `-` for NDJSON on standard input.
  public var sources: [String] { inputs.map(\.path) }
  /// The index folder.
  public var index: String
  /// Whether debates that came from these sources and are there no more are removed.
  public var prune = false
  /// Threads that decode and analyse.
  public var jobs = ProcessInfo.processInfo.activeProcessorCount
  /// Bytes that a run may take, whatever the input.
  public var memoryBytes = defaultMemoryMegabytes << 20
  /// Bytes of text to a durable batch: what a run that is killed may have to do again. Segments take no more memory for
  /// more text.
  public var batchBytes: Int {
    get { chosenBatchBytes ?? memoryBytes * 2 }
    set { chosenBatchBytes = newValue }
  }
  private var chosenBatchBytes: Int?
  /// What a source may hold.
  public var limits = SourceLimits()
  /// What one record may hold.
  public var recordLimits = RecordLimits()

  /// What an earlier index knows and no source holds; for a new index.
  var recollection: Recollection?

  /// Bytes of changed text from which a new generation is built, instead of changing the one in use; nil to decide by
  /// what either costs.
  var bytesBeforeSegments: Int?

  /// The default of ``memoryBytes``, in megabytes.
  public static let defaultMemoryMegabytes = 512

  /// The defaults, for these sources and this index.
  public init(inputs: [Source], index: String) {
    self.inputs = inputs
    self.index = index
  }

  /// The defaults, for sources of which no more is known than their paths.
  public init(sources: [String], index: String) { self.init(inputs: sources.map { Source($0) }, index: index) }
}

extension IndexOptions {
  /// Tells one set of sources, and what is done with them, from every other.
  fileprivate var identity: String {
    var hash = ContentHash()
    for source in sources { hash.update(SourcePath.absolute(source)) }
    hash.update(prune ? "prune" : "")
    return hash.hexadecimal
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

  /// How a run ended, as far as its exit code goes.
  public enum End {
    case done
    /// Some records could not be used; the rest is indexed.
    case refused
    case failed(any Error)
  }

  /// - Parameters:
  ///   - exitStatus: the exit code that an end will have, for the receipt.
  ///   - onProgress: called after each batch, and with each phase.
  ///   - onProblem: called with each refusal and, once per run, each notice.
  /// - Throws: `SourceError` before anything is written; `IndexError`; `AnalysisError`.
  public func run(
    exitStatus: (End) -> Int32? = { _ in nil }, onProgress: (IndexProgress) -> Void = { _ in },
    onProblem: (LocatedError) -> Void = { _ in }
  ) throws -> Receipt {
    var started = Receipt(sources: options.sources)
    let survey: SourceSurvey?
    do {
      survey = try SourceSurvey(options.inputs, limits: options.limits, recordLimits: options.recordLimits)
    } catch {
      leave(started.failed(by: error, exitStatus))
      throw error
    }
    let writer = try IndexWriter(
      IndexLayout(root: options.index), fingerprint: try AnalysisFingerprint.current(),
      jobs: max(1, options.jobs), memory: options.memoryBytes, bytesBeforeSegments: options.bytesBeforeSegments)
    if let previous = writer.lock.previous {
      started.interrupted = previous
      onProblem(told(of: previous, at: started.started))
    }
    var surveys = SurveyBook(of: writer.layout)
    if let same = try writer.state().flatMap({
      surveys.entry(options.identity, survey?.fingerprint.hexadecimal ?? "", $0)
    }) {
      // Nothing has changed since that run; what it refused is refused.
      for error in same.receipt.errors { onProblem(error) }
      var receipt = same.receipt.repeated(since: started)
      receipt.finished = Date()
      receipt.exitStatus = exitStatus(receipt.refused > 0 ? .refused : .done)
      try writer.add(receipt, refusals: same.refusals)
      return receipt
    }
    var state = RunState(writer: writer, receipt: started, options: options)
    do {
      let sources = try SourceReader(
        options.inputs, limits: options.limits, recordLimits: options.recordLimits)
      if let recollection = options.recollection { try state.plant(recollection) }
      try take(sources, into: &state, onProgress, onProblem)
      if let recollection = options.recollection { try state.uproot(recollection) }
    } catch {
      // The disk may be the very reason of the failure, which is what has to be told.
      try? writer.add(state.committed.failed(by: error, exitStatus), refusals: state.tally.refusals)
      throw error
    }
    state.receipt.finished = Date()
    state.receipt.exitStatus = exitStatus(state.receipt.refused > 0 ? .refused : .done)
    try writer.add(state.receipt, refusals: state.tally.refusals)
    if let survey, let left = try? writer.state() {
      // The run has come to its end: that the next one may have to look closer is no failure of it.
      try? surveys.add(
        SurveyBook.Entry(
          sources: options.identity, fingerprint: survey.fingerprint.hexadecimal, state: left, receipt: state.receipt,
          refusals: state.tally.refusals), in: writer.layout)
    }
    return state.receipt
  }

  private func take(
    _ sources: sending SourceReader, into state: inout RunState, _ onProgress: (IndexProgress) -> Void,
    _ onProblem: (LocatedError) -> Void
  ) throws {
    let totalBytes = sources.totalBytes
    func tell(_ phase: IndexProgress.Phase, _ state: RunState) {
      onProgress(
        IndexProgress(
          phase: phase, bytesRead: state.receipt.bytes, totalBytes: totalBytes, debates: state.receipt.indexed,
          passages: state.receipt.passages, elapsed: Date().timeIntervalSince(state.receipt.started)))
    }
    let pipeline = Pipeline(jobs: max(1, options.jobs))
    let pruned = options.prune ? options.sources.map(SourcePath.absolute) : []
    pipeline.start(sources, base: state.writer.base, pruned: pruned)
    do {
      try pipeline.forEach { batch in
        for work in batch.work { try state.take(work, onProblem: onProblem) }
        state.tally.add(bytes: batch.bytes)
        state.receipt.bytes = max(state.receipt.bytes, batch.bytesRead)
        tell(.reading, state)
      }
    } catch {
      pipeline.cancel()
      throw error
    }
    if state.writer.buildsGeneration { tell(.joining, state) }
    try state.takePostponed(onProblem)
    if options.prune { try state.prune(options.sources, onProblem: onProblem) }
    tell(state.writer.buildsGeneration ? .joining : .publishing, state)
    try state.commit()
  }

  private func told(of previous: LockHolder, at now: Date) -> LocatedError {
    LocatedError(
      file: options.index,
      reason: "the run before ended without finishing (\(previous.description(at: now))); "
        + "going on from its last commit")
  }

  /// Leaves the receipt of a run that ended before it could begin, where there is an index and nobody at work on it.
  private func leave(_ receipt: Receipt) {
    let layout = IndexLayout(root: options.index)
    guard (try? layout.generation()) != nil,
      let lock = try? RunLock(root: layout.root, command: "index")
    else {
      return
    }
    var receipt = receipt
    receipt.interrupted = lock.previous
    withExtendedLifetime(lock) { try? ReceiptBook.add(receipt, refusals: [], in: layout) }
  }
}

extension Receipt {
  fileprivate func failed(by error: any Error, _ exitStatus: (IndexRun.End) -> Int32?) -> Receipt {
    var receipt = self
    receipt.failed = "\(error)"
    receipt.finished = Date()
    receipt.exitStatus = exitStatus(.failed(error))
    return receipt
  }
}
