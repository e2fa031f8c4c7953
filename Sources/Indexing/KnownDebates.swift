import Debates
import Foundation
import Schema
import Xapian

/// The databases that a run finds, so that its threads agree on them while the writer makes new ones.
struct IndexBase: Sendable {
  var layout: IndexLayout
  var generation: String
  var audiences: [Audience]
}

/// Asks the index, as it was when the run began or later, what it knows of a debate. Belongs to one thread.
///
/// An answer may be out of date by what this very run has written; the writer knows that part itself.
final class KnownDebates {
  /// What is known of a debate, per audience.
  struct Knowledge: Sendable {
    var hash: String
    var audience: Audience
    /// The file it was read from.
    var source: String
    /// Comments of feeds that earlier runs have joined to it.
    var gathered: [Comment]
    /// Of its passages, when they are asked for.
    var digests: PassageDigests?
  }

  private let root: String
  private var readers: [(audience: Audience, reader: ReaderBox)] = []

  /// A class around a handle, since arrays hold only copyable values.
  private final class ReaderBox {
    var reader: Reader
    init(_ path: String) throws(XapianError) { reader = try Reader(path: path) }
  }

  init(_ base: IndexBase) throws(XapianError) {
    root = base.layout.root
    for audience in base.audiences {
      readers.append((audience, try ReaderBox(base.layout.database(audience, in: base.generation))))
    }
  }

  /// Every audience's database that holds the debate, with its content hash.
  func knowledge(of id: String) throws -> [Knowledge] {
    var found: [Knowledge] = []
    for (audience, box) in readers {
      guard let json = try metadata(StateKey.debate(id), box) else { continue }
      guard let stored = try? StoredJSON.decode(StoredDebate.self, from: json) else {
        throw IndexError.corrupt(root, what: "what is stored of debate \"\(id)\"")
      }
      if stored.id == id {
        found.append(
          Knowledge(
            hash: stored.hash, audience: audience, source: stored.source,
            gathered: GatheredComments.comments(in: stored.gathered)))
      }
    }
    return found
  }

  /// The same with the digests of its passages.
  func withDigests(_ knowledge: Knowledge, of id: String) throws -> Knowledge {
    var knowledge = knowledge
    for (audience, box) in readers where audience == knowledge.audience {
      knowledge.digests = try bytes(StateKey.digests(id), box).flatMap { PassageDigests($0) }
    }
    return knowledge
  }

  /// What a piece of a source became, when that is what the index holds.
  func piece(_ hash: String) throws -> KnownPiece? {
    for (audience, box) in readers {
      guard let value = try bytes(StateKey.piece(hash), box), let piece = KnownPiece(value) else { continue }
      // A run that ended between its two commits may have left the debate with both audiences.
      for (other, box) in readers where other != audience {
        if try metadata(StateKey.debate(piece.id), box) != nil { return nil }
      }
      return piece
    }
    return nil
  }

  /// Nil for what is not as it was written, too: all of it can be found out anew.
  private func bytes(_ key: String, _ box: ReaderBox) throws(XapianError) -> [UInt8]? {
    try metadata(key, box).flatMap { StoredBytes.opened($0, under: key) }
  }

  private func metadata(_ key: String, _ box: ReaderBox) throws(XapianError) -> [UInt8]? {
    for _ in 0..<3 {
      do throws(XapianError) {
        return try box.reader.metadata(key)
      } catch  where error.code == .modified {
        // This run's own commits have moved the revision on, and a generation of its own may have taken the place of
        // this one: what cannot be asked for any more is written anew as a whole.
        do throws(XapianError) {
          _ = try box.reader.reopen()
        } catch  where error.code == .notFound || error.code == .opening {
          return nil
        }
      }
    }
    return try box.reader.metadata(key)
  }
}
