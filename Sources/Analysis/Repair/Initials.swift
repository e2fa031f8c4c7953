/// Initials around an ampersand: `R&D` is `rd`, `r` and `d`.
enum Initials {
  private static let longest = 3

  /// Where initials that start at segment `first` end; nil when they are none.
  static func end(from first: Int, in segments: [Segmenter.Segment], _ text: UnsafeBufferPointer<UInt16>) -> Int? {
    guard first + 2 < segments.count, segments[first + 2].kind == .letters else { return nil }
    let mark = segments[first + 1]
    guard mark.end - mark.start == 1, text[mark.start] == 0x26 else { return nil }
    let other = segments[first + 2]
    guard segments[first].end - segments[first].start <= longest, other.end - other.start <= longest else { return nil }
    // `Q&amp;R` is a mark of the web.
    return other.end < text.count && text[other.end] == 0x3B ? nil : other.end
  }
}
