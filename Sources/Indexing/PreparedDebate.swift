import Analysis
import Debates
import Foundation
import Schema
import Xapian

/// A debate ready to be written: everything that costs processor time is done.
struct PreparedDebate: Sendable {
  var id: String
  var audience: Audience
  var stored: StoredDebate
  var documents: [DocumentBuffer]
  /// Bytes of text, the measure by which batches are bounded.
  var textBytes: Int
}

extension PreparedDebate {
  /// Analyses a debate's passages.
  ///
  /// - Parameters:
  ///   - record: the canonical JSON to keep, of a debate that comes from feeds.
  ///   - gathered: the comments of feeds to keep, of a debate that does not.
  init(
    _ debate: Debate, passages: [Passage], hash: String, source: String, record: Data? = nil,
    gathered: String? = nil, with builder: DocumentBuilder
  ) throws {
    id = debate.id
    audience = Audience(debate.visibility)
    stored = StoredDebate(debate, passages: passages.count, source: source)
    stored.hash = hash
    stored.record = record.map { String(decoding: $0, as: UTF8.self) }
    stored.gathered = gathered
    documents = try builder.documents(of: passages, in: debate)
    textBytes = passages.reduce(0) { $0 + $1.text.utf8.count }
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

extension Debate {
  /// The hash of everything that indexing reads of a debate; nil when it cannot be encoded (a number that JSON has no
  /// form for), which counts as changed.
  func contentHash() -> String? {
    guard let json = try? canonicalJSON() else { return nil }
    var hash = ContentHash()
    hash.update(Array(json))
    return hash.hexadecimal
  }
}
