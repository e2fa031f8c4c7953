import Foundation

/// A file that is decoded in one piece: a page, a transcript.
final class WholeFileReader: FormatReader {
  private let bytes: ByteStream
  private let context: FileContext
  private let decode: @Sendable (Data) -> [SourceItem]
  private var isFinished = false
  let holdsOneDebate = true

  init(of bytes: ByteStream, in context: FileContext, decode: @escaping @Sendable (Data) -> [SourceItem]) {
    self.bytes = bytes
    self.context = context
    self.decode = decode
  }

  func next() throws(ReadError) -> RawItem? {
    guard !isFinished else { return nil }
    isFinished = true
    guard let data = try bytes.rest(maximumBytes: context.limits.maximumFileBytes) else {
      return context.piece(context.tooLong)
    }
    return context.piece(byteCount: data.count) { [decode] in decode(data) }
  }
}

extension FileContext {
  /// Why a file that would have to be read whole is not.
  var tooLong: SourceItem {
    refused(
      "over the limit of \(limits.maximumFileBytes) bytes for a file read whole (maximumFileBytes); "
        + "split it, or convert it to NDJSON")
  }
}
