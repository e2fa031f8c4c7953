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
    WholeFileReader(of: bytes, in: context) {
      decode($0, file: context.file, name: context.name, limits: context.recordLimits)
    }
  }

  private static func decode(_ bytes: Data, file: String, name: String, limits: RecordLimits) -> [SourceItem] {
    if let offset = RecordItems.invalidUTF8(in: bytes) {
      return [
        .refused(
          LocatedError(file: file, reason: "invalid UTF-8 at byte \(offset) of the file; save the page as UTF-8"))
      ]
    }
    let page = StudioPage(String(decoding: bytes, as: UTF8.self))
    let debate = page.debate(id: name)
    // What a record may hold, a page may hold: the same checks, by the same code.
    do throws(RecordError) {
      let (record, _) = try RecordDecoder(limits: limits).decode(Data(recordOf: debate))
      guard case .debate(let checked) = record else { return [] }
      return [.debate(checked, .whole, file: file, line: nil)]
    } catch {
      return [
        .refused(LocatedError(file: file, record: error.record, field: error.field, reason: error.reason))
      ]
    }
  }
}

extension Data {
  /// The record of a debate, to be checked like any other.
  fileprivate init(recordOf debate: Debate) throws(RecordError) {
    do {
      self = try debate.canonicalJSON()
    } catch {
      throw RecordError(record: debate.id, reason: "\(error)")
    }
  }
}
