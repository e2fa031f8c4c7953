/// Reads one JSON value (RFC 8259) and says where it is wrong.
///
/// Foundation's readers do not tell a cut record from a wrong one, nor where, and take most of the time of a run.
/// Raw control characters inside strings are let through, and lone surrogates read as U+FFFD: texts are cleaned
/// later, and one bad character is no reason to refuse a debate.
struct JSONParser {
  /// What is wrong, and after how many bytes; nil where the text ends too soon.
  struct Problem: Error {
    let offset: Int?
    let reason: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let maximumDepth: Int
  private var position = 0

  /// Reads the one value that `bytes`, valid UTF-8, hold.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) throws(Problem) -> JSONValue {
    var parser = JSONParser(bytes: bytes, maximumDepth: maximumDepth)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == bytes.count else { throw parser.problem("there is text after the record") }
    return value
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  private func problem(_ reason: String) -> Problem {
    Problem(offset: position < bytes.count ? position : nil, reason: reason)
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(Problem) -> JSONValue {
    skipSpace()
    guard position < bytes.count else { throw problem("a value is missing") }
    switch bytes[position] {
    case UInt8(ascii: "\""):
      position += 1
      return .string(try string())
    case UInt8(ascii: "{"):
      return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["):
      return .list(try elements(depth: depth + 1))
    case UInt8(ascii: "t"):
      try word("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try word("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    default:
      return .number(try number())
    }
  }

  private func checkDepth(_ depth: Int) throws(Problem) {
    if depth > maximumDepth {
      throw problem("nested deeper than the limit of \(maximumDepth) levels (maximumDepth); flatten the record")
    }
  }

  private mutating func members(depth: Int) throws(Problem) -> [JSONValue.Member] {
    try checkDepth(depth)
    position += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return members }
    while true {
      skipSpace()
      guard take(UInt8(ascii: "\"")) else { throw problem("a key in double quotes is missing") }
      let key = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw problem("a colon is missing after the key \"\(key.prefix(40))\"") }
      members.append(JSONValue.Member(key: key, value: try value(depth: depth)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return members }
      guard take(UInt8(ascii: ",")) else { throw problem("a comma or a closing brace is missing") }
    }
  }

  private mutating func elements(depth: Int) throws(Problem) -> [JSONValue] {
    try checkDepth(depth)
    position += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try value(depth: depth))
      skipSpace()
      if take(UInt8(ascii: "]")) { return elements }
      guard take(UInt8(ascii: ",")) else { throw problem("a comma or a closing bracket is missing") }
    }
  }

  private mutating func word(_ word: StaticString) throws(Problem) {
    for index in 0..<word.utf8CodeUnitCount {
      guard take(word.utf8Start[index]) else { throw problem("a value is expected") }
    }
  }

  private mutating func number() throws(Problem) -> Double {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
    guard let number = Double(text), number.isFinite else {
      position = start
      throw problem("the number is out of range")
    }
    return number
  }

  private mutating func digits() throws(Problem) {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    guard position > start else { throw problem("a value is expected") }
  }

  /// The rest of a string whose opening quote is behind.
  private mutating func string() throws(Problem) -> String {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<(position - 1)]), as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      position += 1
    }
    throw problem("a string is not closed")
  }

  private mutating func escapedString(from start: Int) throws(Problem) -> String {
    var text = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard position < bytes.count else { break }
      let escape = bytes[position]
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
      case UInt8(ascii: "u"):
        position += 1
        text.append(contentsOf: String(try escapedScalar()).utf8)
        continue
      default:
        throw problem("no such escape as \\\(Unicode.Scalar(escape)); write a backslash as \\\\")
      }
      position += 1
    }
    throw problem("a string is not closed")
  }

  /// The character of a `\u` escape, or of two that make a surrogate pair.
  private mutating func escapedScalar() throws(Problem) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    let beforeSecond = position
    position += 2
    let second = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else {
      position = beforeSecond
      return "\u{FFFD}"
    }
    return scalar
  }

  private mutating func hexadecimal() throws(Problem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count, let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue else {
        throw problem("\\u takes four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
