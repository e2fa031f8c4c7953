import Debates
import Foundation

/// One record per line of JSON.
enum NDJSONFormat: DebateFormat {
  static let name = "ndjson"
  static let extensions = ["ndjson", "jsonl"]
  static let carries = "everything a debate record holds, one record per line; also on standard input (-)"

  static func recognises(_ head: FileHead) -> Bool {
    if extensions.contains(head.fileExtension) { return true }
    // Without its name: a whole object with an id on the first line, and another beginning on the second.
    let lines = head.text.split(maxSplits: 2, whereSeparator: \.isNewline)
    guard head.fileExtension != JSONFormat.name, lines.count > 1, lines[1].first == "{" else { return false }
    return lines[0].first == "{" && lines[0].trimmed.last == "}" && lines[0].contains("\"id\"")
  }

  static func reader(of bytes: ByteStream, in context: FileContext) -> any FormatReader {
    Reader(lines: LineReader(bytes, maximumBytes: context.limits.maximumLineBytes), context: context)
  }

  private final class Reader: FormatReader {
    private var lines: LineReader
    private let context: FileContext

    init(lines: LineReader, context: FileContext) {
      self.lines = lines
      self.context = context
    }

    func next() throws(ReadError) -> RawItem? {
      switch try lines.next() {
      case .line(let bytes, let number): return RecordItems.piece(bytes, line: number, in: context)
      case .tooLong(let number):
        let limit = context.limits.maximumLineBytes
        return context.piece(
          context.refused(
            "the line is over the limit of \(limit) bytes (maximumLineBytes); split the record", line: number),
          line: number)
      case nil: return nil
      }
    }
  }
}
