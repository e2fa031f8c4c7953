/// The text of a cue, cut where captions mark that somebody else speaks: a dash, or `>>`.
struct CueLines {
  /// A line, or a part of one.
  struct Part {
    let text: Substring
    /// Whether a dash or `>>` says that another one speaks.
    let isMarked: Bool
    /// Whether it goes on with a sentence that the line above has left open.
    let continuesSentence: Bool
    /// What stands below the line in the cue.
    let following: Substring
  }

  private(set) var parts: [Part] = []

  private static let dashes: Set<Character> = ["-", "–", "—", "‐", "‑"]
  private static let sentenceEnds: Set<Character> = [".", "!", "?", "…", "»", "\"", "”", ")", "]", "♪"]

  /// Whether any mark or label can be in it; most cues have none, and need not be looked at twice.
  static func canHaveMarks(_ bytes: [UInt8]) -> Bool {
    var atStart = true
    for byte in bytes {
      switch byte {
      case 0x0A: atStart = true
      case UInt8(ascii: ":"), UInt8(ascii: ">"): return true
      case UInt8(ascii: "-") where atStart, 0xE2 where atStart: return true
      case let other where other > 0x20: atStart = false
      default: break
      }
    }
    return false
  }

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }
    let isDialogue = lines.count { Self.afterDash($0) != nil } >= 2
    var continuesSentence = false
    for line in lines {
      let following = text[line.endIndex...]
      for (index, piece) in Self.cutAtChevrons(line).enumerated() {
        if index == 0, let said = Self.afterDash(piece), isDialogue || Self.beginsSentence(said) {
          for turn in Self.cutAtDashes(said) {
            parts.append(Part(text: turn, isMarked: true, continuesSentence: false, following: following))
          }
        } else {
          let isMarked = index > 0 || piece.startIndex != line.startIndex
          guard !piece.isEmpty || isMarked else { continue }
          parts.append(
            Part(
              text: piece, isMarked: isMarked, continuesSentence: continuesSentence && !isMarked, following: following))
        }
      }
      continuesSentence = line.last.map { !Self.sentenceEnds.contains($0) } ?? false
    }
  }

  /// What follows the dash that a line begins with; nil when it begins with none.
  private static func afterDash(_ line: Substring) -> Substring? {
    guard let first = line.first, dashes.contains(first), let next = line.dropFirst().first else { return nil }
    // "--" breaks off, "-5" is a number.
    if dashes.contains(next) || (first == "-" && next.isNumber) { return nil }
    let said = line.dropFirst().trimmed
    return said.isEmpty ? nil : said
  }

  /// A dash before a small letter puts something between dashes.
  private static func beginsSentence(_ text: Substring) -> Bool {
    guard let first = text.first else { return false }
    return first.isUppercase || "«\"“([…¿¡♪'’".contains(first) || text.hasPrefix("...")
  }

  /// "Oui. - Non." on one line.
  private static func cutAtDashes(_ text: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    var lastSign: Character?
    var afterSpace = false
    for index in text.indices {
      let character = text[index]
      if afterSpace, dashes.contains(character), let sign = lastSign, sentenceEnds.contains(sign) {
        let rest = text[index...].dropFirst()
        if rest.first?.isWhitespace == true, let next = rest.dropFirst().first, next.isUppercase || next.isPunctuation {
          pieces.append(text[start..<index].trimmed)
          start = rest.startIndex
        }
      }
      afterSpace = character.isWhitespace
      if !afterSpace { lastSign = character }
    }
    pieces.append(text[start...].trimmed)
    return pieces.filter { !$0.isEmpty }
  }

  /// Cuts before each `>>`, and takes it off.
  private static func cutAtChevrons(_ line: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = line.startIndex
    var index = line.startIndex
    var afterSpace = true
    while index < line.endIndex {
      if afterSpace, line[index] == ">", line[index...].hasPrefix(">>") {
        if index > start { pieces.append(line[start..<index].trimmed) }
        let said = line[index...].drop { $0 == ">" || $0.isWhitespace }
        start = said.startIndex
        index = said.startIndex
        afterSpace = false
        // Even when nothing follows, who speaks next is another one.
        if said.isEmpty { break }
        continue
      }
      afterSpace = line[index].isWhitespace
      index = line.index(after: index)
    }
    pieces.append(line[start...].trimmed)
    return pieces
  }
}
