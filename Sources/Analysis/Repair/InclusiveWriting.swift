/// Inclusive writing: `étudiant·e·s`, `étudiant.e.s`, `étudiant-e-s` and `étudiant(e)s` are `etudiantes` and `etudiant`.
enum InclusiveWriting {
  /// The endings that follow the masculine.
  private static let endings = ShortWords(
    "e s x es ne nes le les te tes ve ves se ses re res fe fes trice trices rice rices euse euses esse esses ere eres")
  /// Those that a hyphen may join: pronouns and articles are not among them (`donne-les`).
  private static let hyphenated = ShortWords("e s x es ne nes trice trices rice rices euse euses esse esses")
  private static let shortestWord = 2

  /// Is a part after a dot the ending of the word before it? A capital after a small letter begins another word
  /// (`difficilement.Les`).
  static func isEnding(_ part: Range<Int>, after word: Range<Int>, _ text: UnsafeBufferPointer<UInt16>) -> Bool {
    endings.contains(text, part.lowerBound, part.upperBound)
      && (LatinCase.isLower(text[part.lowerBound]) || LatinCase.isUpper(text[word.lowerBound + word.count / 2]))
  }

  /// The last segment of a word with endings in parentheses or after hyphens that starts at segment `first`; nil when
  /// there is none.
  static func lastSegment(from first: Int, in segments: [Segmenter.Segment], _ text: UnsafeBufferPointer<UInt16>)
    -> Int?
  {
    guard first + 2 < segments.count, segments[first].end - segments[first].start >= shortestWord else { return nil }
    let mark = segments[first + 1]
    guard mark.end - mark.start == 1 else { return nil }
    if text[mark.start] == 0x28 { return closing(from: first + 2, in: segments, text) }
    let joiner = text[mark.start]
    guard isHyphen(joiner) || isMiddleDot(joiner) else { return nil }
    var last = first
    while last + 2 < segments.count {
      let mark = segments[last + 1]
      let ending = segments[last + 2]
      guard mark.end - mark.start == 1, text[mark.start] == joiner else { break }
      guard (isHyphen(joiner) ? hyphenated : endings).contains(text, ending.start, ending.end) else { return nil }
      last += 2
    }
    return last > first ? last : nil
  }

  /// After an opening parenthesis: an ending, the closing one, and perhaps the plural.
  private static func closing(
    from ending: Int, in segments: [Segmenter.Segment], _ text: UnsafeBufferPointer<UInt16>
  ) -> Int? {
    guard ending + 1 < segments.count, endings.contains(text, segments[ending].start, segments[ending].end) else {
      return nil
    }
    let close = segments[ending + 1]
    guard close.end - close.start == 1, text[close.start] == 0x29 else { return nil }
    guard ending + 2 < segments.count else { return ending + 1 }
    let plural = segments[ending + 2]
    let isPlural =
      plural.end - plural.start == 1 && (text[plural.start] | 0x20 == 0x73 || text[plural.start] | 0x20 == 0x78)
    return isPlural ? ending + 2 : ending + 1
  }
}
