import Foundation
import Testing
import Xapian

@Suite struct ContentsTests {
  /// A term as a line: its name, how often it occurs, where.
  private static func lines(_ document: DocumentBuffer) -> [String] {
    var lines: [String] = []
    document.forEachValue { slot, value in lines.append("\(slot)=\(String(decoding: value, as: UTF8.self))") }
    document.forEachTerm { term, frequency, positions in
      lines.append("\(String(decoding: term, as: UTF8.self)) \(frequency) \(Array(positions))")
    }
    return lines
  }

  @Test func aBufferSaysWhatWasPutIn() {
    var document = document("un deux", values: [3: "v"])
    document.addTerm("Lfr", withinDocumentFrequency: 0)
    #expect(Self.lines(document) == ["3=v", "un 1 [1]", "deux 1 [2]", "Lfr 0 []"])
    #expect(Self.lines(DocumentBuffer()) == [])
  }

  @Test func aDocumentComesBackWithoutPositions() throws {
    let folder = try TemporaryFolder()
    var filtered = document("un deux un", data: "données", values: [7: "v", 3: "\0w"])
    filtered.addTerm("Lfr", withinDocumentFrequency: 0)
    try build(folder["index"], [document("autre"), filtered])
    let reader = try Reader(path: folder["index"])
    let contents = try reader.contents(of: 2)
    #expect(String(decoding: contents.document.data, as: UTF8.self) == "données")
    #expect(Self.lines(contents.document) == ["3=\0w", "7=v", "Lfr 0 []", "deux 1 []", "un 2 []"])
    #expect(contents.length == 3)
    #expect(contents.uniqueTerms == 3)
    #expect(code { _ = try reader.contents(of: 3) } == .notFound)
    #expect(code { _ = try reader.contents(of: 0) } == .invalidArgument)
  }

  @Test(arguments: [1, 3, 1000]) func postingsComeInPages(limit: Int) throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [document("un deux un"), document("deux trois"), document("un")])
    let reader = try Reader(path: folder["index"])
    var lines: [String] = []
    var last: [UInt8]?
    var pages = 0
    while true {
      let page = try reader.postings(after: last, limit: limit)
      if page.terms.count == 0 { break }
      pages += 1
      for term in 0..<page.terms.count {
        last = Array(page.terms[term])
        let kept = page.statistics(ofTerm: term)
        lines.append("\(page.terms.string(at: term)) \(kept.documents) \(kept.occurrences)")
        #expect(kept.upperBound >= kept.occurrences / UInt64(kept.documents))
        page.forEachPosting(ofTerm: term) { posting, positions in
          lines.append("  \(posting.document) \(posting.withinDocumentFrequency) \(Array(positions))")
        }
      }
    }
    #expect(
      lines == [
        "deux 2 2", "  1 1 [2]", "  2 1 [1]", "trois 1 1", "  2 1 [2]", "un 2 3", "  1 2 [1, 3]", "  3 1 [1]",
      ])
    #expect(pages == (limit == 1000 ? 1 : limit == 3 ? 2 : 3))
  }

  @Test func boundsAreThoseOfTheDocuments() throws {
    let folder = try TemporaryFolder()
    try build(
      folder["index"], [document("un deux un", values: [3: "b"]), document("un", values: [3: "a"]), document("")])
    let reader = try Reader(path: folder["index"])
    let lengths = try reader.lengths
    #expect([lengths.total, UInt64(lengths.lowerBound), UInt64(lengths.upperBound)] == [4, 1, 3])
    let bounds = try reader.bounds(ofSlot: 3)
    #expect(bounds == ValueBounds(count: 2, lowerBound: Array("a".utf8), upperBound: Array("b".utf8)))
    #expect(try reader.bounds(ofSlot: 4) == ValueBounds(count: 0, lowerBound: [], upperBound: []))
  }

  /// Why positions begin at 1: should Xapian mend this, nothing breaks.
  @Test func positionsZeroAndOneOfATermAreOneAlone() throws {
    let folder = try TemporaryFolder()
    var both = DocumentBuffer()
    both.addTerm("nous", withinDocumentFrequency: 2, positions: [0, 1])
    both.addTerm("vous", withinDocumentFrequency: 2, positions: [1, 2])
    try build(folder["index"], [both])
    let page = try Reader(path: folder["index"]).postings(after: nil, limit: 100)
    var found: [[UInt32]] = []
    for term in 0..<2 { page.forEachPosting(ofTerm: term) { found.append(Array($1)) } }
    #expect(found == [[1], [1, 2]])
  }

  @Test func structureIsReadAndItsFaultsAreCounted() throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], (1...300).map { document("mot\($0) commun", data: String(repeating: "x", count: 200)) })
    let sound = try StructureReport(path: folder["index"])
    #expect(sound.faults == 0)
    #expect(sound.words.contains("postlist"))
    // The count of documents is in the version file, the documents are not.
    try Data(repeating: 0, count: 8192).write(to: URL(filePath: folder["index"] + "/docdata.glass"))
    let damaged = Result { try StructureReport(path: folder["index"]) }
    #expect((try? damaged.get().faults) != 0)
    #expect(code { _ = try StructureReport(path: folder["none"]) } == .opening)
    #expect(code { _ = try StructureReport(path: "") } == .invalidArgument)
  }
}
