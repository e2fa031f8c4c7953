/// Cuts SubRip, or SubViewer as YouTube writes it, into cues.
///
/// Neither has a standard. A cue is a line of times, after a number in SubRip, and the text up to the next; an empty
/// line ends it, but when what follows has neither a number nor times it is more of the text.
struct SubRipCues {
  private var lines: CaptionLines
  private(set) var file: CaptionFile
  private let style: CaptionTimes.Style
  /// The number of the last cue; nil when it had none.
  private var lastNumber: Int?
  /// Whether text can be added to the last cue.
  private var isOpen = false

  /// - Parameter bytes: UTF-8.
  init(_ bytes: [UInt8], style: CaptionTimes.Style, maximumSeconds: Int) {
    lines = CaptionLines(bytes)
    file = CaptionFile(bytes: bytes, maximumSeconds: maximumSeconds)
    self.style = style
    var atStart = true
    while let line = lines.next() {
      let content = lines.trimmed(line.range)
      if content.isEmpty {
        atStart = true
      } else if atStart {
        beginBlock(line, content)
        atStart = false
      } else {
        addLine(line)
      }
    }
  }

  /// Whether the first cue stands where it should, in the head of a file.
  static func hasCue(_ bytes: [UInt8], style: CaptionTimes.Style) -> Bool {
    var lines = CaptionLines(bytes)
    var seen = 0
    while seen < 2, let line = lines.next() {
      let content = lines.trimmed(line.range)
      if content.isEmpty { continue }
      if isTimes(line, bytes, style: style) { return true }
      guard seen == 0, style == .subRip, lines.isNumber(content) else { return false }
      seen += 1
    }
    return false
  }

  private static func isTimes(_ line: CaptionLines.Line, _ bytes: [UInt8], style: CaptionTimes.Style) -> Bool {
    guard style == .subViewer || line.hasArrow else { return false }
    return (try? CaptionTimes(bytes[line.range], style: style, maximumSeconds: CaptionTimes.maximumSeconds)) != nil
  }

  /// Whether the line is there for its times, sound or not.
  private func bearsTimes(_ line: CaptionLines.Line) -> Bool {
    if style == .subRip { return line.hasArrow }
    // `0:00:01.000,`: nothing but digits and signs, a colon and a comma among them.
    let bytes = lines.bytes[lines.trimmed(line.range)]
    guard let first = bytes.first, (0x30...0x39).contains(first), bytes.count < 64 else { return false }
    return bytes.contains(UInt8(ascii: ":")) && bytes.contains(UInt8(ascii: ","))
      && !bytes.contains(where: { $0 <= 0x20 })
  }

  private mutating func beginBlock(_ line: CaptionLines.Line, _ content: Range<Int>) {
    if bearsTimes(line) {
      isOpen = file.begin(line, style: style)
      lastNumber = nil
      return
    }
    guard style == .subRip, lines.isNumber(content) else { return addStray(line) }
    let number = Int(String(decoding: lines.bytes[content], as: UTF8.self))
    if let times = lines.next() {
      if times.hasArrow {
        isOpen = file.begin(times, style: style)
        lastNumber = number
        return
      }
      lines.unread(times)
    }
    guard isOpen, number == nil || lastNumber == nil || number != lastNumber.flatMap({ $0 < .max ? $0 + 1 : nil })
    else {
      file.note("the line with the times and --> is missing; the cue is left out", line: line.number, field: "times")
      lastNumber = number
      isOpen = false
      return
    }
    file.extend(with: line)
  }

  private mutating func addStray(_ line: CaptionLines.Line) {
    if isOpen, style == .subRip {
      file.extend(with: line)
    } else if style == .subViewer || file.cues.isEmpty {
      file.note(
        "text that belongs to no cue, left out; the line with the times is missing", line: line.number, field: "times")
      isOpen = false
    }
  }

  private mutating func addLine(_ line: CaptionLines.Line) {
    if bearsTimes(line), file.hasTimes(line, style: style) {
      // The empty line between two cues is missing.
      cutNumber()
      isOpen = file.begin(line, style: style)
      lastNumber = nil
    } else if isOpen {
      file.extend(with: line)
    }
  }

  /// Takes off the last cue's text the number of the next one, when that is its last line.
  private mutating func cutNumber() {
    guard style == .subRip, isOpen, let text = file.cues.last?.text else { return }
    let content = lines.trimmed(text)
    var start = content.upperBound
    while start > content.lowerBound, (0x30...0x39).contains(lines.bytes[start - 1]) { start -= 1 }
    let isAlone = start == content.lowerBound || lines.bytes[start - 1] == 0x0A || lines.bytes[start - 1] == 0x0D
    if start < content.upperBound, isAlone { file.cutLastCue(before: start) }
  }
}
