import Foundation

/// Steps through the elements of a JSON list, or through several values in a row, so that one bad record does not
/// spoil the others. Looks at brackets and strings only; whether an element is sound JSON is for its reader to say.
struct JSONElements {
  /// What comes next in the document.
  enum Piece: Equatable {
    /// A value, from its first byte to its last; the bytes are those of the document, not a copy.
    case element(Data, line: Int)
    /// What is wrong between or after the elements; nothing follows.
    case problem(String, line: Int)
  }

  private enum State { case start, list, values, end }

  private let document: Data
  private var state = State.start
  private var position: Int
  private var line = 1

  init(_ document: Data) {
    self.document = document
    position = document.startIndex
  }

  /// The next piece; nil at the end.
  mutating func next() -> Piece? {
    let document = document
    return document.withUnsafeBytes { bytes in next(in: bytes) }
  }

  private mutating func next(in bytes: UnsafeRawBufferPointer) -> Piece? {
    if state == .start, let problem = open(bytes) { return problem }
    skipSpace(bytes)
    switch state {
    case .start, .end: return nil
    case .values: return offset < bytes.count ? element(bytes) : nil
    case .list: break
    }
    guard offset < bytes.count else { return end("cut short: the list is not closed; send the whole file") }
    if bytes[offset] != UInt8(ascii: "]") {
      let element = element(bytes)
      skipSpace(bytes)
      if offset < bytes.count, bytes[offset] == UInt8(ascii: ",") { position += 1 }
      return element
    }
    position += 1
    skipSpace(bytes)
    if offset < bytes.count { return end("there is text after the end of the list; remove it") }
    state = .end
    return nil
  }

  private var offset: Int { position - document.startIndex }

  private mutating func end(_ reason: String) -> Piece {
    state = .end
    return .problem(reason, line: line)
  }

  private mutating func open(_ bytes: UnsafeRawBufferPointer) -> Piece? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
    skipSpace(bytes)
    guard offset < bytes.count else { return end("empty; a record is one JSON object") }
    state = bytes[offset] == UInt8(ascii: "[") ? .list : .values
    if state == .list { position += 1 }
    return nil
  }

  /// Steps over one value; always moves on.
  private mutating func element(_ bytes: UnsafeRawBufferPointer) -> Piece {
    let (start, startLine) = (offset, line)
    var end = start
    var depth = 0
    var inString = false
    scan: while end < bytes.count {
      let byte = bytes[end]
      if byte == 0x0A { line += 1 }
      if inString {
        if byte == UInt8(ascii: "\\") {
          end += 1
        } else if byte == UInt8(ascii: "\"") {
          inString = false
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): inString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0, end > start { break scan }
          depth -= 1
          if depth <= 0 {
            end += 1
            break scan
          }
        case UInt8(ascii: ",") where depth == 0 && end > start: break scan
        default: break
        }
      }
      end += 1
    }
    end = min(end, bytes.count)
    let base = document.startIndex
    position = base + end
    return .element(document[(base + start)..<(base + end)], line: startLine)
  }

  private mutating func skipSpace(_ bytes: UnsafeRawBufferPointer) {
    while offset < bytes.count, bytes[offset] <= 0x20 {
      if bytes[offset] == 0x0A { line += 1 }
      position += 1
    }
  }
}
