/// A stretch of the text that becomes one term, before folding. Offsets are UTF-16 code units of the text.
struct Piece {
  var start: Int
  var end: Int
  var form: Token.Form
  /// What folding keeps besides letters and digits.
  var keeping: Folder.Keeping
}

/// What the rules of repair see: the text, and the pieces found so far.
struct RepairContext {
  let text: UnsafeBufferPointer<UInt16>
  let classes: UnitClasses
  var pieces: [Piece]

  /// Adds a piece. A piece that takes no position (`Token.takesPosition`) comes before the part that it shares one with.
  @inline(__always)
  mutating func emit(_ start: Int, _ end: Int, _ form: Token.Form, keeping: Folder.Keeping = .letters) {
    if start < end { pieces.append(Piece(start: start, end: end, form: form, keeping: keeping)) }
  }
}
