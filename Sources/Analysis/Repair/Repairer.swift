/// From word segments to pieces: the second stage of analysis, between segmentation and folding.
///
/// One pass over the segments. Each rule that may apply to a segment is asked in an order that matters: web addresses
/// first (they hold everything else), then mentions, digit groups, compounds, and last the single word with its
/// apostrophes and glued parts.
struct Repairer {
  private var addresses: [Range<Int>] = []

  /// Finds the pieces of a text. A piece of form `.whole` or `.host` stands before its parts and shares the position
  /// of the first.
  mutating func pieces(
    of text: UnsafeBufferPointer<UInt16>, segments: [Segmenter.Segment], reusing pieces: inout [Piece]
  ) {
    WebAddresses.find(in: text, into: &addresses)
    var buffer: [Piece] = []
    swap(&buffer, &pieces)
    buffer.removeAll(keepingCapacity: true)
    var context = RepairContext(text: text, pieces: buffer)
    var address = 0
    var wholeUntil = 0
    var i = 0
    while i < segments.count {
      var segment = segments[i]
      while address < addresses.count, addresses[address].upperBound <= segment.start { address += 1 }
      if address < addresses.count, segment.end > addresses[address].lowerBound {
        let range = addresses[address]
        if segment.start < range.lowerBound {
          emit(Segmenter.Segment(start: segment.start, end: range.lowerBound, kind: segment.kind), in: &context)
        }
        WebAddresses.split(range, in: &context)
        address += 1
        while i < segments.count, segments[i].end <= range.upperBound { i += 1 }
        if i < segments.count, segments[i].start < range.upperBound {
          segment = segments[i]
          emit(Segmenter.Segment(start: range.upperBound, end: segment.end, kind: segment.kind), in: &context)
          i += 1
        }
        continue
      }
      if segment.start >= wholeUntil { wholeUntil = emitWhole(from: i, in: segments, &context) }
      emit(segment, in: &context)
      i += 1
    }
    pieces = context.pieces
  }

  /// Emits what several segments make together, if anything. Returns where that ends.
  private func emitWhole(from i: Int, in segments: [Segmenter.Segment], _ context: inout RepairContext) -> Int {
    let segment = segments[i]
    let text = context.text
    switch segment.kind {
    case .number:
      if let run = Numbers.groups(from: i, in: segments, text) {
        context.emit(segment.start, segments[run.upperBound].end, .whole)
        return segments[run.upperBound].end
      }
      fallthrough
    case .letters:
      if segment.start > 0, isSigil(text[segment.start - 1]),
        segment.start == 1 || !isWordUnit(text[segment.start - 2])
      {
        context.emit(segment.start - 1, segment.end, .mention)
      }
      if let run = Compounds.parts(from: i, in: segments, text) {
        var start = segment.start
        for mark in segment.start..<segment.end where isApostrophe(text[mark]) { start = mark + 1 }
        Compounds.emitWhole(run, startingAt: start, of: segments, in: &context)
        return segments[run.upperBound].end
      }
    case .ideographs, .other: break
    }
    return segment.end
  }

  private func emit(_ segment: Segmenter.Segment, in context: inout RepairContext) {
    switch segment.kind {
    case .letters: emitWord(segment.start, segment.end, in: &context)
    case .number: Numbers.split(segment.start, segment.end, in: &context)
    case .ideographs: context.emit(segment.start, segment.end, .word)
    case .other:
      for i in segment.start..<segment.end where isCurrency(context.text[i]) { context.emit(i, i + 1, .symbol) }
    }
  }

  private func emitWord(_ start: Int, _ end: Int, in context: inout RepairContext) {
    let hasApostrophe = (start..<end).contains { isApostrophe(context.text[$0]) }
    if hasApostrophe {
      Elision.split(start, end, in: &context) { GluedWords.split($0, $1, in: &$2) }
    } else {
      GluedWords.split(start, end, in: &context)
    }
  }

  private func isSigil(_ unit: UInt16) -> Bool { unit == 0x40 || unit == 0x23 }

  private func isWordUnit(_ unit: UInt16) -> Bool { LatinCase.isLetter(unit) || isDigit(unit) }

  private func isCurrency(_ unit: UInt16) -> Bool {
    unit == 0x24 || (0xA2...0xA5).contains(unit) || (0x20A0...0x20CF).contains(unit)
  }
}
