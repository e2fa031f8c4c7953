public import Debates
import Foundation

/// Reads debates out of files, folders and standard input, one after the other, in constant memory.
///
/// ``nextRaw()`` reads without understanding, so that several threads can share the costly ``RawItem/decode()``;
/// ``next()`` does both. Transcripts, comments and people that stand in files of their own join the debates they
/// belong to; those whose debate is nowhere come in a second part, once all pieces of the first are decoded.
public final class SourceReader {
  /// Bytes read so far, from all sources.
  public private(set) var bytesRead: Int64 = 0
  /// Bytes of all sources together; nil when one of them is a stream.
  public var totalBytes: Int64? { plan.totalBytes }
  /// The files to visit, in order, as they were named or found; those of no known format included.
  public var files: [String] { plan.files }

  private let settings: SourceSettings
  private let plan: SourcePlan
  private var nextStep = 0
  private var current: OpenFile?
  private var decoded: [SourceItem] = []
  private var pending: [RawItem] = []
  private var isInSecondPart = false
  /// Files of the source folder at hand that could be read, and those of no known format.
  private var readable = 0
  private var skipped = 0

  /// Finds the files of `sources`; `-` among them is NDJSON on the descriptor `standardInput`.
  ///
  /// - Throws: ``SourceError`` when a source does not exist.
  public init(
    _ sources: [Source], limits: SourceLimits = SourceLimits(), recordLimits: RecordLimits = RecordLimits(),
    standardInput: Int32 = 0
  ) throws(SourceError) {
    settings = SourceSettings(limits: limits, recordLimits: recordLimits, standardInput: standardInput)
    plan = try SourcePlan(sources, settings: settings)
  }

  /// Finds the files of `sources`, of which no more is known than their paths.
  ///
  /// - Parameter profiles: asked before those that are shipped, of saved pages.
  /// - Throws: ``SourceError`` when a source does not exist.
  public convenience init(
    sources: [String], profiles: [PageProfile] = [], limits: SourceLimits = SourceLimits(),
    recordLimits: RecordLimits = RecordLimits(), standardInput: Int32 = 0
  ) throws(SourceError) {
    try self.init(
      sources.map { Source($0, profiles: profiles) }, limits: limits, recordLimits: recordLimits,
      standardInput: standardInput)
  }

  /// The next item; nil at the end of the last source. Notices come each time they occur.
  public func next() -> SourceItem? {
    while decoded.isEmpty {
      guard let raw = nextRaw() else {
        if beginSecondPart() { continue }
        return nil
      }
      decoded = raw.decode().reversed()
    }
    return decoded.popLast()
  }

  /// The next piece, not yet decoded; nil at the end of the part.
  public func nextRaw() -> RawItem? {
    while true {
      if let item = pending.popLast() { return item }
      if let file = current {
        let item = file.next()
        bytesRead = file.bytesBefore + file.bytesRead
        if var item {
          item.companions = plan.companions
          return item
        }
        current = nil
      }
      guard nextStep < plan.steps.count else { return nil }
      nextStep += 1
      take(plan.steps[nextStep - 1])
    }
  }

  /// Goes on with what no debate has claimed, when there is any. Call it when every piece of the first part has been
  /// decoded: until then it is not known.
  public func beginSecondPart() -> Bool {
    guard !isInSecondPart else { return false }
    isInSecondPart = true
    pending = plan.companions.unclaimed().reversed()
    return !pending.isEmpty
  }

  private func take(_ step: SourcePlan.Step) {
    switch step {
    case .file(let file): open(file)
    case .companion(let bytes):
      readable += 1
      bytesRead += bytes
    case .items(let items, let file):
      readable += 1
      pending = items.reversed().map { item in RawItem(file: file, line: nil, byteCount: 0) { [item] } }
    case .folderEnd(let name): closeFolder(name)
    }
  }

  private func open(_ file: SourceFile) {
    do throws(LocatedError) {
      current = try OpenFile(file, settings: settings, bytesBefore: bytesRead)
      if file.isFound { readable += 1 }
    } catch {
      bytesRead += file.bytes ?? 0
      if file.isFound, error.reason == OpenFile.unknownFormat {
        skipped += 1
      } else {
        pending.append(item(.refused(error), file: file.shownPath))
      }
    }
  }

  /// Says, of a folder left behind, what could not be read.
  private func closeFolder(_ name: String) {
    if readable == 0 {
      let reason = "nothing in this folder can be read; \(FormatRegistry.hint)"
      pending.append(item(.refused(LocatedError(file: name, reason: reason)), file: name))
    } else if skipped > 0 {
      let reason = "\(skipped) \(skipped == 1 ? "file" : "files") of no known format skipped"
      pending.append(item(.notice(LocatedError(file: name, reason: reason)), file: name))
    }
    readable = 0
    skipped = 0
  }

  private func item(_ item: SourceItem, file: String) -> RawItem {
    RawItem(file: file, line: nil, byteCount: 0) { [item] }
  }
}
