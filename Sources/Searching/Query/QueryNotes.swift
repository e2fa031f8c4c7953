/// Gathers the notes of a query, in the order of its text.
struct QueryNotes {
  private let text: QueryText
  private var notes: [(place: Int, note: QueryNote)] = []
  private var isFull = false

  init(_ text: QueryText) { self.text = text }

  /// Says once what was made of a piece.
  mutating func add(_ piece: Range<Int>, _ message: String) {
    add(piece, at: piece.lowerBound, message)
  }

  /// Says what was made of the whole text.
  mutating func addOfAll(_ message: String) { add(0..<text.count, at: text.count, message) }

  private mutating func add(_ piece: Range<Int>, at place: Int, _ message: String) {
    let end = min(piece.upperBound, piece.lowerBound + QueryBounds.maximumNoteCharacters)
    let shown = text.string(piece.lowerBound..<end) + (end < piece.upperBound ? "…" : "")
    let note = QueryNote(text: shown, message: message)
    guard !notes.contains(where: { $0.note == note }) else { return }
    guard notes.count < QueryBounds.maximumNotes - 1 else {
      isFull = true
      return
    }
    notes.append((place, note))
  }

  /// Those found, the first of the text first.
  var inOrder: [QueryNote] {
    let sorted = notes.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
    let rest = QueryNote(text: "…", message: "more was understood otherwise than it is written")
    return sorted.map(\.element.note) + (isFull ? [rest] : [])
  }
}
