import Foundation
import Schema
import Xapian

extension IndexWriter {
  /// A class around a handle, since dictionaries hold only copyable values.
  private final class WriterBox {
    var writer: Writer
    init(_ writer: consuming Writer) { self.writer = writer }
  }

  /// Opens a database for writing. Xapian's own lock may be held for a moment by a process that was made while an
  /// earlier writer was open; that no other run is at work is known.
  private func openWriter(_ path: String) throws(XapianError) -> Writer {
    for _ in 0..<IndexWriter.maximumLockTries {
      do throws(XapianError) {
        return try Writer(path: path, mode: .openOrCreate)
      } catch {
        guard error.code == .locked else { throw error }
        Thread.sleep(forTimeInterval: IndexWriter.secondsBetweenLockTries)
      }
    }
    return try Writer(path: path, mode: .openOrCreate)
  }

  private static let maximumLockTries = 20
  private static let secondsBetweenLockTries = 0.05

  /// Makes the waiting changes in the databases in use, in one transaction each; a new index is made first.
  ///
  /// What leaves the public database leaves it first: a crash between the two commits may hide a debate until the
  /// next run, and never shows one to those who may not see it.
  func commitInPlace() throws {
    let generation = try self.generation ?? makeGeneration("generation-1")
    var writers: [Audience: WriterBox] = [:]
    func writer(_ audience: Audience) throws -> WriterBox {
      if let box = writers[audience] { return box }
      let path = layout.database(audience, in: generation)
      let box: WriterBox
      do throws(XapianError) {
        box = WriterBox(try openWriter(path))
      } catch  where error.code == .io {
        throw IndexError.cannotWrite(path, reason: error.message)
      }
      try box.writer.begin()
      writers[audience] = box
      return box
    }
    func set(_ changes: [StateChange], _ audience: Audience) throws {
      let box = try writer(audience)
      for change in changes { try box.writer.setMetadata(change.key, change.value) }
    }
    func remove(_ id: String, _ audience: Audience) throws {
      guard let stored = try committed(id, audience) else { return }
      try writer(audience).writer.delete(documentsWith: Terms.id(.debate, id))
      try set(stored.removal, audience)
    }
    try storage {
      if isFresh { try set(identity, .everyone) }
      for (id, change) in pending.inOrder {
        switch change {
        case .write(let debate):
          for audience in Audience.allCases where audience != debate.audience { try remove(id, audience) }
          let box = try writer(debate.audience)
          if try reader(debate.audience) != nil {
            for term in debate.replaces.terms(of: id) { try box.writer.delete(documentsWith: term) }
          }
          for document in debate.documents { _ = try box.writer.add(document) }
          try set(committed(id, debate.audience)?.removal(before: debate.stored) ?? [], debate.audience)
          try set(debate.state, debate.audience)
        case .remove:
          for audience in Audience.allCases { try remove(id, audience) }
        }
      }
      for audience in Audience.allCases { try writers[audience]?.writer.commit() }
    }
    if isFresh { try publish(generation) }
  }
}
