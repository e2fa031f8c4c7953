import Debates
import Foundation

/// A file being read, unit by unit.
final class OpenFile {
  static let noRecord = "holds no record; if that is meant, leave it out"
  static let unknownFormat = "not a format that can be read; \(FormatRegistry.hint)"
  private static let headBytes = 4096

  let bytesBefore: Int64
  var bytesRead: Int { lines.bytesRead }
  private let path: String
  private let name: String
  private let limits: SourceLimits
  private let recordLimits: RecordLimits
  private let format: any DebateFormat.Type
  private var lines: LineReader
  private var elements: JSONElements?
  private var finished = false
  private var isEmpty = true

  /// Opens the file and recognises its format; standard input is NDJSON.
  init(
    _ file: SourceFile, limits: SourceLimits, recordLimits: RecordLimits, standardInput: Int32, bytesBefore: Int64
  ) throws(LocatedError) {
    path = file.path
    name = file.name
    self.limits = limits
    self.recordLimits = recordLimits
    self.bytesBefore = bytesBefore
    do throws(SystemError) {
      if file.path == "-" {
        format = NDJSONFormat.self
        lines = LineReader(ByteStream(descriptor: standardInput), maximumBytes: limits.maximumLineBytes)
      } else {
        var lines = LineReader(try ByteStream(path: file.path), maximumBytes: limits.maximumLineBytes)
        guard let format = FormatRegistry.recognise(head: try lines.head(Self.headBytes), file: file.path) else {
          throw SystemError(number: 0)
        }
        self.format = format
        self.lines = lines
      }
    } catch {
      throw LocatedError(
        file: file.path, reason: error.number == 0 ? Self.unknownFormat : "cannot be read: \(error.reason)")
    }
  }

  /// The next unit; nil at the end. A file without any is refused: a failed export must not pass for "all is gone".
  func next() -> RawItem? {
    guard !finished else { return nil }
    do throws(SystemError) {
      if let unit = try nextUnit() {
        isEmpty = false
        return unit
      }
      finished = true
      return isEmpty ? refused(Self.noRecord) : nil
    } catch {
      finished = true
      return refused("reading failed: \(error.reason)")
    }
  }

  private func nextUnit() throws(SystemError) -> RawItem? {
    switch format.unit {
    case .line: return try nextLine()
    case .element:
      if elements == nil {
        guard let bytes = try whole() else { return tooLong() }
        elements = JSONElements(bytes)
      }
      return nextElement()
    case .file:
      finished = true
      guard let bytes = try whole() else { return tooLong() }
      return unit(bytes, line: nil)
    }
  }

  private func whole() throws(SystemError) -> Data? { try lines.rest(maximumBytes: limits.maximumFileBytes) }

  private func tooLong() -> RawItem {
    finished = true
    return refused(
      "over the limit of \(limits.maximumFileBytes) bytes for a file read whole (maximumFileBytes); "
        + "split it, or convert it to NDJSON")
  }

  private func nextElement() -> RawItem? {
    switch elements?.next() {
    case .element(let bytes, let line): unit(bytes, line: line)
    case .problem(let reason, let line): refused(reason, line: line)
    case nil: nil
    }
  }

  private func nextLine() throws(SystemError) -> RawItem? {
    switch try lines.next() {
    case .line(let bytes, let number): return unit(bytes, line: number)
    case .tooLong(let number):
      return refused(
        "the line is over the limit of \(limits.maximumLineBytes) bytes (maximumLineBytes); split the record",
        line: number)
    case nil:
      return nil
    }
  }

  private func unit(_ bytes: Data, line: Int?) -> RawItem {
    RawItem(file: path, line: line, content: .bytes(bytes, format: format, name: name), limits: recordLimits)
  }

  private func refused(_ reason: String, line: Int? = nil) -> RawItem {
    let error = LocatedError(file: path, line: line, reason: reason)
    return RawItem(file: path, line: line, content: .item(.refused(error)), limits: recordLimits)
  }
}
