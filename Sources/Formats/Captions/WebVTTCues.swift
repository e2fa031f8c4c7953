/// Cuts WebVTT into cues as the "WebVTT parser algorithm" of the W3C has it.
///
/// Beyond the algorithm it tells what belongs to no cue, and steps over headers that stand in the middle of the file,
/// as where the segments of a stream have been joined.
struct WebVTTCues {
  private var lines: CaptionLines
  private(set) var file: CaptionFile

  private static let signature = Array("WEBVTT".utf8)
  /// What begins a block that is no cue.
  private static let silent = ["NOTE", "STYLE", "REGION", "WEBVTT", "X-TIMESTAMP-MAP"].map { Array($0.utf8) }

  /// Whether the text begins as WebVTT must.
  static func hasSignature(_ bytes: some Sequence<UInt8>) -> Bool {
    let head = Array(bytes.prefix(signature.count + 1))
    guard head.starts(with: signature) else { return false }
    return head.count == signature.count || [0x20, 0x09, 0x0A, 0x0D].contains(head[signature.count])
  }

  /// - Parameter bytes: UTF-8 that has the signature.
  init(_ bytes: [UInt8], maximumSeconds: Int) {
    lines = CaptionLines(bytes)
    file = CaptionFile(bytes: bytes, maximumSeconds: maximumSeconds)
    readHeader()
    while readBlock() {}
  }

  private mutating func readHeader() {
    if let line = lines.next() {
      let comment = bytes(lines.trimmed(line.range)).dropFirst(Self.signature.count)
      if let dash = comment.drop(while: { $0 <= 0x20 }).first, dash == UInt8(ascii: "-") {
        let title = comment.drop { $0 <= 0x20 || $0 == UInt8(ascii: "-") }
        if !title.isEmpty { file.title = String(decoding: title, as: UTF8.self) }
      }
    }
    while let line = lines.next() {
      if line.hasArrow { return lines.unread(line) }
      if line.range.isEmpty { return }
      let parts = bytes(line.range).split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard parts.count == 2, parts[0].count <= 20 else { continue }
      let value = String(decoding: parts[1], as: UTF8.self)[...].trimmed
      switch String(decoding: parts[0], as: UTF8.self).lowercased() {
      case "kind": file.kind = value.lowercased()
      case "language" where !value.isEmpty: file.language = String(value)
      case "title" where !value.isEmpty: file.title = String(value)
      default: break
      }
    }
  }

  private func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { lines.bytes[range] }

  /// Reads up to an empty line; false at the end of the file.
  private mutating func readBlock() -> Bool {
    var count = 0
    var seenArrow = false
    var hasCue = false
    var first: CaptionLines.Line?
    defer { if !seenArrow { noteStray(first) } }
    while let line = lines.next() {
      count += 1
      if line.hasArrow {
        guard count == 1 || (count == 2 && !seenArrow) else {
          lines.unread(line)
          return true
        }
        seenArrow = true
        hasCue = file.begin(line, style: .webVTT)
      } else if line.range.isEmpty {
        return true
      } else if hasCue {
        file.extend(with: line)
      } else if first == nil {
        first = line
      }
    }
    return false
  }

  /// Tells of a block that is neither a cue nor something that WebVTT knows to be none.
  private mutating func noteStray(_ first: CaptionLines.Line?) {
    guard let first, !lines.trimmed(first.range).isEmpty else { return }
    let start = bytes(first.range)
    let isSilent = Self.silent.contains { word in
      guard start.starts(with: word) else { return false }
      let next = start.dropFirst(word.count).first
      return next == nil || next == 0x20 || next == 0x09 || next == UInt8(ascii: "=")
    }
    if !isSilent {
      file.note(
        "text that belongs to no cue, left out; the line with the times and --> is missing", line: first.number,
        field: "times")
    }
  }
}
