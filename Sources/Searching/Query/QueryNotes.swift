/// Gathers the notes of a query, in the order of its text.
struct QueryNotes {
  private var notes: [(place: Int, note: QueryNote)] = []
  private var isFull = false

  /// Says once what was made of a piece.
  mutating func add(_ text: String, at place: Int, _ message: String) {
    let isLong = text.count > QueryBounds.maximumNoteCharacters
    let shown = isLong ? text.prefix(QueryBounds.maximumNoteCharacters) + "…" : text[...]
    let note = QueryNote(text: String(shown), message: message)
    guard !notes.contains(where: { $0.note == note }) else { return }
    guard notes.count < QueryBounds.maximumNotes - 1 else {
      isFull = true
      return
    }
    notes.append((place, note))
  }

  /// What there is to say of one piece.
  struct Pieces {
    let piece: String
    let place: Int
    fileprivate var messages: [String] = []

    init(piece: String, place: Int) {
      self.piece = piece
      self.place = place
    }

    mutating func say(_ message: String) { messages.append(message) }
  }

  mutating func add(_ pieces: Pieces) {
    for message in pieces.messages { add(pieces.piece, at: pieces.place, message) }
  }

  /// Those found, the first of the text first.
  var inOrder: [QueryNote] {
    let sorted = notes.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
    let rest = QueryNote(text: "…", message: "more was understood otherwise than it is written")
    return sorted.map(\.element.note) + (isFull ? [rest] : [])
  }
}
