/// Joins consecutive utterances of one speaker and language into passages, and cuts the long ones.
struct TalkPassages {
  private let debate: Debate
  private let splitter = TextSplitter()
  private(set) var passages: [Passage] = []

  private var speaker: Person?
  private var language: String?
  private var text = ""
  private var words = 0
  private var length = 0
  private var cues: [Cue] = []

  init(of debate: Debate) {
    self.debate = debate
    for utterance in debate.transcript { add(utterance) }
    flush()
  }

  private mutating func add(_ utterance: Utterance) {
    let language = utterance.language ?? debate.language
    if utterance.speaker?.id != speaker?.id || language != self.language {
      flush()
      speaker = utterance.speaker
      self.language = language
    }
    var text = utterance.text
    text.withUTF8 { bytes in
      let pieces = splitter.pieces(of: bytes)
      for (index, piece) in pieces.enumerated() {
        let slice = UnsafeBufferPointer(rebasing: bytes[piece.range])
        if words + piece.words > splitter.maximumWords || self.text.utf8.count + slice.count >= splitter.maximumBytes {
          flush()
        }
        append(slice, words: piece.words, cue: Self.cue(of: utterance, piece.range.lowerBound, of: bytes.count))
        // The end of a long utterance is left open: what follows may join it.
        if index < pieces.count - 1 { flush() }
      }
    }
  }

  private mutating func append(_ slice: UnsafeBufferPointer<UInt8>, words: Int, cue: Cue?) {
    if !text.isEmpty {
      text += " "
      length += 1
    }
    if var cue {
      cue.offset = length
      cues.append(cue)
    }
    text += String(decoding: slice, as: UTF8.self)
    length += Self.utf16Length(slice)
    self.words += words
  }

  private mutating func flush() {
    guard !text.isEmpty else { return }
    passages.append(
      Passage(
        id: "\(debate.id)/\(PassageKind.talk.rawValue)/\(passages.count)", debate: debate.id, kind: .talk, text: text,
        speaker: speaker, cues: cues, date: debate.date, language: language))
    text = ""
    words = 0
    length = 0
    cues = []
  }

  /// The time of a piece that begins `offset` bytes into its utterance: estimated as if talk were steady.
  private static func cue(of utterance: Utterance, _ offset: Int, of count: Int) -> Cue? {
    guard let start = utterance.start else { return nil }
    guard let end = utterance.end, count > 0 else { return Cue(offset: 0, start: start) }
    return Cue(offset: 0, start: start + (end - start) * Double(offset) / Double(count), end: end)
  }

  private static func utf16Length(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var length = 0
    // One unit for each character that begins, a second one for those of four bytes.
    for byte in bytes { length += (byte & 0xC0 != 0x80 ? 1 : 0) + (byte >= 0xF0 ? 1 : 0) }
    return length
  }
}
