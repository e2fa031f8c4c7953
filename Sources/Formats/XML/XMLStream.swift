import CXML
import Foundation

/// Why an XML document cannot be read on.
struct XMLError: Error, Equatable {
  let line: Int?
  let reason: String
}

/// What an XML document holds, in order.
enum XMLEvent {
  case open(XMLTag)
  /// Text between two tags, entities resolved; never empty.
  case text(String)
  /// The end of the element opened last that is not closed.
  case close
}

/// The beginning of an element.
struct XMLTag: Sendable {
  /// Without prefix.
  let name: String
  let namespace: String?
  let attributes: [XMLAttribute]
  /// From 1.
  let line: Int
}

/// An attribute of an element.
struct XMLAttribute: Sendable {
  /// Without prefix.
  let name: String
  let namespace: String?
  let value: String
}

/// Steps through an XML document in memory that does not grow with it.
///
/// Entities and DTDs from elsewhere are never fetched; an entity that the document declares counts when it stands for
/// plain characters; names that HTML knows (`&nbsp;`) are resolved though XML does not know them.
final class XMLStream {
  private static let stepBytes = 64 << 10
  /// Elements inside one another.
  static let maximumDepth = 256

  private let bytes: ByteStream
  private let encoding: String?
  /// Whether the document is windows-1252, and says that it is UTF-8 or nothing.
  let isMisdeclared: Bool
  private var stream: UnsafeMutablePointer<cxml_stream>?
  private var events: [XMLEvent] = []
  private var next = 0
  private var pendingText: [UInt8] = []
  private var names = XMLNames()
  private var problem: XMLError?
  private var isAtEnd = false
  private var isFinished = false
  /// How many elements are open where libxml2 reads, ahead of who asks.
  private var depthAhead = 0
  /// How many elements are open.
  private(set) var depth = 0
  /// The line of the tag read last.
  private(set) var line = 1

  /// Whether the document cannot be read on.
  var hasFailed: Bool { problem != nil || isFinished && next == events.count }

  init(_ bytes: ByteStream) throws(ReadError) {
    XMLLibrary.isReady
    self.bytes = bytes
    let head = try bytes.head(ByteStream.chunkBytes)
    let start = String(decoding: head.prefix(200), as: UTF8.self).lowercased().prefix { $0 != ">" }
    let declaresLatin1 = ["\"iso-8859-1\"", "'iso-8859-1'"].contains { start.contains($0) }
    let declaresOther = start.contains("encoding") && !start.contains("utf-8")
    isMisdeclared = !declaresLatin1 && !declaresOther && Self.isWindows1252(head)
    // What says that it is Latin-1 is cp1252, as browsers have it: the two differ in characters that Latin-1 lacks.
    encoding = declaresLatin1 || isMisdeclared ? "windows-1252" : nil
  }

  /// Whether no character is UTF-8 beyond ASCII, and some bytes are something else. A character that the end of the
  /// chunk cuts does not count.
  private static func isWindows1252(_ head: [UInt8]) -> Bool {
    let cut = head.reversed().prefix { $0 >= 0x80 }.count
    let (valid, foreign) = TextDecoding.characters(of: cut < 4 ? head.dropLast(cut) : head[...])
    return valid == 0 && foreign > 0 && !head.starts(with: [0xFF, 0xFE]) && !head.starts(with: [0xFE, 0xFF])
  }

  deinit { if let stream { cxml_stream_close(stream) } }

  /// The next event; nil at the end of the document.
  ///
  /// - Throws: ``XMLError`` at the place where the document ceases to be well formed; all before it has been told.
  func nextEvent() throws(XMLError) -> XMLEvent? {
    while next == events.count {
      events.removeAll(keepingCapacity: true)
      next = 0
      if let problem { throw problem }
      if isFinished { return nil }
      try step()
    }
    let event = events[next]
    next += 1
    switch event {
    case .open(let tag):
      depth += 1
      line = tag.line
    case .close: depth -= 1
    case .text: break
    }
    return event
  }

  private func step() throws(XMLError) {
    do throws(ReadError) {
      let stream = try opened()
      let part = try bytes.available().prefix(Self.stepBytes)
      let step = UnsafeRawBufferPointer(rebasing: part)
      isAtEnd = step.isEmpty
      let status = cxml_stream_read(stream, step.bindMemory(to: CChar.self).baseAddress, Int32(step.count))
      bytes.consume(step.count)
      if isAtEnd {
        flushText()
        isFinished = true
      }
      if status == Int32(XML_ERR_INVALID_ENCODING.rawValue) {
        // libxml2 gives up on the chunk and would go on with the next: what is between would vanish.
        fail(line, "bytes that are not of the encoding that the document declares; save it in one encoding")
      } else if status != 0, problem == nil, isFinished || stream.pointee.context.pointee.disableSAX != 0 {
        problem = XMLError(line: line, reason: "not well formed XML")
      }
    } catch {
      let failure = XMLError(line: line, reason: error.reason)
      problem = failure
      throw failure
    }
  }

  private func opened() throws(ReadError) -> UnsafeMutablePointer<cxml_stream> {
    if let stream { return stream }
    let events = cxml_events(
      open: { state, name, space, count, attributes, line in
        XMLStream.at(state)?.open(name, space, Int(count), attributes, Int(line))
      },
      close: { state in XMLStream.at(state)?.close() },
      text: { state, bytes, count in
        XMLStream.at(state)?.pendingText.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      },
      problem: { state, line, message in XMLStream.at(state)?.notWellFormed(Int(line), String(cString: message)) })
    guard let opened = cxml_stream_open(events, Unmanaged.passUnretained(self).toOpaque(), encoding) else {
      throw ReadError(reason: "not enough memory")
    }
    stream = opened
    return opened
  }

  private static func at(_ state: UnsafeMutableRawPointer?) -> XMLStream? {
    state.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: What libxml2 tells

  private func open(
    _ name: UnsafePointer<CChar>, _ space: UnsafePointer<CChar>?, _ count: Int,
    _ attributes: UnsafePointer<UnsafePointer<CChar>?>?, _ line: Int
  ) {
    flushText()
    depthAhead += 1
    guard depthAhead <= Self.maximumDepth else {
      fail(line, "more than \(Self.maximumDepth) elements inside one another (maximumDepth)")
      if let stream { xmlStopParser(stream.pointee.context) }
      return
    }
    var list: [XMLAttribute] = []
    if let attributes, count > 0 {
      list.reserveCapacity(count)
      for index in 0..<count {
        let parts = attributes + 5 * index
        guard let name = parts[0], let begin = parts[3], let end = parts[4] else { continue }
        let value = UnsafeRawBufferPointer(start: begin, count: end - begin)
        list.append(
          XMLAttribute(
            name: names[name], namespace: parts[2].map { names[$0] }, value: String(decoding: value, as: UTF8.self)))
      }
    }
    events.append(
      .open(XMLTag(name: names[name], namespace: space.map { names[$0] }, attributes: list, line: line)))
  }

  private func close() {
    flushText()
    depthAhead -= 1
    guard problem == nil else { return }
    events.append(.close)
  }

  private func flushText() {
    guard !pendingText.isEmpty else { return }
    events.append(.text(String(decoding: pendingText, as: UTF8.self)))
    pendingText.removeAll(keepingCapacity: true)
  }

  private func notWellFormed(_ line: Int, _ message: String) {
    // At the very end, whatever libxml2 says means that there should be more.
    fail(
      line,
      isAtEnd
        ? "cut short: the document is not closed; send the whole file" : "not well formed XML: \(message.trimmedLine)")
  }

  private func fail(_ line: Int, _ reason: String) {
    guard problem == nil else { return }
    flushText()
    problem = XMLError(line: line, reason: reason)
  }
}

/// Names of elements, attributes and namespaces: libxml2 keeps one copy of each, so its address tells it apart.
private struct XMLNames {
  private var known: [UnsafePointer<CChar>: String] = [:]

  subscript(name: UnsafePointer<CChar>) -> String {
    mutating get {
      if let string = known[name] { return string }
      let string = String(cString: name)
      known[name] = string
      return string
    }
  }
}

extension String {
  /// Without white space at its ends, line ends made spaces.
  fileprivate var trimmedLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
