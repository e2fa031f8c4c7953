import Foundation
import Schema
import Xapian

/// Asks the index, as it was when the run began or later, what it knows of a debate. Belongs to one thread.
///
/// An answer may be out of date by what this very run has written; the writer knows that part itself.
final class KnownDebates {
  /// What is known of a debate, per audience.
  struct Knowledge: Sendable {
    var hash: String
    var audience: Audience
  }

  private var readers: [(audience: Audience, reader: ReaderBox)] = []

  /// A class around a handle, since arrays hold only copyable values.
  private final class ReaderBox {
    var reader: Reader
    init(_ path: String) throws(XapianError) { reader = try Reader(path: path) }
  }

  init(_ layout: IndexLayout, generation: String) throws(XapianError) {
    for audience in Audience.allCases where layout.has(audience, in: generation) {
      readers.append((audience, try ReaderBox(layout.database(audience, in: generation))))
    }
  }

  /// Every audience's database that holds the debate, with its content hash.
  func knowledge(of id: String) throws -> [Knowledge] {
    var found: [Knowledge] = []
    for (audience, box) in readers {
      guard let json = try metadata(StateKey.debate(id), box) else { continue }
      let stored = try StoredJSON.decode(StoredDebate.self, from: json)
      if stored.id == id { found.append(Knowledge(hash: stored.hash, audience: audience)) }
    }
    return found
  }

  private func metadata(_ key: String, _ box: ReaderBox) throws(XapianError) -> [UInt8]? {
    do throws(XapianError) {
      return try box.reader.metadata(key)
    } catch where error.code == .modified {
      // This run's own commits have moved the revision on.
      _ = try box.reader.reopen()
      return try box.reader.metadata(key)
    }
  }
}
