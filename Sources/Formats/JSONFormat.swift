import Debates
import Foundation

/// One record, or a list of records, in a JSON document.
enum JSONFormat: DebateFormat {
  static let name = "json"
  static let extensions = ["json"]
  static let carries = "everything a debate record holds, one record or a list of them per file"
  static let unit = FormatUnit.element

  static func recognises(head: [UInt8], file: String) -> Bool {
    extensions.contains(FilePath.fileExtension(file))
  }

  static func decode(
    _ bytes: Data, file: String, name: String, line: Int?, limits: RecordLimits
  ) -> [SourceItem] {
    RecordItems.decode(bytes, file: file, line: line, limits: limits)
  }
}
