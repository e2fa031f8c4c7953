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

  @Test func whatIsThereIsNeverOverwritten() throws {
    let folder = try Self.folder()
    #expect(code { try Compaction.join([folder["b"]], to: folder["a"], isDurable: true) } == .exists)
    #expect(code { try Compaction.join([folder["a"]], to: folder["a"], isDurable: true) } == .exists)
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
