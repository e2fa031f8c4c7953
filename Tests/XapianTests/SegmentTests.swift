import Foundation
import Testing
import Xapian

/// A database built of segments holds what a writer would have written, to the last position.
@Suite(.enabled(if: Segment.isSupported, "this Xapian has another format")) struct SegmentTests {
  /// Documents from a seed: many short words, a few rare ones, one in all of them, odd bytes, long data.
  private static func documents(_ count: Int, seed: UInt64) -> [DocumentBuffer] {
    var random = SplitMix64(state: seed)
    return (0..<count).map { number in
      var document = DocumentBuffer()
      let size = number % 50 == 49 ? 20_000 : Int(random.next() % 400)
      document.data = (0..<size).map { _ in UInt8(truncatingIfNeeded: random.next() % 20 + 97) }
      var position: UInt32 = 0
      var places: [String: [UInt32]] = [:]
      for _ in 0..<(random.next() % 120) {
        position += UInt32(random.next() % 3) + 1
        let rank = min(random.next() % 3000, random.next() % 3000)
        places["mot\(rank)é", default: []].append(position)
      }
      for (word, positions) in places {
        document.addTerm(word, withinDocumentFrequency: UInt32(positions.count), positions: positions)
      }
      document.addTerm("Kall", withinDocumentFrequency: 0)
      document.addTerm("Q\(number)", withinDocumentFrequency: 0)
      document.addTerm(
        [0, 7, UInt8(number % 5), 0], withinDocumentFrequency: 200, positions: [1, 70_000, 4_000_000_000])
      if number % 3 == 0 { document.addTerm(String(repeating: "x", count: 240), withinDocumentFrequency: 1) }
      // Added twice: one term.
      document.addTerm("deux", withinDocumentFrequency: 1, positions: [9])
      document.addTerm("deux", withinDocumentFrequency: 2, positions: [2, 9])
      document.addValue(slot: 0, Array("v\(number % 7)".utf8))
      if number % 4 == 1 { document.addValue(slot: 300, Array("\(number)".utf8)) }
      if number % 9 == 2 { document.addValue(slot: 2, [UInt8](repeating: 65, count: 3000)) }
      return document
    }
  }

  private static func metadata(_ count: Int) -> [(String, [UInt8])] {
    (0..<count).map {
      ("debate/\($0)", Array("\($0) ".utf8) + [UInt8](repeating: UInt8($0 % 250), count: $0 % 30 * 300))
    }
  }

  private static func write(
    _ documents: [DocumentBuffer], _ metadata: [(String, [UInt8])], to path: String
  ) throws {
    let writer = try Writer(path: path, mode: .create)
    for document in documents { _ = try writer.add(document) }
    for (key, value) in metadata { try writer.setMetadata(key, value) }
    try writer.commit()
  }

  private static func segment(
    _ documents: some Sequence<DocumentBuffer>, _ metadata: some Sequence<(String, [UInt8])>, _ path: String
  ) throws {
    let segment = try Segment(path: path)
    for document in documents { try segment.add(document) }
    for (key, value) in metadata { try segment.setMetadata(key, value) }
    try segment.finish()
  }

  /// Everything that a database holds.
  private static func dump(_ path: String) throws -> [String] {
    let reader = try Reader(path: path)
    let lengths = try reader.lengths
    var lines = ["\(lengths) \(try reader.documentCount)"]
    for slot: UInt32 in [0, 2, 300] { lines.append("\(slot) \(try reader.bounds(ofSlot: slot))") }
    for key in try reader.metadataKeys(prefix: "").sorted() {
      lines.append("\(key) \(try reader.metadata(key) ?? [])")
    }
    for document in try reader.documents(withTerm: "") {
      let contents = try reader.contents(of: document)
      var line = "\(document) \(contents.length) \(contents.uniqueTerms) \(contents.document.data.count)"
      line += String(decoding: contents.document.data, as: UTF8.self)
      contents.document.forEachValue { line += " \($0)=\(Array($1))" }
      contents.document.forEachTerm { line += " \(Array($0)):\($1)\(Array($2))" }
      lines.append(line)
    }
    var after: [UInt8]?
    while true {
      let postings = try reader.postings(after: after, limit: 10_000)
      guard postings.terms.count > 0 else { break }
      for term in 0..<postings.terms.count {
        var line = "\(postings.terms[term]) \(postings.statistics(ofTerm: term))"
        postings.forEachPosting(ofTerm: term) { line += " \($0.document):\($0.withinDocumentFrequency)\(Array($1))" }
        lines.append(line)
      }
      after = Array(postings.terms[postings.terms.count - 1])
    }
    return lines
  }

  private static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  @Test(arguments: [0, 1, 700]) func holdsWhatAWriterWrites(count: Int) throws {
    let folder = try TemporaryFolder()
    let documents = Self.documents(count, seed: 7)
    let metadata = Self.metadata(count)
    try Self.write(documents, metadata, to: folder["plain"])
    for part in 0..<3 {
      let range = count * part / 3..<count * (part + 1) / 3
      try Self.segment(documents[range], metadata[range], folder["s\(part)"])
    }
    try Self.makeFolder(folder["built"])
    try Segment.build(from: (0..<3).map { folder["s\($0)"] }, to: folder["built"], isDurable: true)
    #expect(try Self.dump(folder["built"]) == Self.dump(folder["plain"]))
    #expect(try StructureReport(path: folder["built"]).faults == 0)
  }

  /// The base has been changed in place, and some of it is left out.
  @Test func keepsWhatItIsTold() throws {
    let folder = try TemporaryFolder()
    var documents = Self.documents(600, seed: 8)
    let metadata = Self.metadata(300)
    try Self.segment(documents, metadata, folder["first"])
    try Self.makeFolder(folder["base"])
    try Segment.build(from: [folder["first"]], to: folder["base"], isDurable: false)
    // By Xapian itself, so that blocks, chunks and numbers are as it leaves them.
    let writer = try Writer(path: folder["base"], mode: .open)
    let more = Self.documents(150, seed: 9)
    for number in stride(from: 0, to: 600, by: 5) { try writer.delete(documentsWith: "Q\(number)") }
    for document in more { _ = try writer.add(document) }
    try writer.setMetadata("debate/7", [])
    try writer.setMetadata("debate/8", [1])
    try writer.commit()
    try writer.close()
    documents = documents.enumerated().filter { $0.offset % 5 != 0 }.map(\.element) + more

    let reader = try Reader(path: folder["base"])
    let numbers = try reader.documents(withTerm: "")
    let without = numbers.enumerated().filter { $0.offset % 3 == 1 }.map(\.element)
    let kept = documents.enumerated().filter { $0.offset % 3 != 1 }.map(\.element)
    let added = Self.documents(80, seed: 10)
    try Self.segment(added, [("debate/9", [2]), ("debate/10", []), ("new", [3])], folder["second"])
    try Self.makeFolder(folder["next"])
    try Segment.build(
      from: [folder["second"]], base: folder["base"], without: without, to: folder["next"], isDurable: true)

    var state = Dictionary(uniqueKeysWithValues: metadata)
    state["debate/7"] = nil
    state["debate/10"] = nil
    state.merge(["debate/8": [1], "debate/9": [2], "new": [3]]) { $1 }
    try Self.write(kept + added, state.map { ($0.key, $0.value) }, to: folder["plain"])
    #expect(try Self.dump(folder["next"]) == Self.dump(folder["plain"]))
    #expect(try StructureReport(path: folder["next"]).faults == 0)
  }

  /// What is built can be changed in place like any other.
  @Test func canBeChanged() throws {
    let folder = try TemporaryFolder()
    let documents = Self.documents(300, seed: 11)
    try Self.segment(documents, [], folder["s"])
    try Self.makeFolder(folder["built"])
    try Segment.build(from: [folder["s"]], to: folder["built"], isDurable: false)
    try Self.write(documents, [], to: folder["plain"])
    for path in [folder["built"], folder["plain"]] {
      let writer = try Writer(path: path, mode: .open)
      for number in 0..<100 { try writer.delete(documentsWith: "Q\(number * 3)") }
      for document in Self.documents(50, seed: 12) { _ = try writer.add(document) }
      try writer.commit()
      try writer.close()
    }
    let contents = { (path: String) in try Self.dump(path).dropFirst(4) }
    #expect(try contents(folder["built"]) == contents(folder["plain"]))
    #expect(try StructureReport(path: folder["built"]).faults == 0)
  }

  @Test func refusesWhatAWriterRefuses() throws {
    let folder = try TemporaryFolder()
    let segment = try Segment(path: folder["s"])
    #expect(code { try segment.add(document("")) } == nil)
    var long = DocumentBuffer()
    long.addTerm(String(repeating: "a", count: 246), withinDocumentFrequency: 1)
    #expect(code { try segment.add(long) } == .invalidArgument)
    #expect(code { try segment.setMetadata("", [1]) } == .invalidArgument)
    #expect(code { _ = try Segment(path: folder["s"]) } == .exists)
    try segment.finish()
    try Self.makeFolder(folder["built"])
    try Segment.build(from: [folder["s"]], to: folder["built"], isDurable: true)
    #expect(try Reader(path: folder["built"]).documentCount == 1)
    #expect(code { try Segment.build(from: [folder["s"]], to: folder["built"], isDurable: true) } == .exists)
  }

  /// A segment or a base that is damaged is told, never read as something else.
  @Test(arguments: ["postings", "positions", "documents", "values", "metadata"]) func damageIsTold(part: String) throws
  {
    let folder = try TemporaryFolder()
    try Self.segment(Self.documents(50, seed: 13), Self.metadata(10), folder["s"])
    let path = folder["s"] + "." + part
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: path))
    try Self.makeFolder(folder["built"])
    #expect(code { try Segment.build(from: [folder["s"]], to: folder["built"], isDurable: true) } == .corrupt)
    #expect(code { _ = try Reader(path: folder["built"]) } == .notFound)
  }

  @Test func aDamagedBaseIsTold() throws {
    let folder = try TemporaryFolder()
    try Self.write(Self.documents(100, seed: 14), [], to: folder["base"])
    let path = folder["base"] + "/postlist.glass"
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try whole.prefix(whole.count / 2 / 8192 * 8192).write(to: URL(fileURLWithPath: path))
    try Self.segment([], [], folder["s"])
    try Self.makeFolder(folder["next"])
    #expect(
      code { try Segment.build(from: [folder["s"]], base: folder["base"], to: folder["next"], isDurable: true) }
        == .corrupt)
  }
}

/// Steele, Lea, Flood 2014: the same numbers on every machine.
private struct SplitMix64 {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
