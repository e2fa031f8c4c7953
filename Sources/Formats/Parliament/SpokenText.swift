/// Text put together from the pieces between tags: runs of white space are one space, paragraphs are lines, and words
/// that stand in elements of their own (`<w>`, `<pc>`) get back the spaces of the sentence.
struct SpokenText {
  private(set) var text = ""
  private var hasSpace = false
  private var hasBreak = false
  /// Set while nothing but layout has come since a word's element ended.
  private var joinsNext: Bool?
  /// The document writes each space between words as an element (`<c> </c>`): where there is none, there is no space.
  private var spacesAreElements = false

  var byteCount: Int { text.utf8.count }

  mutating func append(_ piece: String) {
    if joinsNext != nil, piece.allSatisfy(\.isWhitespace) {
      // White space between two words is layout, unless nothing else could be meant.
      if joinsNext == false, !piece.contains(where: \.isNewline) { hasSpace = true }
      return
    }
    var rest = piece[...]
    while !rest.isEmpty {
      let word = rest.prefix { !$0.isWhitespace }
      if !word.isEmpty { appendWord(word) }
      rest = rest.dropFirst(word.count)
      let space = rest.prefix(while: \.isWhitespace)
      if !space.isEmpty { hasSpace = true }
      rest = rest.dropFirst(space.count)
    }
  }

  private mutating func appendWord(_ word: Substring) {
    if !text.isEmpty {
      if hasBreak { text += "\n" } else if hasSpace { text += " " }
    }
    hasSpace = false
    hasBreak = false
    joinsNext = nil
    text += word
  }

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
    let taken = Self.withoutLabelEnd(text[...])
    text = ""
    hasSpace = false
    hasBreak = false
    joinsNext = nil
    return taken.contains { $0.isLetter || $0.isNumber } ? String(taken) : nil
  }

  /// The sign that ended the speaker's name on paper (`. – The sitting is open`) is none of the words.
  private static func withoutLabelEnd(_ text: Substring) -> Substring {
    let signs = text.prefix { ".:,".contains($0) }
    guard signs.count == 1, text.dropFirst().first?.isWhitespace == true else { return text }
    return text.dropFirst().trimmed
  }
}
