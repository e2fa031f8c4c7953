import Analysis
import Debates
import Foundation
import Schema
import Xapian

/// A debate ready to be written: everything that costs processor time is done.
///
/// Of a debate that the index holds already, only the passages that are new or changed are in it.
struct PreparedDebate: Sendable {
  /// Which of the documents that the index holds of the debate go.
  enum Replaces: Sendable {
    case everything
    /// Those of these passages.
    case passages([String])

    /// The terms that find them.
    func terms(of debate: String) -> [String] {
      switch self {
      case .everything: [Terms.id(.debate, debate)]
      case .passages(let ids): ids.map { Terms.id(.passage, $0) }
      }
    }
  }

  let id: String
  let audience: Audience
  var stored: StoredDebate
  let digests: PassageDigests?
  let documents: [DocumentBuffer]
  let replaces: Replaces
  /// Bytes of text, the measure by which batches are bounded.
  let textBytes: Int
  /// What is to be kept besides the documents, as it is stored.
  private(set) var state: [StateChange] = []
}

extension PreparedDebate {
  /// Analyses a debate's passages, those of them that the index does not hold as they are.
  ///
  /// - Parameters:
  ///   - earlier: what the index holds of the debate, for the same audience; nil to replace everything.
  init(
    _ content: DebateContent, source: String, piece: String? = nil, earlier: KnownDebates.Knowledge? = nil,
    with builder: DocumentBuilder
  ) throws {
    let debate = content.debate
    id = debate.id
    audience = Audience(debate.visibility)
    var stored = content.stored
    stored.source = source
    stored.hash = content.hash
    stored.piece = piece
    var digests = content.digests
    let kept = earlier?.digests.map { digests.takeLengths(from: $0) } ?? []
    var built = try builder.documents(of: content.passages, in: debate, except: kept, lengths: &digests)
    if let old = earlier?.digests, old.debateLength == digests.debateLength {
      replaces = .passages(old.ids(notIn: digests, at: kept, of: debate.id))
      documents = built.documents
      textBytes = built.passages.reduce(0) { $0 + $1.text.utf8.count }
    } else {
      // The length of the debate stands in every document.
      if !kept.isEmpty {
        built = try builder.documents(of: content.passages, in: debate, except: [], lengths: &digests)
      }
      replaces = .everything
      documents = built.documents
      textBytes = content.passages.reduce(0) { $0 + $1.text.utf8.count }
    }
    self.stored = stored
    self.digests = digests
    try encodeState()
  }

  /// A debate of which nothing changes but where it comes from.
  init(_ stored: StoredDebate, movedTo source: String, piece: String?, audience: Audience) throws {
    id = stored.id
    self.audience = audience
    self.stored = stored
    self.stored.source = source
    self.stored.piece = piece
    digests = nil
    documents = []
    replaces = .passages([])
    textBytes = 0
    try encodeState()
  }

  /// Brings the state up to what is stored.
  mutating func encodeState() throws {
    state = [StateChange(key: StateKey.debate(id), value: try StoredJSON.sealed(stored))]
    if let digests { state.append(StateChange(key: StateKey.digests(id), sealing: digests.encoded)) }
    if let piece = stored.piece {
      state.append(StateChange(key: StateKey.piece(piece), sealing: KnownPiece(id: id, source: stored.source).encoded))
    }
  }

  /// As it goes into a segment.
  var entry: SegmentEntry {
    SegmentEntry(audience: audience, documents: documents, state: state, textBytes: textBytes)
  }
}

extension StoredDebate {
  /// What goes with the debate.
  var removal: [StateChange] {
    [StateKey.debate(id), StateKey.digests(id)].map { StateChange(key: $0, value: []) } + removal(before: nil)
  }

  /// What goes when the debate is written again, as `later`.
  func removal(before later: StoredDebate?) -> [StateChange] {
    guard let piece, piece != later?.piece else { return [] }
    return [StateChange(key: StateKey.piece(piece), value: [])]
  }
}

extension Audience {
  init(_ visibility: Visibility) {
    switch visibility {
    case .public: self = .everyone
    case .members: self = .members
    }
  }
}
