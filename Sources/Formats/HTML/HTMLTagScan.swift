/// Looks over a page before it is parsed: libxml2 compares each attribute of a tag with all before it, so a tag of a
/// million attributes takes hours.
///
/// It cuts tags as libxml2 does, not as browsers do: what one takes for quoted, the other may take for attributes.
struct HTMLTagScan {
  /// Attributes of one tag.
  static let maximumAttributes = 256

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The line of the first tag that has too many attributes; nil when all is well. One pass.
  static func lineOfTagWithTooManyAttributes(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var scan = HTMLTagScan(bytes)
    return scan.nextTagWithTooManyAttributes().map { bytes[..<$0].count { $0 == 0x0A } + 1 }
  }

  private mutating func nextTagWithTooManyAttributes() -> Int? {
    while index < bytes.count {
      let start = index
      index += 1
      guard bytes[start] == UInt8(ascii: "<") else { continue }
      if stands("!--") {
        // From within the opening: `<!-->` is a whole comment.
        index += 1
        while index < bytes.count, !stands("-->"), !stands("--!>") { index += 1 }
      } else if Self.beginsName(current) {
        let (isScript, isStyle) = (stands("script"), stands("style"))
        let length = skipName()
        if skipAttributes() > Self.maximumAttributes { return start }
        // `<script/>` holds nothing.
        guard current == UInt8(ascii: ">") else { continue }
        if isScript, length == 6 { while index < bytes.count, !stands("</script") { index += 1 } }
        if isStyle, length == 5 { while index < bytes.count, !stands("</style") { index += 1 } }
      }
    }
    return nil
  }

  // MARK: Tags

  /// Stands at the end of the tag then; how many attributes it has.
  private mutating func skipAttributes() -> Int {
    var attributes = 0
    while true {
      skip(while: Self.isSpace)
      guard index < bytes.count, !endsTag else { return attributes }
      if Self.beginsName(current) {
        attributes += 1
        skipName()
        skip(while: Self.isSpace)
        guard current == UInt8(ascii: "=") else { continue }
        index += 1
        skipValue()
      } else {
        while index < bytes.count, !endsTag, !Self.isSpace(current) { index += 1 }
      }
    }
  }

  private mutating func skipValue() {
    skip(while: Self.isSpace)
    let quote = current
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      skip { $0 != quote }
      index = min(index + 1, bytes.count)
    } else {
      skip { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
    }
  }

  /// Of libxml2's; what goes on is another name.
  private static let maximumName = 100

  @discardableResult
  private mutating func skipName() -> Int {
    let start = index
    while index < bytes.count, index - start < Self.maximumName, Self.isOfName(current) { index += 1 }
    return index - start
  }

  // MARK: Characters

  /// 0, which counts as a space, at the end.
  private var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private var endsTag: Bool {
    current == UInt8(ascii: ">")
      || current == UInt8(ascii: "/") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ">")
  }

  private mutating func skip(while matches: (UInt8) -> Bool) {
    while index < bytes.count, matches(bytes[index]) { index += 1 }
  }

  /// Whether a text in small letters stands here, in any case.
  private func stands(_ text: StaticString) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount {
      let (expected, byte) = (text.utf8Start[offset], bytes[index + offset])
      guard byte == expected || Self.isLetter(byte) && byte | 0x20 == expected else { return false }
    }
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func beginsName(_ byte: UInt8) -> Bool { isLetter(byte) || "_:.".utf8.contains(byte) }

  private static func isOfName(_ byte: UInt8) -> Bool {
    beginsName(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }
}
