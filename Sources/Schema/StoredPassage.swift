public import Debates
import Foundation

/// What a passage's document holds: the text as written and what an answer shows of it.
public struct StoredPassage: Codable, Sendable, Equatable {
  /// `debateId/kind/n`, or `debateId/comment/commentId`.
  public var id: String
  /// The debate's id.
  public var debate: String
  /// What it is of its debate.
  public var kind: PassageKind
  /// Who says or writes it.
  public var speaker: Person?
  /// `fr`, `en` or nil, the label that analysis gave.
  public var language: String?
  /// As written.
  public var text: String
  /// Pairs: the UTF-16 offset in the text, and the second of the recording at which it is said.
  public var cues: [Cue]?

  /// What is kept of `passage`, with the label that analysis gave it.
  public init(_ passage: Passage, language: String?) {
    id = passage.id
    debate = passage.debate
    kind = passage.kind
    speaker = passage.speaker
    self.language = language
    text = passage.text
    cues = passage.cues.isEmpty ? nil : passage.cues
  }

  /// The second at which the text at an offset is said; the passage's first second for an offset before all cues.
  public func second(at offset: Int) -> Double? {
    guard let cues, let first = cues.first else { return nil }
    return (cues.last { $0.offset <= offset } ?? first).start
  }
}
