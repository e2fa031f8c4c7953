import Testing
import Xapian

@Suite struct DocumentBufferTests {
  @Test func everyWayToAddATermIsTheSame() throws {
    var first = DocumentBuffer()
    first.addTerm("été", withinDocumentFrequency: 2, positions: [1, 5])
    first.addTerm("mot", withinDocumentFrequency: 1, positions: [2])
    var second = DocumentBuffer()
    second.addTerm(Array("été".utf8), withinDocumentFrequency: 2, positions: [UInt32](arrayLiteral: 1, 5)[...])
    Array("mot".utf8).withUnsafeBufferPointer { term in
      [UInt32(2)].withUnsafeBufferPointer { second.addTerm(term, withinDocumentFrequency: 1, positions: $0) }
    }
    let folder = try TemporaryFolder()
    try build(folder["index"], [first, second])
    let reader = try Reader(path: folder["index"])
    #expect(try reader.averageLength == 3)
    let phrase = Query.phrase([Array("été".utf8), Array("mot".utf8)], window: 2)
    let matches = try reader.search(phrase)
    #expect(matches.documents == [1, 2])
    #expect(matches.weights[0] == matches.weights[1])
  }

  @Test func frequenciesOfATermAddUpAndAFilterHasNone() throws {
    var document = DocumentBuffer()
    document.addTerm("mot", withinDocumentFrequency: 2)
    document.addTerm("mot", withinDocumentFrequency: 3, positions: [1])
    document.addTerm("Lfr", withinDocumentFrequency: 0)
    #expect(document.termCount == 3)
    let folder = try TemporaryFolder()
    try build(folder["index"], [document])
    let reader = try Reader(path: folder["index"])
    #expect(try reader.averageLength == 5)
    #expect(try reader.documents(withTerm: "Lfr") == [1])
  }

  @Test func isFilledAnew() throws {
    var buffer = DocumentBuffer()
    let folder = try TemporaryFolder()
    let writer = try Writer(path: folder["index"], mode: .create)
    for n in 1...3 {
      buffer.removeAll(keepingCapacity: true)
      #expect(buffer.termCount == 0)
      buffer.data = Array("\(n)".utf8)
      buffer.addValue(slot: 1, Array("v\(n)".utf8))
      buffer.addTerm("mot\(n)", withinDocumentFrequency: 1, positions: [1])
      #expect(try writer.add(buffer) == UInt32(n))
    }
    try writer.commit()
    let reader = try Reader(path: folder["index"])
    #expect(try reader.terms(prefix: "", limit: 10).map(\.term) == ["mot1", "mot2", "mot3"])
    #expect(try reader.data(of: [1, 2, 3]).bytes == Array("123".utf8))
    #expect(try reader.values(slot: 1, of: [1, 2, 3]).bytes == Array("v1v2v3".utf8))
  }
}
