/// From word segments to pieces: the second stage of analysis, between segmentation and folding.
///
/// One pass over the segments. Each rule that may apply to a segment is asked in an order that matters: web addresses
/// first (they hold everything else), then mentions, digit groups, compounds, and last the single word with its
/// apostrophes and glued parts. What follows a word decides which rules are asked: mostly a space, which is none.
struct Repairer {
  private let classes = UnitClasses()
  private var addresses: [WebAddresses.Address] = []
  private var cutSegments: [Segmenter.Segment] = []

  /// Finds the pieces of a text. A piece that takes no position stands before its parts and shares the position of the
  /// first. Cuts `segments` where ICU's rules need it.
  mutating func pieces(
    of text: UnsafeBufferPointer<UInt16>, segments: inout [Segmenter.Segment], reusing pieces: inout [Piece]
  ) {
    WebAddresses.find(in: text, into: &addresses)
    ExtraBoundaries.cut(&segments, of: text, reusing: &cutSegments)
    var buffer: [Piece] = []
    swap(&buffer, &pieces)
    buffer.removeAll(keepingCapacity: true)
    var context = RepairContext(text: text, classes: classes, pieces: buffer)
    var address = 0
    var wholeUntil = 0
    var i = 0
    while i < segments.count {
      let segment = segments[i]
      while address < addresses.count, addresses[address].range.upperBound <= segment.start { address += 1 }
      if address < addresses.count, segment.end > addresses[address].range.lowerBound {
        let range = addresses[address].range
        if segment.start < range.lowerBound { emit(segment.start, range.lowerBound, segment.kind, in: &context) }
        if addresses[address].isEmail {
          EmailAddresses.split(range, in: &context)
        } else {
          WebAddresses.split(range, in: &context)
        }
        address += 1
        while i < segments.count, segments[i].end <= range.upperBound { i += 1 }
        if i < segments.count, segments[i].start < range.upperBound { segments[i].start = range.upperBound }
        continue
      }
      var start = segment.start
      var last = i
      if start >= wholeUntil, segment.kind == .letters || segment.kind == .number {
        (start, last) = emitWhole(from: i, in: segments, until: &wholeUntil, &context)
      }
      emit(start, segment.end, segment.kind, in: &context)
      i = last + 1
    }
    pieces = context.pieces
  }

  /// Emits what several segments make together, if anything, and what is elided before it.
  ///
  /// Returns where the first part starts, and the last segment that needs no further look. `until` is set to the end of
  /// the whole: inside it, no other whole is sought.
  private func emitWhole(
    from i: Int, in segments: [Segmenter.Segment], until: inout Int, _ context: inout RepairContext
  ) -> (start: Int, last: Int) {
    let segment = segments[i]
    let text = context.text
    Mentions.emit(segment.start, segment.end, in: &context)
    guard segment.end < text.count, text[segment.end] != 0x20 || segment.kind == .number else {
      return (segment.start, i)
    }
    if segment.kind == .number, let groups = Numbers.groups(from: i, in: segments, text) {
      Numbers.emitWhole(groups, startingAt: segment.start, in: &context)
      until = groups.end
      return (segment.start, i)
    }
    if let last = InclusiveWriting.lastSegment(from: i, in: segments, text) {
      let start = Elision.peel(segment.start, segment.end, in: &context)
      context.emit(start, segments[last].end, .whole)
      return (start, last)
    }
    if let run = Compounds.parts(from: i, in: segments, text) {
      let start = Elision.peel(segment.start, segment.end, in: &context)
      Compounds.emitWhole(run, startingAt: start, of: segments, in: &context)
      until = segments[run.upperBound].end
      return (start, i)
    }
    if let end = Initials.end(from: i, in: segments, text) ?? RaisedDigits.end(after: segment.end, text) {
      let start = Elision.peel(segment.start, segment.end, in: &context)
      context.emit(start, end, .whole)
      until = end
      return (start, i)
    }
    return (segment.start, i)
  }

  private func emit(_ start: Int, _ end: Int, _ kind: Segmenter.Kind, in context: inout RepairContext) {
    switch kind {
    case .letters: GluedWords.split(start, end, in: &context)
    case .number: Numbers.split(start, end, in: &context)
    case .ideographs: context.emit(start, end, .word)
    case .other:
      for i in start..<end where isCurrency(context.text[i]) { context.emit(i, i + 1, .symbol, keeping: .everything) }
    }
  }

  private func isCurrency(_ unit: UInt16) -> Bool {
    unit == 0x24 || (0xA2...0xA5).contains(unit) || (0x20A0...0x20CF).contains(unit)
  }
}
