import Debates
import Foundation
public import Schema
import Xapian

/// What only an index knows: what feeds have told, and hold no more.
public struct Recollection: Codable, Sendable {
  /// A debate that comes from feeds as a whole, or the comments that feeds have told of one.
  public struct Entry: Codable, Sendable {
    /// With its `record` or with what was `gathered`.
    public var debate: StoredDebate
    /// Whose database it is in.
    public var audience: Audience
  }

  /// In the order of their ids.
  public var entries: [Entry]

  /// Reads an index, of whatever format as long as that can be understood. Damaged files may end the process.
  ///
  /// - Throws: `IndexError`, `XapianError`, `DecodingError`.
  public init(of path: String) throws {
    let layout = IndexLayout(root: path)
    guard let generation = try layout.generation() else { throw IndexError.notFound(path) }
    entries = []
    for audience in Audience.allCases where layout.has(audience, in: generation) {
      let reader = try Reader(path: layout.database(audience, in: generation))
      entries += try StoredDebate.all(in: reader).filter { $0.record != nil || $0.gathered != nil }
        .map { Entry(debate: $0, audience: audience) }
    }
  }
}

extension RunState {
  /// Writes what an earlier index remembers, for the run to go on from: debates of feeds as they were, and of the others
  /// what feeds have told of them, under their ids and with no passage.
  mutating func plant(_ recollection: Recollection) throws {
    let builder = try DocumentBuilder()
    for entry in recollection.entries {
      if let record = entry.debate.record {
        guard case .debate(let debate)? = try? RecordDecoder().decode(Data(record.utf8)).record else { continue }
        let content = try DebateContent(debate, record: Data(record.utf8))
        try writer.write(PreparedDebate(content, source: entry.debate.source, with: builder))
      } else {
        var stored = entry.debate
        stored.hash = ""
        stored.passages = 0
        try writer.write(PreparedDebate(stored, movedTo: stored.source, piece: nil, audience: entry.audience))
      }
    }
    try writer.commit()
  }

  /// Removes what was planted and has not become a debate: its source holds it no more.
  mutating func uproot(_ recollection: Recollection) throws {
    try commit()
    for entry in recollection.entries where entry.debate.record == nil {
      guard let known = try writer.stored(entry.debate.id), known.debate.hash.isEmpty else { continue }
      _ = try writer.remove(entry.debate.id)
    }
    try commit()
  }
}
