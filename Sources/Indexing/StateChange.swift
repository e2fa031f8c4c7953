import Schema
import Xapian

/// A key of a database's metadata and what it is to hold; nothing, to remove it.
struct StateChange: Sendable {
  var key: String
  var value: [UInt8]

  init(key: String, value: [UInt8]) {
    self.key = key
    self.value = value
  }

  /// Holds bytes with their checksum.
  init(key: String, sealing bytes: [UInt8]) {
    self.init(key: key, value: StoredBytes.sealed(bytes, under: key))
  }
}

/// What goes into a segment.
struct SegmentEntry: Sendable {
  var audience: Audience
  var documents: [DocumentBuffer] = []
  var state: [StateChange] = []
  /// Bytes of text of the documents.
  var textBytes = 0
}

/// The debate that a piece of a source became, and the source.
struct KnownPiece: Sendable, Equatable {
  var id: String
  /// The file, absolute.
  var source: String

  /// Neither an id nor a path holds a zero byte.
  var encoded: [UInt8] { Array(source.utf8) + [0] + Array(id.utf8) }

  init(id: String, source: String) {
    self.id = id
    self.source = source
  }

  /// Nil when the bytes are none of these.
  init?(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0, maxSplits: 1)
    guard parts.count == 2 else { return nil }
    source = String(decoding: parts[0], as: UTF8.self)
    id = String(decoding: parts[1], as: UTF8.self)
  }
}
