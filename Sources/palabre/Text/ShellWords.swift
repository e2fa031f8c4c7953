/// Words as a shell reads and writes them.
enum ShellWords {
  /// A command line, each word quoted where it has to be.
  static func line(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  private static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.utf8.allSatisfy(needsNoQuotes)
    return isPlain ? word : "'\(word.replacing("'", with: #"'\''"#))'"
  }

  private static func needsNoQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: byte >= 0x80 || "-_./:,=@%+".utf8.contains(byte)
    }
  }

  /// What is meant by a word as it is being typed, in which a quotation may still be open.
  static func meaning(of typed: String) -> String {
    var meaning = ""
    var quote: Character?
    var isEscaped = false
    for character in typed {
      if isEscaped {
        meaning.append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      } else {
        meaning.append(character)
      }
    }
    return meaning
  }
}
