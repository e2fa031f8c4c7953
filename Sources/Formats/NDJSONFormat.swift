import Debates
import Foundation

/// One record per line of JSON.
enum NDJSONFormat: DebateFormat {
  static let name = "ndjson"
  static let extensions = ["ndjson", "jsonl"]
  static let carries = "everything a debate record holds, one record per line; also on standard input (-)"
  static let unit = FormatUnit.line

  static func recognises(head: [UInt8], file: String) -> Bool {
    extensions.contains(FilePath.fileExtension(file))
  }

  static func decode(
    _ bytes: Data, file: String, name: String, line: Int?, limits: RecordLimits
  ) -> [SourceItem] {
    RecordItems.decode(bytes, file: file, line: line, limits: limits)
  }
}
