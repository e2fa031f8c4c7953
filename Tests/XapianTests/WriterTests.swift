import CXapian
import Foundation
import Testing
import Xapian

@Suite struct WriterTests {
  @Test func modesSayWhatMayBeThere() throws {
    let folder = try TemporaryFolder()
    #expect(code { _ = try Writer(path: folder["index"], mode: .open) } == .notFound)
    #expect(!FileManager.default.fileExists(atPath: folder["index"]))
    #expect(code { try Writer(path: folder["index"], mode: .create).close() } == nil)
    #expect(code { _ = try Writer(path: folder["index"], mode: .create) } == .exists)
    #expect(code { try Writer(path: folder["index"], mode: .open).close() } == nil)
    #expect(code { try Writer(path: folder["index"], mode: .openOrCreate).close() } == nil)
    #expect(code { try Writer(path: folder["other"], mode: .openOrCreate).close() } == nil)
  }

  @Test(arguments: [Writer.Mode.create, .open, .openOrCreate])
  func badPathsAreRefused(mode: Writer.Mode) throws {
    let folder = try TemporaryFolder()
    try Data().write(to: folder.url.appending(component: "file"))
    #expect(code { _ = try Writer(path: "", mode: mode) } == .invalidArgument)
    #expect(code { _ = try Writer(path: folder["index"] + "\0x", mode: mode) } == .invalidArgument)
    #expect(code { _ = try Writer(path: folder["file"], mode: mode) } == .opening)
    #expect(code { _ = try Writer(path: folder["no"] + "/folder", mode: mode) } == (mode == .open ? .notFound : .io))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
  }

  /// Xapian itself would build anew over it.
  @Test(arguments: [Writer.Mode.create, .open, .openOrCreate])
  func aCorruptIndexIsNeverOverwritten(mode: Writer.Mode) throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [document("un")])
    let version = URL(filePath: folder["index"]).appending(component: "iamglass")
    let rubbish = Data("rubbish, and more rubbish than a version file has bytes to begin with".utf8)
    try rubbish.write(to: version)
    #expect(code { _ = try Writer(path: folder["index"], mode: mode) } == (mode == .create ? .exists : .corrupt))
    #expect(try Data(contentsOf: version) == rubbish)
  }

  /// The version file comes last; what ends before it leaves tables that were never a database.
  @Test(arguments: [Writer.Mode.create, .openOrCreate])
  func aCreationThatWasCutOffIsDoneAgain(mode: Writer.Mode) throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [document("un")])
    try FileManager.default.removeItem(atPath: folder["index"] + "/iamglass")
    try Data("half".utf8).write(to: URL(filePath: folder["index"] + "/v.tmp"))
    #expect(code { _ = try Writer(path: folder["index"], mode: .open) } == .notFound)
    let writer = try Writer(path: folder["index"], mode: mode)
    _ = try writer.add(document("deux"))
    try writer.commit()
    try writer.close()
    let reader = try Reader(path: folder["index"])
    #expect(try reader.documentCount == 1)
    #expect(try reader.frequency(ofTerm: "un") == 0)
  }

  @Test func aSecondWriterIsToldAtOnce() throws {
    let folder = try TemporaryFolder()
    let first = try Writer(path: folder["index"], mode: .create)
    let start = ContinuousClock.now
    #expect(code { _ = try Writer(path: folder["index"], mode: .open) } == .locked)
    #expect(ContinuousClock.now - start < .seconds(5))
    try first.close()
    #expect(code { try Writer(path: folder["index"], mode: .open).close() } == nil)
  }

  /// A lock file that cannot be opened is no lock that another holds.
  @Test(arguments: [Writer.Mode.open, .openOrCreate])
  func aLockThatCannotBeHadIsNotHeldByAnother(mode: Writer.Mode) throws {
    let folder = try TemporaryFolder()
    try Writer(path: folder["index"], mode: .create).close()
    try FileManager.default.removeItem(atPath: folder["index"] + "/flintlock")
    try FileManager.default.createDirectory(
      atPath: folder["index"] + "/flintlock", withIntermediateDirectories: false)
    #expect(code { _ = try Writer(path: folder["index"], mode: mode) } == .io)
  }

  @Test func aTransactionIsAllOrNothing() throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [document("deux")])
    let writer = try Writer(path: folder["index"], mode: .open)
    let reader = try Reader(path: folder["index"])
    try writer.begin()
    #expect(code { try writer.begin() } == .invalidOperation)
    // More than Xapian's own batch of 10,000 changes.
    for _ in 0..<10_001 { _ = try writer.add(document("un")) }
    #expect(try !reader.reopen())
    #expect(try writer.documentCount == 10_002)
    try writer.cancel()
    #expect(code { try writer.cancel() } == .invalidOperation)
    #expect(try writer.documentCount == 1)
    try writer.begin()
    #expect(try writer.add(document("deux")) == 2)
    try writer.setMetadata("key", [1, 0, 255])
    try writer.commit()
    #expect(try reader.reopen())
    #expect(try reader.documentCount == 2)
    #expect(try reader.metadata("key") == [1, 0, 255])
    #expect(try reader.frequency(ofTerm: "un") == 0)
  }

  @Test(arguments: [true, false], [true, false])
  func whatWasNotCommittedIsDropped(inTransaction: Bool, closing: Bool) throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [document("un")])
    func leave() throws {
      let writer = try Writer(path: folder["index"], mode: .open)
      if inTransaction { try writer.begin() }
      _ = try writer.add(document("deux"))
      try writer.setMetadata("key", [1])
      if closing { try writer.close() }
    }
    try leave()
    let reader = try Reader(path: folder["index"])
    #expect(try reader.documentCount == 1)
    #expect(try reader.metadata("key") == nil)
  }

  @Test func deletesByTerm() throws {
    let folder = try TemporaryFolder()
    let writer = try Writer(path: folder["index"], mode: .create)
    for words in ["Qa un", "Qb un", "Qa deux"] { _ = try writer.add(document(words)) }
    try writer.delete(documentsWith: "Qa")
    try writer.delete(documentsWith: "absent")
    #expect(try writer.documentCount == 1)
    #expect(code { try writer.delete(documentsWith: "") } == .invalidArgument)
    #expect(code { try writer.delete(documentsWith: String(repeating: "x", count: 246)) } == .invalidArgument)
    try writer.commit()
    #expect(try Reader(path: folder["index"]).documents(withTerm: "un") == [2])
  }

  @Test func metadataComesBackAndGoes() throws {
    let folder = try TemporaryFolder()
    let writer = try Writer(path: folder["index"], mode: .create)
    let longest = String(repeating: "k", count: 245)
    try writer.setMetadata(longest, [7])
    #expect(try writer.metadata(longest) == [7])
    try writer.setMetadata(longest, [])
    #expect(try writer.metadata(longest) == nil)
    #expect(code { try writer.setMetadata("", [7]) } == .invalidArgument)
    #expect(code { try writer.setMetadata(longest + "k", [7]) } == .invalidArgument)
    #expect(code { _ = try writer.metadata("") } == .invalidArgument)
    #expect(code { try writer.setMetadata("k", [UInt8](repeating: 0, count: 67_108_865)) } == .invalidArgument)
  }

  /// Xapian itself finds out when the batch is written, and throws the whole of it away.
  @Test func aRefusedDocumentHarmsNoOther() throws {
    func term(_ bytes: [UInt8]) -> DocumentBuffer {
      var document = DocumentBuffer()
      document.addTerm(bytes, withinDocumentFrequency: 1)
      return document
    }
    var value = DocumentBuffer()
    value.addValue(slot: .max, [1])
    var large = DocumentBuffer()
    large.data = [UInt8](repeating: 32, count: 67_108_865)
    let refused = [
      term([]), term([UInt8](repeating: 120, count: 246)), term([UInt8](repeating: 0, count: 123)), value, large,
    ]
    let accepted = [term([UInt8](repeating: 120, count: 245)), term([UInt8](repeating: 0, count: 122))]

    let folder = try TemporaryFolder()
    let writer = try Writer(path: folder["index"], mode: .create)
    try writer.begin()
    for good in accepted { _ = try writer.add(good) }
    for (index, bad) in refused.enumerated() {
      #expect(code { _ = try writer.add(bad) } == .invalidArgument, "\(index)")
    }
    _ = try writer.add(document("un"))
    try writer.commit()
    #expect(try Reader(path: folder["index"]).documentCount == 3)
  }

  @Test func refusalNamesTheTerm() throws {
    let folder = try TemporaryFolder()
    let writer = try Writer(path: folder["index"], mode: .create)
    do {
      _ = try writer.add(document("anticonstitutionnellement" + String(repeating: "x", count: 300)))
      Issue.record("an overlong term was accepted")
    } catch {
      #expect(error.message == "a term of more than 245 bytes: anticonstitutionnellementxxxxxxxxxxxxxxx...")
      #expect(error.context == folder["index"])
    }
  }

  /// A commit after a failed one would succeed in Xapian, without the changes.
  @Test func afterAFailedChangeTheWriterIsNoMore() throws {
    let folder = try TemporaryFolder()
    let writer = try Writer(path: folder["index"], mode: .create)
    try writer.begin()
    _ = try writer.add(document("un"))
    try FileManager.default.removeItem(atPath: folder["index"])
    #expect(code { try writer.commit() } == .opening)
    #expect(code { try writer.commit() } == .invalidOperation)
    #expect(code { _ = try writer.add(document("un")) } == .invalidOperation)
    #expect(code { try writer.delete(documentsWith: "un") } == .invalidOperation)
    #expect(code { try writer.setMetadata("k", [1]) } == .invalidOperation)
    #expect(code { try writer.begin() } == .invalidOperation)
    #expect(code { try writer.cancel() } == nil)
  }

  #if DEBUG
    /// Xapian renames its version file into place and leaves the folder unsynced; we sync the folder after that, or a
    /// power cut may undo the rename. The inode numbers are those that the sync saw.
    @Test(arguments: [true, false])
    func aCommitSyncsTheFolderAfterTheRename(inTransaction: Bool) throws {
      let folder = try TemporaryFolder()
      let writer = try Writer(path: folder["index"], mode: .create)
      let start = cxapian_last_sync().count
      for round in 1...3 {
        if inTransaction { try writer.begin() }
        _ = try writer.add(document("un"))
        #expect(cxapian_last_sync().count == start + UInt64(round - 1))
        try writer.commit()
        let sync = cxapian_last_sync()
        #expect(sync.count == start + UInt64(round))
        #expect(try sync.folder == inode(folder["index"]))
        #expect(try sync.version_file == inode(folder["index"] + "/iamglass"))
      }
      try writer.begin()
      try writer.cancel()
      #expect(cxapian_last_sync().count == start + 3)
    }

    private func inode(_ path: String) throws -> UInt64 {
      try #require(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64)
    }
  #endif

  @Test func nothingStaysOpen() throws {
    let folder = try TemporaryFolder()
    for _ in 0..<3 {
      let writer = try Writer(path: folder["index"], mode: .openOrCreate)
      _ = try writer.add(document("un"))
      try writer.commit()
      let reader = try Reader(path: folder["index"])
      #expect(try reader.documentCount > 0)
      #expect(try folder.openFiles() > 0)
    }
    #expect(try folder.openFiles() == 0)
  }
}
