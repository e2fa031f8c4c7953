import Debates
import Foundation

/// A debate's page on a studio's site, saved as text from a browser.
enum StudioPageFormat: DebateFormat {
  static let name = "page"
  static let extensions = ["txt"]
  static let carries = "subject, agenda, place, format, people, speakers, expertises and comments of a saved page"

  /// Labels that stand near the top of each page; two of them are enough.
  private static let signs = ["Here's my feedback:", "Misc infos", "Subject proposed by ", "Speakers ("]

  static func recognises(_ head: FileHead) -> Bool {
    signs.count { head.text.contains($0) } >= 2
  }

  static func reader(of bytes: ByteStream, in context: FileContext) -> any FormatReader {
    WholeFileReader(of: bytes, in: context) { [decode($0, in: context)] }
  }

  private static func decode(_ bytes: Data, in context: FileContext) -> SourceItem {
    if let offset = RecordItems.invalidUTF8(in: bytes) {
      return context.refused("invalid UTF-8 at byte \(offset) of the file; save the page as UTF-8")
    }
    return context.item(StudioPage(String(decoding: bytes, as: UTF8.self)).draft(id: context.name))
  }
}
