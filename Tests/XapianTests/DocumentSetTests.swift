import TestTools
import Testing
import Xapian

@Suite struct DocumentSetTests {
  @Test func setsAreThoseOfSwift() {
    var random = Seeded(seed: 5)
    for size in [1, 63, 64, 65, 200] {
      let left = Set((0..<40).map { _ in UInt32.random(in: 0..<UInt32(size), using: &random) })
      let right = Set((0..<40).map { _ in UInt32.random(in: 0..<UInt32(size), using: &random) })
      let (one, other) = (DocumentSet(size: size, left), DocumentSet(size: size, right))
      #expect(one.documents == left.sorted())
      #expect(one.count == left.count)
      #expect(one.intersection(other).documents == left.intersection(right).sorted())
      #expect(one.subtracting(other).documents == left.subtracting(right).sorted())
      var both = one
      both.formUnion(other)
      #expect(both.documents == left.union(right).sorted())
      #expect(right.allSatisfy(other.contains))
    }
    #expect(DocumentSet(size: 10, [3, 10, 4000]).documents == [3])
    #expect(!DocumentSet(size: 10).contains(4000))
    #expect(DocumentSet(size: 10).isEmpty)
  }

  @Test func theBestComeFirstAndEqualsInTheirOrder() throws {
    let scores: [Float] = [9, 1, 3, 3, 2, 7]
    let set = DocumentSet(size: 6, [1, 2, 3, 4])
    #expect(try set.best(by: scores, limit: 3) == [2, 3, 4])
    #expect(try set.best(by: scores, limit: 10) == [2, 3, 4, 1])
    #expect(try set.best(by: scores, limit: 0) == [])
  }

  @Test func anyOfSomeTerms() throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [document("a b"), document("b"), document("c")])
    let reader = try Reader(path: folder["index"])
    #expect(try reader.documents(withAnyOf: ["a", "c", "none"], size: 4).documents == [1, 3])
    #expect(try reader.documents(withAnyOf: ["b"], size: 2).documents == [1])
    #expect(try reader.documents(withAnyOf: [], size: 4).isEmpty)
  }

  static let windows: [(words: String, width: Int?, counts: [UInt32])] = [
    ("a b", nil, [2, 0, 0, 1]),
    ("b a", nil, [1, 1, 0, 0]),
    ("a b a", nil, [1, 0, 0, 0]),
    ("a a", nil, [0, 0, 0, 1]),
    ("a", nil, [2, 1, 1, 2]),
    ("a b", 2, [2, 1, 0, 1]),
    ("b a", 3, [2, 1, 0, 1]),
    ("a b", 4, [2, 1, 1, 1]),
    ("a b", 3, [2, 1, 0, 1]),
    ("a a", 3, [1, 0, 0, 1]),
    ("a a b", 3, [1, 0, 0, 1]),
    ("a none", nil, [0, 0, 0, 0]),
  ]

  @Test(arguments: windows) func wordsStandNearEachOther(_ row: (words: String, width: Int?, counts: [UInt32])) throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [document("a b a b"), document("b a"), document("b x y a"), document("a a b")])
    let reader = try Reader(path: folder["index"])
    let words = row.words.split(separator: " ").map(String.init)
    #expect(try reader.windows(of: words, within: row.width, in: [1, 2, 3, 4]) == row.counts)
    #expect(try reader.windows(of: words, within: row.width, in: [4]) == [row.counts[3]])
    #expect(try reader.windows(of: words, within: row.width, in: [1, 2], nanoseconds: 0) == [])
  }

  @Test func aPhraseHasWords() throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [document("a")])
    let reader = try Reader(path: folder["index"])
    #expect(code { _ = try reader.windows(of: [], within: nil, in: [1]) } == .invalidArgument)
  }
}
