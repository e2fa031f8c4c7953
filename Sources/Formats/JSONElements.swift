import Foundation

/// Where each element of a JSON list stands, or each of several values in a row, so that one bad record does not
/// spoil the others. Looks at brackets and strings only; whether an element is sound JSON is for its reader to say.
struct JSONElements {
  /// A value, from its first byte to its last.
  struct Element: Equatable {
    var range: Range<Int>
    var line: Int
  }

  private(set) var elements: [Element] = []
  /// What is wrong between or after the elements.
  private(set) var problem: (line: Int, reason: String)?

  init(_ data: Data) {
    data.withUnsafeBytes { bytes in
      var scanner = Scanner(bytes: bytes, base: data.startIndex)
      scanner.scan()
      elements = scanner.elements
      problem = scanner.problem
    }
  }

  private struct Scanner {
    let bytes: UnsafeRawBufferPointer
    let base: Int
    var position = 0
    var line = 1
    var elements: [Element] = []
    var problem: (line: Int, reason: String)?

    mutating func scan() {
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
      skipSpace()
      guard position < bytes.count else {
        problem = (line, "empty; a record is one JSON object")
        return
      }
      guard bytes[position] == UInt8(ascii: "[") else {
        while position < bytes.count {
          element()
          skipSpace()
        }
        return
      }
      position += 1
      skipSpace()
      while position < bytes.count, bytes[position] != UInt8(ascii: "]") {
        element()
        skipSpace()
        if position < bytes.count, bytes[position] == UInt8(ascii: ",") {
          position += 1
          skipSpace()
        }
      }
      guard position < bytes.count else {
        problem = (line, "cut short: the list is not closed; send the whole file")
        return
      }
      position += 1
      skipSpace()
      if position < bytes.count { problem = (line, "there is text after the end of the list; remove it") }
    }

    /// Steps over one value; always moves on.
    private mutating func element() {
      let (start, startLine) = (position, line)
      var depth = 0
      var inString = false
      scan: while position < bytes.count {
        let byte = bytes[position]
        if byte == 0x0A { line += 1 }
        if inString {
          if byte == UInt8(ascii: "\\") {
            position += 1
          } else if byte == UInt8(ascii: "\"") {
            inString = false
          }
        } else {
          switch byte {
          case UInt8(ascii: "\""): inString = true
          case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
          case UInt8(ascii: "}"), UInt8(ascii: "]"):
            if depth == 0, position > start { break scan }
            depth -= 1
            if depth <= 0 {
              position += 1
              break scan
            }
          case UInt8(ascii: ",") where depth == 0 && position > start: break scan
          default: break
          }
        }
        position += 1
      }
      position = min(position, bytes.count)
      elements.append(Element(range: (base + start)..<(base + position), line: startLine))
    }

    private mutating func skipSpace() {
      while position < bytes.count, bytes[position] <= 0x20 {
        if bytes[position] == 0x0A { line += 1 }
        position += 1
      }
    }
  }
}
