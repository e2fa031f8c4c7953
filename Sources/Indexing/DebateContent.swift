import Debates
import Foundation
import Schema

/// A debate with everything that the index is to hold of it, and the hash of that.
struct DebateContent: Sendable {
  let debate: Debate
  let passages: [Passage]
  let digests: PassageDigests
  let stored: StoredDebate
  /// Equal for two debates of which the index would hold the same, wherever they come from.
  let hash: String

  /// - Parameters:
  ///   - record: the canonical JSON to keep, of a debate that comes from feeds.
  ///   - gathered: the comments of feeds to keep, of a debate that does not.
  /// - Throws: `EncodingError`, for a number that JSON has no form for.
  init(_ debate: Debate, record: Data? = nil, gathered: String? = nil) throws {
    self.debate = debate
    passages = debate.passages()
    digests = PassageDigests(of: passages, in: debate)
    var stored = StoredDebate(debate, passages: passages.count, source: "")
    stored.record = record.map { String(decoding: $0, as: UTF8.self) }
    stored.gathered = gathered
    self.stored = stored
    var hash = ContentHash()
    hash.update(try StoredJSON.encode(stored))
    hash.update([UInt8(debate.visibility == .members ? 1 : 0)])
    hash.update(digests.encoded)
    self.hash = hash.hexadecimal
  }
}
