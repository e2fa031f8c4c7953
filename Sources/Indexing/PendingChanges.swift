import Schema

/// What a run is to change, debate by debate: of two changes to one debate the last counts.
struct PendingChanges {
  enum Change {
    case write(PreparedDebate)
    case remove
  }

  private var changes: [String: Change] = [:]
  private var order: [String] = []
  /// Bytes of text that are written, and what goes with each passage written or removed.
  private(set) var bytes = 0

  /// What a passage costs in memory besides its text: its labels and the changes to their lists.
  private static let bytesPerPassage = 512

  var isEmpty: Bool { changes.isEmpty }

  subscript(id: String) -> Change? { changes[id] }

  /// In the order in which the debates were first changed.
  var inOrder: [(id: String, change: Change)] {
    order.compactMap { id in changes[id].map { (id, $0) } }
  }

  mutating func write(_ debate: PreparedDebate) {
    set(.write(debate), of: debate.id)
    bytes += debate.textBytes + debate.documents.count * PendingChanges.bytesPerPassage
  }

  mutating func remove(_ id: String, passages: Int) {
    set(.remove, of: id)
    bytes += passages * PendingChanges.bytesPerPassage
  }

  /// Gives a debate that is to be written another source. Returns false when there is none.
  mutating func setSource(_ source: String, piece: String?, of id: String) throws -> Bool {
    guard case .write(var debate)? = changes[id] else { return false }
    debate.stored.source = source
    debate.stored.piece = piece
    try debate.encodeState()
    changes[id] = .write(debate)
    return true
  }

  private mutating func set(_ change: Change, of id: String) {
    if changes.updateValue(change, forKey: id) == nil { order.append(id) }
  }
}
