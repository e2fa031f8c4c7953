import Debates
import Foundation

/// One record, or a list of records, in a JSON document.
enum JSONFormat: DebateFormat {
  static let name = "json"
  static let extensions = ["json"]
  static let carries = "everything a debate record holds, one record or a list of them per file"

  static func recognises(_ head: FileHead) -> Bool {
    if extensions.contains(head.fileExtension) { return true }
    // Without its name: an object, or a list of them, whose first keys are those of a record.
    let text = head.text.drop { $0.isWhitespace || $0 == "[" }
    return text.first == "{" && text.contains("\"id\"") && text.contains("\"title\"")
  }

  static func reader(of bytes: ByteStream, in context: FileContext) -> any FormatReader {
    Reader(bytes: bytes, context: context)
  }

  private final class Reader: FormatReader {
    private let bytes: ByteStream
    private let context: FileContext
    private var elements: JSONElements?
    private var isFinished = false
    private var ahead: JSONElements.Piece?
    private var count = 0
    var holdsOneDebate: Bool { count == 1 && ahead == nil }

    init(bytes: ByteStream, context: FileContext) {
      self.bytes = bytes
      self.context = context
    }

    func next() throws(ReadError) -> RawItem? {
      guard !isFinished else { return nil }
      if elements == nil {
        guard let document = try bytes.rest(maximumBytes: context.limits.maximumFileBytes) else {
          isFinished = true
          return context.piece(context.tooLong)
        }
        elements = JSONElements(document)
        ahead = elements?.next()
      }
      let piece = ahead
      ahead = elements?.next()
      count += 1
      switch piece {
      case .element(let bytes, let line): return RecordItems.piece(bytes, line: line, in: context)
      case .problem(let reason, let line): return context.piece(context.refused(reason, line: line), line: line)
      case nil:
        isFinished = true
        return nil
      }
    }
  }
}
