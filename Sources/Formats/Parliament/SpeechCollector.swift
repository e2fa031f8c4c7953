import Debates

/// Gathers who said what from a parliament's XML as it streams by; memory grows with the words, not with the markup.
///
/// What happens while somebody speaks (applause, a pause, an editor's note) is left out: it is not the speaker's
/// words and says nothing of the subject. What the record says between speeches (a vote's result, who takes the chair)
/// is kept in its place, as said by nobody.
struct SpeechCollector<Markup: SpeechMarkup> {
  private(set) var parts: [SpokenPart] = []
  /// Titles of the sitting's parts, each once, in order.
  private(set) var headings: [String] = []
  /// Bytes of text so far.
  private(set) var byteCount = 0
  var clock = SittingClock()

  private struct Frame {
    let name: String
    let mark: SpeechMark
    let language: String?
    /// No space stands between this word and the next.
    var joinsNext = false
  }

  private enum Capture { case words, heading, label }

  private let maximumBytes: Int
  private var frames: [Frame] = []
  private var silentDepth = 0
  private var marginDepth = 0
  /// Open paragraphs of the record itself.
  private var recordDepth = 0
  private var capture = Capture.words
  private var speeches: [SpokenPart] = []
  private var knownHeadings: Set<String> = []
  private var words = SpokenText()
  private var wordsLanguage: String?
  private var aside = SpokenText()
  private var pendingLabel: String?
  private var pendingStart: Double?

  private static var maximumHeadings: Int { 1000 }
  /// Characters that can still be a name and an office.
  private static var maximumLabel: Int { 1000 }

  init(language: String?, maximumBytes: Int) {
    self.maximumBytes = maximumBytes
    frames = [Frame(name: "", mark: .transparent, language: language)]
  }

  /// Reads the rest of an element whose tag has just been read.
  ///
  /// - Throws: ``XMLError``; also when there is more text than may be held, and the element is then stepped over.
  mutating func read(_ tag: XMLTag, of xml: XMLStream) throws(XMLError) {
    let outside = xml.depth - 1
    open(tag)
    while let event = try xml.nextEvent() {
      switch event {
      case .open(let tag): open(tag)
      case .text(let text):
        append(text)
        if byteCount + words.byteCount + aside.byteCount > maximumBytes {
          while xml.depth > outside, try xml.nextEvent() != nil {}
          throw XMLError(
            line: tag.line,
            reason: "the sitting is over the limit of \(maximumBytes) bytes of text (maximumFileBytes); split it")
        }
      case .close:
        close()
        if xml.depth == outside { return flush() }
      }
    }
    throw XMLError(line: xml.line, reason: "cut short: <\(tag.name)> is not closed; send the whole file")
  }

  private var isSpeaking: Bool { !speeches.isEmpty }

  // MARK: Tags

  private mutating func open(_ tag: XMLTag) {
    if silentDepth > 0 {
      silentDepth += 1
      return
    }
    guard let parent = frames.last else { return }
    let mark = effect(of: Markup.mark(tag, in: parent.name))
    if mark == .silent {
      silentDepth = 1
      return
    }
    // Words of another language within a paragraph do not make it one of that language.
    let ownsLanguage = !isSpeaking || mark == .paragraph || mark == .speech
    var frame = Frame(name: tag.name, mark: mark, language: (ownsLanguage ? tag.language : nil) ?? parent.language)
    begin(&frame, tag)
    frames.append(frame)
  }

  /// What a mark means here.
  private func effect(of mark: SpeechMark) -> SpeechMark {
    switch mark {
    case .remark: isSpeaking || marginDepth > 0 || capture != .words ? .silent : .remark
    case .heading where isSpeaking || capture != .words: .paragraph
    case .heading where marginDepth > 0: .silent
    case .label where capture != .words: .transparent
    default: mark
    }
  }

  private mutating func begin(_ frame: inout Frame, _ tag: XMLTag) {
    switch frame.mark {
    case .speech: beginSpeech(tag, language: frame.language)
    case .label: capture = .label
    case .heading: capture = .heading
    case .margin: marginDepth += 1
    case .remark:
      flush()
      recordDepth += 1
    case .paragraph:
      if capture != .words {
        aside.append(" ")
      } else if isSpeaking {
        beginParagraph(frame.language)
      } else if marginDepth == 0 {
        if recordDepth == 0 { flush() }
        recordDepth += 1
        words.breakLine()
      }
    case .word:
      let join = tag["join"] ?? ""
      frame.joinsNext = join == "right" || join == "both"
      words.beginWord(joinsPrevious: join == "left" || join == "both")
    case .lineBreak: append(" ")
    case .time:
      clock.readTimeline(tag)
      if let hour = tag["time"], let start = clock.seconds(hour), !isSpeaking { pendingStart = start }
    case .sentence, .space, .transparent, .silent: break
    }
  }

  private mutating func close() {
    if silentDepth > 0 {
      silentDepth -= 1
      return
    }
    guard frames.count > 1, let frame = frames.popLast() else { return }
    switch frame.mark {
    case .speech:
      flush()
      speeches.removeLast()
    case .label, .heading: endCapture(frame.mark)
    case .margin: marginDepth -= 1
    case .remark: endRecord()
    case .paragraph:
      if capture != .words {
        aside.append(" ")
      } else if isSpeaking {
        words.breakLine()
      } else if marginDepth == 0 {
        endRecord()
      }
    case .sentence: words.endSentence()
    case .word: words.endWord(joinsNext: frame.joinsNext)
    case .space, .lineBreak, .time, .transparent, .silent: break
    }
  }

  private mutating func endRecord() {
    recordDepth = max(0, recordDepth - 1)
    words.breakLine()
    if recordDepth == 0 { flush() }
  }

  private mutating func endCapture(_ mark: SpeechMark) {
    let text = aside.take().map { $0.replacing("\n", with: " ") }
    capture = .words
    guard let text else { return }
    byteCount += text.utf8.count
    if mark == .heading {
      if headings.count < Self.maximumHeadings, knownHeadings.insert(text).inserted {
        headings.append(text)
      }
    } else if isSpeaking {
      speeches[speeches.count - 1].label = String(text.prefix(Self.maximumLabel))
    } else {
      pendingLabel = String(text.prefix(Self.maximumLabel))
    }
  }

  // MARK: Words

  private mutating func append(_ text: String) {
    guard silentDepth == 0, let frame = frames.last else { return }
    if capture != .words {
      aside.append(text)
    } else if isSpeaking || recordDepth > 0 {
      if words.byteCount == 0 { wordsLanguage = frame.language }
      if frame.mark == .space, text.allSatisfy(\.isWhitespace) { words.space() } else { words.append(text) }
    }
  }

  private mutating func beginSpeech(_ tag: XMLTag, language: String?) {
    flush()
    let start = clock.seconds(tag["start"] ?? tag["startTime"]) ?? pendingStart
    let end = clock.seconds(tag["end"] ?? tag["endTime"]).flatMap { end in start.map { end >= $0 } ?? true ? end : nil }
    speeches.append(
      SpokenPart(
        isSpeech: true, speaker: tag.reference(Markup.speakerAttribute),
        pointsToPerson: tag.isReference(Markup.speakerAttribute), function: tag.reference("as"), label: pendingLabel,
        language: language, start: start, end: end))
    pendingLabel = nil
    pendingStart = nil
  }

  private mutating func beginParagraph(_ language: String?) {
    if words.byteCount > 0, language != wordsLanguage { flush() }
    words.breakLine()
  }

  /// Ends the stretch at hand.
  private mutating func flush() {
    guard let text = words.take() else { return }
    var part = speeches.last ?? SpokenPart()
    part.text = text
    part.language = wordsLanguage
    parts.append(part)
    byteCount += text.utf8.count + MemoryLayout<SpokenPart>.size
    // The time is that of the speech's beginning.
    if isSpeaking { speeches[speeches.count - 1].start = nil }
  }
}
