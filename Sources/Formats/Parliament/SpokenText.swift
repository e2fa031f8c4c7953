/// Text put together from the pieces between tags: runs of white space are one space, paragraphs are lines, and words
/// that stand in elements of their own (`<w>`, `<pc>`) get back the spaces of the sentence.
struct SpokenText {
  private var bytes: [UInt8] = []
  private var hasSpace = false
  private var hasBreak = false
  /// Set while nothing but layout has come since a word's element ended.
  private var joinsNext: Bool?
  /// The document writes each space between words as an element (`<c> </c>`): where there is none, there is no space.
  private var spacesAreElements = false

  init() {}

  private init(spacesAreElements: Bool) { self.spacesAreElements = spacesAreElements }

  var byteCount: Int { bytes.count }

  /// What has come together.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ piece: String) {
    var piece = piece
    piece.withUTF8 { append($0) }
  }

  private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    if joinsNext != nil, piece.allSatisfy(Self.isSpace) {
      // White space between two words is layout, unless nothing else could be meant.
      if joinsNext == false, !piece.contains(where: Self.endsLine) { hasSpace = true }
      return
    }
    var position = 0
    while position < piece.count {
      let start = position
      while position < piece.count, !Self.isSpace(piece[position]) { position += 1 }
      if position > start { appendWord(piece[start..<position]) }
      while position < piece.count, Self.isSpace(piece[position]) {
        hasSpace = true
        position += 1
      }
    }
  }

  private mutating func appendWord(_ word: Slice<UnsafeBufferPointer<UInt8>>) {
    if !bytes.isEmpty {
      if hasBreak { bytes.append(0x0A) } else if hasSpace { bytes.append(0x20) }
    }
    hasSpace = false
    hasBreak = false
    joinsNext = nil
    bytes.append(contentsOf: word)
  }

  /// The white space of XML; a space that does not break belongs to the text.
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || endsLine(byte) || byte == 0x09 }
  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// An element that is one word begins; `joinsPrevious` when no space stands before it.
  mutating func beginWord(joinsPrevious: Bool) {
    guard let joins = joinsNext else { return }
    if joins || joinsPrevious { hasSpace = false } else if !spacesAreElements { hasSpace = true }
  }

  /// An element that is one word ends.
  mutating func endWord(joinsNext: Bool) { self.joinsNext = joinsNext }

  /// An element that is a space.
  mutating func space() {
    spacesAreElements = true
    hasSpace = true
  }

  /// A sentence ends.
  mutating func endSentence() {
    joinsNext = nil
    hasSpace = true
  }

  /// A paragraph begins or ends.
  mutating func breakLine() {
    joinsNext = nil
    hasBreak = true
  }

  /// What has come together, which begins anew; nil when there are no letters nor digits in it.
  mutating func take() -> String? {
    let taken = String(decoding: Self.withoutLabelEnd(bytes[...]), as: UTF8.self)
    self = SpokenText(spacesAreElements: spacesAreElements)
    return taken.contains { $0.isLetter || $0.isNumber } ? taken : nil
  }

  /// The sign that ended the speaker's name on paper (`. The sitting is open`) is none of the words.
  private static func withoutLabelEnd(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = text.first, ".:,".utf8.contains(first), text.dropFirst().first.map(isSpace) ?? false else {
      return text
    }
    return text.dropFirst().drop(while: isSpace)
  }
}
