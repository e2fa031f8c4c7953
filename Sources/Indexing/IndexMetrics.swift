import Foundation
public import Schema
import Xapian

/// What a monitor has to know of an index and its runs, for the textfile collector of Prometheus.
///
/// It is made of what is kept beside the index, so that a run that fails, or finds another at work, tells its exit
/// code without losing what is known of the runs before. What cannot be read is left out.
public struct IndexMetrics: Sendable {
  private let path: String
  private let exitStatus: Int32

  /// - Parameters:
  ///   - path: the index folder, which need not be there.
  ///   - exitStatus: the exit code of the run that has just ended.
  public init(path: String, exitStatus: Int32) {
    self.path = path
    self.exitStatus = exitStatus
  }

  /// Writes the file beside its place and renames it, readable by everybody: the collector never sees half of it.
  /// - Throws: `IndexError.cannotWrite`.
  public func write(to file: String) throws(IndexError) {
    let layout = IndexLayout(root: path)
    // The run that has found the lock held must not put back what the holder has told in the meantime.
    var text: String
    var before: Data?
    repeat {
      before = FileManager.default.contents(atPath: layout.receiptsFile)
      text = self.text(layout)
    } while before != FileManager.default.contents(atPath: layout.receiptsFile)
    do {
      try DurableFile.replace(file, with: text, suffix: ".\(getpid())", isForAll: true)
    } catch {
      throw .cannotWrite(file, reason: "\(error)")
    }
  }

  private func text(_ layout: IndexLayout) -> String {
    let book = (try? ReceiptBook(of: layout)) ?? ReceiptBook()
    return (runs(book) + sources(book.sources) + contents(layout)).map(\.text).joined()
  }

  private var index: (String, String) { ("index", SourcePath.absolute(path)) }

  private func runs(_ book: ReceiptBook) -> [MetricFamily] {
    var status = MetricFamily("palabre_index_last_exit_status", "Exit code of the last run; 75: another held the lock.")
    status.add(Double(exitStatus), index)
    var duration = MetricFamily("palabre_index_run_duration_seconds", "How long the last run took that left a receipt.")
    duration.add(book.runs.first?.duration, index)
    return [status, duration]
  }

  private func sources(_ sources: [SourceStatus]) -> [MetricFamily] {
    var run = MetricFamily("palabre_index_last_run_timestamp_seconds", "When the last run ended, however it did.")
    var success = MetricFamily(
      "palabre_index_last_success_timestamp_seconds", "When the last run ended that did not fail; 0: none has.")
    var pending = MetricFamily(
      "palabre_index_oldest_pending_timestamp_seconds",
      "Since when something is not in the index: a refused record, or all since the last success.")
    var records = MetricFamily("palabre_index_records", "Records of the last run by what became of them.")
    var bytes = MetricFamily("palabre_index_read_bytes", "Bytes that the last run read.")
    var duration = MetricFamily(
      "palabre_index_duration_seconds", "How long the last run read and wrote the records of the source.")
    for source in sources {
      let name = ("source", source.last.path)
      run.add(source.lastRun.timeIntervalSince1970, index, name)
      success.add(source.lastSuccess?.timeIntervalSince1970 ?? 0, index, name)
      pending.add(source.oldestPending?.timeIntervalSince1970, index, name)
      for (outcome, count) in [
        ("indexed", source.last.indexed), ("unchanged", source.last.unchanged), ("removed", source.last.removed),
        ("refused", source.last.refused),
      ] {
        records.add(Double(count), index, name, ("outcome", outcome))
      }
      bytes.add(Double(source.last.bytes), index, name)
      duration.add(source.last.duration, index, name)
    }
    return [run, success, pending, records, bytes, duration]
  }

  private func contents(_ layout: IndexLayout) -> [MetricFamily] {
    var debates = MetricFamily("palabre_index_debates", "Debates in the index.")
    var passages = MetricFamily("palabre_index_passages", "Passages in the index.")
    var bytes = MetricFamily("palabre_index_size_bytes", "Size of the index on disk.")
    if let generation = try? layout.generation() {
      for audience in Audience.allCases where layout.has(audience, in: generation) {
        let count = try? IndexStatus.count(layout.database(audience, in: generation))
        debates.add((count?.debates).map(Double.init), index, ("audience", audience.rawValue))
        passages.add((count?.passages).map(Double.init), index, ("audience", audience.rawValue))
      }
      bytes.add(Double(FolderSize.bytes(of: path)), index)
    }
    return [debates, passages, bytes]
  }
}
