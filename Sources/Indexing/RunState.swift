import Analysis
import Debates
import Formats
import Foundation
import Schema

/// What a run has done so far; takes the pipeline's work in the order of the sources.
struct RunState {
  let writer: IndexWriter
  var receipt: Receipt
  let batchBytes: Int
  private var notices = NoticeFilter()
  /// Ids that the sources hold, among them those of refused records: not to be pruned.
  private var present: Set<String> = []
  /// A refusal whose record could not be named: nothing may be pruned, since it may be any.
  private var hasUnnamedRefusal = false
  private var builder: DocumentBuilder?

  init(writer: IndexWriter, receipt: Receipt, batchBytes: Int) {
    self.writer = writer
    self.receipt = receipt
    self.batchBytes = batchBytes
  }

  mutating func take(_ work: Pipeline.Work, onProblem: (LocatedError) -> Void) throws {
    switch work {
    case .prepared(let debate):
      receipt.read += 1
      try write(debate)
    case .unchanged(let debate, let hash, let source, let isMoved):
      receipt.read += 1
      if writer.touched.contains(debate.id) {
        // The same id came earlier in this run with other content; the last one counts.
        try write(prepare(debate, hash, source))
      } else {
        if isMoved { try writer.setSource(source, of: debate.id, for: Audience(debate.visibility)) }
        present.insert(debate.id)
        receipt.unchanged += 1
      }
    case .deletion(let id):
      receipt.read += 1
      present.remove(id)
      if try writer.remove(id) { receipt.removed += 1 }
    case .refused(let error):
      receipt.read += 1
      receipt.refuse(error)
      if let id = error.record { present.insert(id) } else { hasUnnamedRefusal = true }
      onProblem(error)
    case .notice(let notice):
      if notices.isNew(notice) { onProblem(notice) }
    case .failed(let error):
      throw error
    }
    if writer.pendingBytes >= batchBytes { try writer.commit() }
  }

  private mutating func write(_ debate: PreparedDebate) throws {
    try writer.write(debate)
    present.insert(debate.id)
    receipt.indexed += 1
    receipt.passages += debate.documents.count
  }

  private mutating func prepare(_ debate: Debate, _ hash: String, _ source: String) throws -> PreparedDebate {
    let builder = try self.builder ?? DocumentBuilder()
    self.builder = builder
    return try PreparedDebate(debate, passages: debate.passages(), hash: hash, source: source, with: builder)
  }

  /// Removes the debates that came from these sources in an earlier run and are in them no more.
  mutating func prune(_ sources: [String], onProblem: (LocatedError) -> Void) throws {
    guard !hasUnnamedRefusal else {
      onProblem(
        LocatedError(
          file: sources.joined(separator: " "),
          reason: "nothing was pruned: a refused record has no readable id and may be any debate; mend it first"))
      return
    }
    for debate in try writer.debates() where !present.contains(debate.id) {
      guard sources.contains(where: { SourcePath.contains($0, debate.source) }) else { continue }
      if try writer.remove(debate.id) { receipt.removed += 1 }
    }
  }
}

/// Whether a file belongs to a source, by absolute path.
enum SourcePath {
  static func contains(_ source: String, _ file: String) -> Bool {
    guard source != "-" else { return file == "-" }
    let folder = absolute(source)
    let path = absolute(file)
    return path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  static func absolute(_ path: String) -> String {
    path == "-" ? path : URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
