/// The text of a cue without its markup, cut where the voice or the language changes.
struct CueText {
  /// What one voice says in one language.
  struct Run: Equatable {
    /// As the tag has it; nil outside of voices, empty when the tag names nobody.
    var voice: String?
    var language: String?
    /// UTF-8; lines end in `\n`.
    var text: [UInt8]
  }

  /// Which markup there is.
  enum Dialect {
    /// Every `<` begins a tag, as the "WebVTT cue text parsing rules" have it.
    case webVTT
    /// Known tags and `{\an8}` are markup, everything else is text.
    case subRip
  }

  private(set) var runs: [Run] = []
  /// Whether it says when each word is said, as automatic captions do.
  private(set) var hasTimestamps = false
  private let dialect: Dialect
  private var open: [CueTag.Kind] = []
  private var voices: [String] = []
  private var languages: [String] = []
  private var text: [UInt8] = []

  init(_ bytes: ArraySlice<UInt8>, dialect: Dialect) {
    self.dialect = dialect
    text.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "<"): index = readTag(bytes, at: index)
      case UInt8(ascii: "{") where dialect == .subRip: index = skipOverride(bytes, at: index)
      case UInt8(ascii: "&"):
        if let found = CharacterReference.find(bytes[index...], allowsOpen: dialect == .webVTT) {
          text.append(contentsOf: found.text.utf8)
          index += found.length
        } else {
          text.append(byte)
          index += 1
        }
      case 0x0D:
        text.append(0x0A)
        index += index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A ? 2 : 1
      case 0:
        text.append(contentsOf: "\u{FFFD}".utf8)
        index += 1
      default:
        text.append(byte)
        index += 1
      }
    }
    endRun()
  }

  /// Moves what was read into a run of its own.
  private mutating func endRun() {
    guard !text.isEmpty else { return }
    let run = Run(voice: voices.last, language: languages.last, text: text)
    if let last = runs.last, last.voice == run.voice, last.language == run.language {
      runs[runs.count - 1].text += run.text
    } else {
      runs.append(run)
    }
    text.removeAll(keepingCapacity: true)
  }

  // MARK: Tags

  /// - Returns: the index after the tag.
  private mutating func readTag(_ bytes: ArraySlice<UInt8>, at start: Int) -> Int {
    let rest = bytes[(start + 1)...]
    // In SubRip a tag is short: looking for the end of each `<` to the end of a long text would take for ever.
    let scope = dialect == .webVTT ? rest : rest.prefix(CueTag.maximumBytes)
    let end = scope.firstIndex(of: UInt8(ascii: ">"))
    // Before anything is read of the tag: what it says may go on to the end of the text.
    guard dialect == .webVTT || end != nil else {
      text.append(UInt8(ascii: "<"))
      return start + 1
    }
    let tag = CueTag(rest[..<(end ?? rest.endIndex)])
    if dialect == .subRip, tag.kind == nil {
      text.append(UInt8(ascii: "<"))
      return start + 1
    }
    if let kind = tag.kind { apply(kind, tag) }
    return end.map { $0 + 1 } ?? bytes.endIndex
  }

  private mutating func apply(_ kind: CueTag.Kind, _ tag: CueTag) {
    if kind == .lineBreak {
      text.append(0x0A)
    } else if kind == .timestamp {
      hasTimestamps = true
    } else if tag.closes {
      close(kind)
    } else {
      // WebVTT ignores the reading of a ruby that stands outside of one.
      guard kind != .rubyText || open.last == .ruby else { return }
      if kind == .voice || kind == .language { endRun() }
      if kind == .voice { voices.append(tag.annotation) }
      if kind == .language { languages.append(tag.annotation) }
      open.append(kind)
    }
  }

  private mutating func close(_ kind: CueTag.Kind) {
    if kind == .ruby, open.last == .rubyText, open.dropLast().last == .ruby {
      open.removeLast(2)
    } else if open.last == kind {
      if kind == .voice || kind == .language { endRun() }
      if kind == .voice { voices.removeLast() }
      if kind == .language { languages.removeLast() }
      open.removeLast()
    }
  }

  /// Steps over `{\an8}` and other overrides of Advanced SubStation, which SubRip borrows.
  private mutating func skipOverride(_ bytes: ArraySlice<UInt8>, at start: Int) -> Int {
    if start + 1 < bytes.endIndex, bytes[start + 1] == UInt8(ascii: "\\"),
      let end = bytes[start...].prefix(CueTag.maximumBytes).firstIndex(of: UInt8(ascii: "}"))
    {
      return end + 1
    }
    text.append(bytes[start])
    return start + 1
  }
}
