public import Debates
public import Foundation

/// One record, or a list of records, in a JSON document.
public enum JSONFormat: DebateFormat {
  public static let name = "json"
  public static let extensions = ["json"]
  public static let carries = "everything a debate record holds, one record or a list of them per file"
  public static let unit = FormatUnit.file

  public static func recognises(head: [UInt8], file: String) -> Bool {
    extensions.contains(FilePath.fileExtension(file))
  }

  public static func decode(_ bytes: Data, file: String, line: Int?, limits: RecordLimits) -> [SourceItem] {
    RecordItems.decode(bytes, file: file, line: nil, limits: limits)
  }
}
