public import Debates
public import Foundation

/// A debate's page on a studio's site, saved as text from a browser.
public enum StudioPageFormat: DebateFormat {
  public static let name = "page"
  public static let extensions = ["txt"]
  public static let carries = "subject, agenda, place, format, people, speakers, expertises and comments of a saved page"
  public static let unit = FormatUnit.file

  public static func recognises(head: [UInt8], file: String) -> Bool {
    false
  }

  public static func decode(_ bytes: Data, file: String, line: Int?, limits: RecordLimits) -> [SourceItem] {
    []
  }
}
