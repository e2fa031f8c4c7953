import Foundation

/// A format that is an XML document, read as it streams by.
protocol XMLFormat: DebateFormat {
  associatedtype Document: XMLDocument
}

/// How far the reading of one XML document has come.
protocol XMLDocument {
  init(in context: FileContext)

  /// The next piece; nil at the end of the document.
  ///
  /// - Throws: ``XMLError``. It becomes a refusal at its line. When the document is sound beyond that place (an
  ///   element was over a limit), reading goes on with the next call, else it ends.
  mutating func next(_ xml: XMLStream) throws(XMLError) -> RawItem?
}

extension XMLFormat {
  static func reader(of bytes: ByteStream, in context: FileContext) -> any FormatReader {
    XMLFormatReader(Document(in: context), bytes, context)
  }
}

/// Reads an XML document piece by piece, errors located.
private final class XMLFormatReader<Document: XMLDocument>: FormatReader {
  private var document: Document
  private let bytes: ByteStream
  private let context: FileContext
  private var xml: XMLStream?
  private var isFinished = false
  private var isFirst = true

  init(_ document: Document, _ bytes: ByteStream, _ context: FileContext) {
    self.document = document
    self.bytes = bytes
    self.context = context
  }

  func next() throws(ReadError) -> RawItem? {
    guard !isFinished else { return nil }
    let xml = try opened()
    do throws(XMLError) {
      if let piece = try document.next(xml) {
        defer { isFirst = false }
        guard isFirst, xml.isMisdeclared else { return piece }
        let reason = "declares UTF-8, or nothing, and is windows-1252; read as that"
        return piece.preceded(by: context.notice(reason, line: 1))
      }
      isFinished = true
      return nil
    } catch {
      isFinished = xml.hasFailed
      return context.piece(context.refused(error.reason, line: error.line), line: error.line)
    }
  }

  private func opened() throws(ReadError) -> XMLStream {
    if let xml { return xml }
    let opened = try XMLStream(bytes)
    xml = opened
    return opened
  }
}
