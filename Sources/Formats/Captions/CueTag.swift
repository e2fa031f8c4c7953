/// What stands between `<` and `>` in a cue.
struct CueTag {
  /// Tags that count; all others are ignored.
  enum Kind: Equatable {
    case voice, language, ruby, rubyText
    /// Looks only: bold, italic, underlined, a class, a colour.
    case look(String)
    case lineBreak
    case timestamp
  }

  /// The longest tag that is looked for in SubRip.
  static let maximumBytes = 1024

  let kind: Kind?
  let closes: Bool
  /// What follows the name, references resolved, white space folded: `Marie Durand` of `<v.loud Marie Durand>`.
  let annotation: String

  private static let looks: Set<String> = ["b", "i", "u", "s", "c", "font", "span"]

  init(_ bytes: ArraySlice<UInt8>) {
    closes = bytes.first == UInt8(ascii: "/")
    let inside = closes ? bytes.dropFirst() : bytes
    // A name that is longer than all that count is none of them.
    let name = inside.prefix(16).prefix { $0 > 0x20 && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "/") }
    let kind = Self.kind(String(decoding: name, as: UTF8.self))
    self.kind = kind
    if kind == .voice || kind == .language, !closes {
      annotation = Self.annotation(inside.drop { $0 > 0x20 })
    } else {
      annotation = ""
    }
  }

  private static func kind(_ name: String) -> Kind? {
    switch name {
    case "v": .voice
    case "lang": .language
    case "ruby": .ruby
    case "rt": .rubyText
    case "br": .lineBreak
    case "b", "i", "u", "c": .look(name)
    default:
      if looks.contains(name.lowercased()) {
        .look(name.lowercased())
      } else if name.first?.isNumber == true, name.contains(":") {
        .timestamp
      } else {
        nil
      }
    }
  }

  private static func annotation(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&"), let found = CharacterReference.find(bytes[index...], allowsOpen: true) {
        text.append(contentsOf: found.text.utf8)
        index += found.length
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return CaptionText.folded(text[...])
  }
}
