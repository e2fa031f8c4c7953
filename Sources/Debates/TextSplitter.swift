/// Cuts long texts into pieces of a bounded number of words, at sentence ends where it can.
///
/// One pass over the UTF-8 bytes. A word is a run between white space; a sentence ends at `.`, `!`, `?` or `…`
/// (closing quotes and brackets may follow) before white space, or at a line end.
struct TextSplitter {
  /// Words of the longest piece.
  var maximumWords = Debate.passageWords
  /// Bytes of the longest piece: text without spaces is cut too, between two characters.
  var maximumBytes = 8192

  /// A sentence end counts from here on: sooner, a long sentence is cut at a word rather than leave a crumb.
  private var soonestEnd: Int { maximumWords / 5 }

  /// Where a piece lies in the bytes, without white space at its ends.
  struct Piece: Equatable {
    var range: Range<Int>
    var words: Int
  }

  /// The pieces of a text, as texts; none when it is blank.
  func texts(of text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      pieces(of: bytes).map { String(decoding: UnsafeBufferPointer(rebasing: bytes[$0.range]), as: UTF8.self) }
    }
  }

  /// The pieces of UTF-8 text; none when it is blank.
  func pieces(of bytes: UnsafeBufferPointer<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    var (next, _) = Self.skipSpace(bytes, from: 0)
    var start = next
    var end = next
    var words = 0
    var sentence: (end: Int, next: Int, words: Int)?
    while next < bytes.count {
      let word = next
      next = wordEnd(bytes, from: word)
      while words > 0, words == maximumWords || next - start > maximumBytes {
        if let cut = sentence, cut.words >= soonestEnd {
          pieces.append(Piece(range: start..<cut.end, words: cut.words))
          start = cut.next
          words -= cut.words
        } else {
          pieces.append(Piece(range: start..<end, words: words))
          start = word
          words = 0
        }
        sentence = nil
      }
      words += 1
      end = next
      let lineEnds: Bool
      (next, lineEnds) = Self.skipSpace(bytes, from: next)
      if lineEnds || (next > end && Self.endsSentence(bytes, word..<end)) { sentence = (end, next, words) }
    }
    if words > 0 { pieces.append(Piece(range: start..<end, words: words)) }
    return pieces
  }

  /// Where the word that begins at `start` ends; a word over the byte limit ends between two characters.
  private func wordEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    // No further than tells a word over the limit: what lies beyond is read as the next word.
    let limit = min(bytes.count, start + maximumBytes + 1)
    while end < limit, Self.spaceLength(bytes, at: end) == 0 { end += 1 }
    guard end - start > maximumBytes else { return end }
    end = start + maximumBytes
    while end > start + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  private static func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (next: Int, lineEnds: Bool) {
    var next = start
    var lineEnds = false
    while next < bytes.count {
      let length = spaceLength(bytes, at: next)
      guard length > 0 else { break }
      if bytes[next] == 0x0A { lineEnds = true }
      next += length
    }
    return (next, lineEnds)
  }

  /// Bytes of the white space that begins here; 0 when none does.
  @inline(__always)
  private static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
    switch byte {
    case 0xC2:
      // No-break space and next line.
      return index + 1 < bytes.count && (bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85) ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count else { return 0 }
      // U+2000 to U+200A, U+2028, U+2029, U+202F and U+205F.
      let (second, third) = (bytes[index + 1], bytes[index + 2])
      if second == 0x80 { return (0x80...0x8A).contains(third) || [0xA8, 0xA9, 0xAF].contains(third) ? 3 : 0 }
      return second == 0x81 && third == 0x9F ? 3 : 0
    case 0xE3:
      // U+3000.
      return index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
    default:
      return 0
    }
  }

  private static func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    var end = word.upperBound
    func endsWith(_ suffix: (UInt8, UInt8, UInt8)) -> Bool {
      end - word.lowerBound >= 3 && bytes[end - 3] == suffix.0 && bytes[end - 2] == suffix.1
        && bytes[end - 1] == suffix.2
    }
    while end > word.lowerBound {
      switch bytes[end - 1] {
      case UInt8(ascii: "."):
        // One letter before the point is an initial or a title: "M. Dupont".
        return !(end - word.lowerBound == 2 && bytes[word.lowerBound] >= 0x41)
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"):
        end -= 1
      case 0xBB where end - word.lowerBound >= 2 && bytes[end - 2] == 0xC2:  // »
        end -= 2
      case 0x9D where endsWith((0xE2, 0x80, 0x9D)), 0x99 where endsWith((0xE2, 0x80, 0x99)):  // ” ’
        end -= 3
      case 0xA6:  // …
        return endsWith((0xE2, 0x80, 0xA6))
      default:
        return false
      }
    }
    return false
  }
}
