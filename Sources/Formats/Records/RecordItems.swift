import Debates
import Foundation

/// Decodes one JSON record into items; what JSON formats share.
enum RecordItems {
  /// A record to decode later.
  static func piece(_ json: Data, line: Int?, in context: FileContext) -> RawItem {
    context.piece(line: line, byteCount: json.count, content: json) {
      decode(json, file: context.file, line: line, limits: context.recordLimits)
    }
  }

  static func decode(_ json: Data, file: String, line: Int?, limits: RecordLimits) -> [SourceItem] {
    do throws(RecordError) {
      let (record, unknownKeys) = try RecordDecoder(limits: limits).decode(json)
      var items = unknownKeys.sorted().map { key in
        SourceItem.notice(
          LocatedError(file: file, line: line, field: key, reason: "unknown key, ignored here and in the rest"))
      }
      switch record {
      case .debate(var debate):
        debate.mapProse(PlainText.from)
        items.append(.debate(debate, .whole, file: file, line: line))
      case .deletion(let id):
        items.append(.deletion(id: id, file: file, line: line))
      }
      return items
    } catch {
      return [
        .refused(
          LocatedError(file: file, line: line, record: error.record, field: error.field, reason: error.reason))
      ]
    }
  }

  /// The offset of the first byte that is not UTF-8.
  static func invalidUTF8(in data: Data) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: data.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
