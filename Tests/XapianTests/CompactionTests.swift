import Foundation
import Testing
import Xapian

@Suite struct CompactionTests {
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try build(folder["a"], [document("un", data: "1"), document("deux", data: "2")])
    try build(folder["b"], [document("un trois", data: "3")])
    return folder
  }

  @Test(arguments: [true, false]) func joinsInOrder(isDurable: Bool) throws {
    let folder = try Self.folder()
    try Compaction.join([folder["b"], folder["a"]], to: folder["joined"], isDurable: isDurable)
    let reader = try Reader(path: folder["joined"])
    #expect(try reader.documentCount == 3)
    #expect(try reader.frequency(ofTerm: "un") == 2)
    let data = try reader.data(of: [1, 2, 3])
    #expect((0..<3).map { data.string(at: $0) } == ["3", "1", "2"])
    // What was joined stays.
    #expect(try Reader(path: folder["a"]).documentCount == 2)
  }

  @Test func scratchSegmentsJoin() throws {
    let folder = try TemporaryFolder()
    for number in 0..<3 {
      let writer = try Writer(path: folder["s\(number)"], mode: .scratch)
      _ = try writer.add(document("mot", data: "\(number)"))
      try writer.setMetadata("key\(number)", [1])
      try writer.setMetadata("same", [UInt8(number + 1)])
      try writer.commit()
      try writer.close()
    }
    try Compaction.join((0..<3).map { folder["s\($0)"] }, to: folder["joined"], isDurable: true)
    let reader = try Reader(path: folder["joined"])
    #expect(try reader.frequency(ofTerm: "mot") == 3)
    #expect(try reader.metadataKeys(prefix: "").sorted() == ["key0", "key1", "key2", "same"])
    #expect(try reader.metadata("same") == [1])
  }

  @Test func whatIsThereIsNeverOverwritten() throws {
    let folder = try Self.folder()
    #expect(code { try Compaction.join([folder["b"]], to: folder["a"], isDurable: true) } == .exists)
    #expect(code { try Compaction.join([folder["a"]], to: folder["a"], isDurable: true) } == .exists)
    #expect(code { _ = try Writer(path: folder["a"], mode: .scratch) } == .exists)
    #expect(try Reader(path: folder["a"]).documentCount == 2)
  }

  @Test func badPathsAreRefused() throws {
    let folder = try Self.folder()
    #expect(code { try Compaction.join([], to: folder["joined"], isDurable: true) } == .invalidArgument)
    #expect(code { try Compaction.join([""], to: folder["joined"], isDurable: true) } == .invalidArgument)
    #expect(code { try Compaction.join([folder["a"]], to: "", isDurable: true) } == .invalidArgument)
    #expect(
      code { try Compaction.join([folder["a"], folder["no"]], to: folder["joined"], isDurable: true) } == .notFound)
    #expect(!FileManager.default.fileExists(atPath: folder["joined"]))
  }
}
