public import Debates
import Foundation

/// What a passage's document holds: the text as written and what an answer shows of it.
public struct StoredPassage: Codable, Sendable, Equatable {
  public var id: String
  public var debate: String
  public var kind: PassageKind
  public var speaker: Person?
  /// As ISO 8601, when it differs from the debate's.
  public var date: String?
  /// `fr`, `en` or nil, the label that analysis gave.
  public var language: String?
  public var text: String
  /// Pairs: the UTF-16 offset in the text, and the second of the recording at which it is said.
  public var cues: [Cue]?

  public init(_ passage: Passage, language: String?) {
    id = passage.id
    debate = passage.debate
    kind = passage.kind
    speaker = passage.speaker
    date = passage.date?.text
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
