public import Debates
import Foundation

/// Reads debates out of files, folders and standard input, one after the other, in constant memory.
///
/// ``nextRaw()`` reads without understanding, so that several threads can share the costly ``RawItem/decode()``;
/// ``next()`` does both.
public final class SourceReader {
  /// Bytes read so far, from all sources.
  public private(set) var bytesRead: Int64 = 0
  /// Bytes of all sources together; nil when one of them is a stream.
  public let totalBytes: Int64?
  /// The files to visit, in order, as they were named or found; those of no known format included.
  public var files: [String] { queue.map(\.path) }

  private let limits: SourceLimits
  private let recordLimits: RecordLimits
  private let standardInput: Int32
  private let queue: [SourceFile]
  private var nextFile = 0
  private var current: OpenFile?
  private var decoded: [SourceItem] = []
  private var pending: [RawItem] = []
  /// For each source folder: its name and where its files end in the queue.
  private var folders: [(name: String, end: Int, readable: Int, skipped: Int)] = []

  /// Finds the files of `sources`: files, folders, or `-` for NDJSON on the descriptor `standardInput`.
  ///
  /// - Throws: ``SourceError`` when one of them does not exist.
  public init(
    sources: [String], limits: SourceLimits = SourceLimits(), recordLimits: RecordLimits = RecordLimits(),
    standardInput: Int32 = 0
  ) throws(SourceError) {
    self.limits = limits
    self.recordLimits = recordLimits
    self.standardInput = standardInput
    var queue: [SourceFile] = []
    for source in sources {
      let files = try SourceFiles.files(of: source)
      queue += files
      if files.first?.found ?? true { folders.append((source, queue.count, 0, 0)) }
    }
    self.queue = queue
    totalBytes = queue.reduce(Int64?.some(0)) { sum, file in sum.flatMap { sum in file.bytes.map { sum + $0 } } }
  }

  /// The next item; nil at the end of the last source. Notices come each time they occur.
  public func next() -> SourceItem? {
    while decoded.isEmpty {
      guard let raw = nextRaw() else { return nil }
      decoded = raw.decode().reversed()
    }
    return decoded.popLast()
  }

  /// The next piece, not yet decoded; nil at the end of the last source.
  public func nextRaw() -> RawItem? {
    while true {
      if let item = pending.popLast() { return item }
      if let file = current {
        let item = file.next()
        bytesRead = file.bytesBefore + Int64(file.bytesRead)
        if let item { return item }
        current = nil
      }
      closeFolders()
      if let item = pending.popLast() { return item }
      guard nextFile < queue.count else { return nil }
      let file = queue[nextFile]
      nextFile += 1
      open(file)
    }
  }

  private func open(_ file: SourceFile) {
    do throws(LocatedError) {
      let opened = try OpenFile(
        file, limits: limits, recordLimits: recordLimits, standardInput: standardInput, bytesBefore: bytesRead)
      if file.found, !folders.isEmpty { folders[0].readable += 1 }
      current = opened
    } catch {
      bytesRead += file.bytes ?? 0
      if file.found, error.reason == OpenFile.unknownFormat {
        if !folders.isEmpty { folders[0].skipped += 1 }
      } else {
        pending.append(item(.refused(error), file: file.path))
      }
    }
  }

  /// Says, of each folder left behind, what could not be read.
  private func closeFolders() {
    while let folder = folders.first, folder.end <= nextFile {
      folders.removeFirst()
      if folder.readable == 0 {
        let reason = "nothing in this folder can be read; \(FormatRegistry.hint)"
        pending.append(item(.refused(LocatedError(file: folder.name, reason: reason)), file: folder.name))
      } else if folder.skipped > 0 {
        let reason = "\(folder.skipped) \(folder.skipped == 1 ? "file" : "files") of no known format skipped"
        pending.append(item(.notice(LocatedError(file: folder.name, reason: reason)), file: folder.name))
      }
    }
  }

  private func item(_ item: SourceItem, file: String) -> RawItem {
    RawItem(file: file, line: nil, content: .item(item), limits: recordLimits)
  }
}
