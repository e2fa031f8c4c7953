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

/// What the index knows of a debate besides its passages.
public struct StoredDebate: Codable, Sendable, Equatable {
  public var id: String
  public var title: String
  public var url: String?
  public var date: String?
  public var language: String?
  public var category: String?
  public var format: String?
  public var location: String?
  public var expertises: [String]
  public var passages: Int
  /// The file it was read from.
  public var source: String
  /// The content hash of everything that was indexed of it.
  public var hash: String

  public init(_ debate: Debate, passages: Int, source: String) {
    id = debate.id
    title = debate.title
    url = debate.url
    date = debate.date?.text
    language = debate.language
    category = debate.category
    format = debate.format
    location = debate.location
    expertises = debate.expertises
    self.passages = passages
    self.source = source
    hash = ""
  }
}

/// JSON as it is stored: keys sorted, so that equal content is equal bytes.
public enum StoredJSON {
  public static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  public static func decode<Value: Decodable>(_ type: Value.Type, from bytes: some Collection<UInt8>) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}
