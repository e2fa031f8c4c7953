import Debates
import Foundation

/// A debate's page on a studio's site, saved as text from a browser.
enum StudioPageFormat: DebateFormat {
  static let name = "page"
  static let extensions = ["txt"]
  static let carries = "subject, agenda, place, format, people, speakers, expertises and comments of a saved page"
  static let unit = FormatUnit.file

  static func recognises(head: [UInt8], file: String) -> Bool {
    false
  }

  static func decode(_ bytes: Data, file: String, line: Int?, limits: RecordLimits) -> [SourceItem] {
    []
  }
}
