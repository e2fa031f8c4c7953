public import Debates
public import Foundation

/// One record per line of JSON.
public enum NDJSONFormat: DebateFormat {
  public static let name = "ndjson"
  public static let extensions = ["ndjson", "jsonl"]
  public static let carries = "everything a debate record holds, one record per line; also on standard input (-)"
  public static let unit = FormatUnit.line

  public static func recognises(head: [UInt8], file: String) -> Bool {
    extensions.contains(FilePath.fileExtension(file))
  }

  public static func decode(_ bytes: Data, file: String, line: Int?, limits: RecordLimits) -> [SourceItem] {
    RecordItems.decode(bytes, file: file, line: line, limits: limits)
  }
}
