import Foundation
import Testing
import Xapian

@Suite struct ReaderTests {
  @Test func badPathsAreRefused() throws {
    let folder = try TemporaryFolder()
    try Data().write(to: folder.url.appending(component: "empty"))
    try Data("text".utf8).write(to: folder.url.appending(component: "file"))
    try FileManager.default.createDirectory(atPath: folder["folder"], withIntermediateDirectories: false)
    try build(folder["index"], [document("un")])
    #expect(code { _ = try Reader(path: folder["absent"]) } == .notFound)
    #expect(code { _ = try Reader(path: folder["folder"]) } == .notFound)
    // Xapian reads an empty file as a list of no databases: it opens, and is empty.
    #expect(code { _ = try Reader(path: folder["empty"]) } == .opening)
    #expect(code { _ = try Reader(path: folder["file"]) } == .opening)
    #expect(code { _ = try Reader(path: "") } == .invalidArgument)
    #expect(code { _ = try Reader(path: folder["index"] + "\0") } == .invalidArgument)
    #expect(code { _ = try Reader(paths: []) } == .invalidArgument)
    do {
      _ = try Reader(paths: [folder["index"], folder["absent"]])
      Issue.record("an absent index was opened")
    } catch {
      #expect(error.code == .notFound)
      #expect(error.context == folder["absent"])
      #expect(error.hint != nil)
    }
  }

  @Test func damagedAndForeignIndexesAreRefused() throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [document("un")])
    let version = URL(filePath: folder["index"]).appending(component: "iamglass")
    let good = try Data(contentsOf: version)
    try good.prefix(10).write(to: version)
    #expect(code { _ = try Reader(path: folder["index"]) } == .corrupt)
    // Two bytes of format version follow the magic of fourteen.
    var other = good
    other[15] ^= 0xFF
    try other.write(to: version)
    #expect(code { _ = try Reader(path: folder["index"]) } == .version)
    try good.write(to: version)
    let postings = URL(filePath: folder["index"]).appending(component: "postlist.glass")
    try Data(repeating: 0x55, count: 65_536).write(to: postings)
    let damaged = code { _ = try Reader(path: folder["index"]).documents(withTerm: "un") }
    #expect(damaged == .corrupt || damaged == .modified)
  }

  @Test func answersInTheOrderOfTheQuestion() throws {
    let folder = try TemporaryFolder()
    try build(
      folder["index"],
      (1...50).map { n in
        document("mot\(n % 5)", data: "données \(n)", values: n % 10 == 0 ? [:] : [3: "v\(n)", 4: ""])
      })
    let reader = try Reader(path: folder["index"])
    let wanted: [UInt32] = [40, 7, 7, 49, 1, 30]
    let data = try reader.data(of: wanted)
    #expect((0..<data.count).map(data.string(at:)) == wanted.map { "données \($0)" })
    let values = try reader.values(slot: 3, of: wanted + [51, 0])
    #expect((0..<values.count).map(values.string(at:)) == ["", "v7", "v7", "v49", "v1", "", "", ""])
    #expect(try reader.values(slot: 4, of: [1]).bytes.isEmpty)
    #expect(try reader.values(slot: 9, of: [1, 2]).count == 2)
    #expect(try reader.data(of: []) == ByteStrings())
    #expect(try reader.documents(withTerm: "mot0") == [5, 10, 15, 20, 25, 30, 35, 40, 45, 50])
    #expect(try reader.documents(withTerm: "absent") == [])
    #expect(code { _ = try reader.data(of: [1, 51]) } == .notFound)
    #expect(code { _ = try reader.data(of: [0]) } == .invalidArgument)
  }

  @Test func tellsWhatIsInside() throws {
    let folder = try TemporaryFolder()
    let writer = try Writer(path: folder["index"], mode: .create)
    let empty = try Reader(path: folder["index"])
    #expect(try empty.documentCount == 0)
    #expect(try empty.averageLength == 0)
    for words in ["école écolier", "école zoo", "a b c d"] { _ = try writer.add(document(words)) }
    try writer.setMetadata("a.1", [1])
    try writer.setMetadata("a.é", [2])
    try writer.setMetadata("b", [3])
    try writer.delete(documentsWith: "a")
    try writer.commit()
    let reader = try Reader(path: folder["index"])
    #expect(try reader.documentCount == 2)
    #expect(try reader.lastDocumentID == 3)
    #expect(try reader.averageLength == 2)
    #expect(try reader.revision > 0)
    #expect(try reader.uuid.count == 36)
    #expect(try reader.metadataKeys(prefix: "a.") == ["a.1", "a.é"])
    #expect(try reader.metadataKeys(prefix: "") == ["a.1", "a.é", "b"])
    #expect(try reader.metadata("absent") == nil)
    #expect(code { _ = try reader.metadata("") } == .invalidArgument)
    #expect(try reader.frequency(ofTerm: "école") == 2)
    #expect(try reader.frequency(ofTerm: [0xFF]) == 0)
    let terms = try reader.terms(prefix: "é", limit: 10)
    #expect(terms.map(\.term) == ["école", "écolier"])
    #expect(terms.map(\.frequency) == [2, 1])
    #expect(try reader.terms(prefix: "", limit: 1).map(\.term) == ["zoo"])
    #expect(try reader.terms(prefix: "", limit: -1).isEmpty)
  }

  @Test func severalAreOne() throws {
    let folder = try TemporaryFolder()
    try build(folder["a"], [document("un", data: "a1", values: [0: "va1"]), document("deux", data: "a2")])
    try build(folder["b"], [document("un", data: "b1"), document("un", data: "b2", values: [0: "vb2"])])
    let reader = try Reader(paths: [folder["a"], folder["b"]])
    #expect(try reader.documentCount == 4)
    let documents = try reader.documents(withTerm: "un")
    #expect(documents == [1, 2, 4])
    let data = try reader.data(of: documents)
    #expect((0..<data.count).map(data.string(at:)) == ["a1", "b1", "b2"])
    let values = try reader.values(slot: 0, of: [4, 3, 2, 1])
    #expect((0..<values.count).map(values.string(at:)) == ["vb2", "", "", "va1"])
    #expect(try reader.search(.term("un")).estimate == 3)
    #expect(code { _ = try reader.revision } == .invalidOperation)
    #expect(try reader.uuid.count == 73)
  }

  /// Two commits later, blocks that the reader knows are written anew.
  @Test func modifiedUnderTheReader() throws {
    let folder = try TemporaryFolder()
    let writer = try Writer(path: folder["index"], mode: .create)
    func commit() throws {
      for n in 0..<1_000 { _ = try writer.add(document("un deux mot\(n)", data: "données \(n)")) }
      try writer.commit()
    }
    try commit()
    let reader = try Reader(path: folder["index"])
    for _ in 0..<4 { try commit() }
    #expect(code { _ = try reader.data(of: Array(1...1_000)) } == .modified)
    #expect(try reader.reopen())
    #expect(try !reader.reopen())
    #expect(try reader.terms(prefix: "mot", limit: 2_000).count == 1_000)
    #expect(try reader.data(of: Array(1...5_000)).count == 5_000)
  }
}
