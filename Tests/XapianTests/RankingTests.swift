import Foundation
import TestTools
import Testing
import Xapian

/// What is read term by term over the postings, against the same worked out document by document.
@Suite struct RankingTests {
  /// Documents of random words, the common ones in most of them: more than a cache keeps of rare terms.
  private struct Corpus {
    let counts: [[String: Int]]
    var lengths: [Int] { counts.map { $0.values.reduce(0, +) } }

    init(documents: Int, seed: UInt64) {
      var random = Seeded(seed: seed)
      counts = (0..<documents).map { _ in
        var counts: [String: Int] = [:]
        for word in 0..<12 where Int.random(in: 0...word, using: &random) < 2 {
          counts["w\(word)"] = Int.random(in: 1...4, using: &random)
        }
        counts["all", default: 0] += 1
        return counts
      }
    }

    func build(_ path: String) throws {
      try XapianTests.build(
        path,
        counts.map { counts in
          var document = DocumentBuffer()
          for (word, count) in counts.sorted(by: { $0.key < $1.key }) {
            document.addTerm(word, withinDocumentFrequency: UInt32(count), positions: [])
          }
          return document
        })
    }

    /// BM25 of the words in a document.
    func score(_ words: [RankedWord], _ document: Int, _ options: SearchOptions) -> Double {
      let average = Double(lengths.reduce(0, +)) / Double(counts.count)
      let length = max(Double(lengths[document]) / average, options.minimumNormalisedLength)
      let norm = options.k1 * (1 - options.b + options.b * length)
      return words.reduce(0) { sum, word in
        let count = word.terms.reduce(0.0) { $0 + $1.weight * Double(counts[document][$1.term] ?? 0) }
        return count == 0 ? sum : sum + word.weight * (options.k1 + 1) * count / (norm + count)
      }
    }
  }

  private static let words = [
    RankedWord(
      terms: [.init(term: "w3", weight: 1, finds: true), .init(term: "w7", weight: 0.3, finds: true)], weight: 2),
    RankedWord(
      terms: [.init(term: "w5", weight: 1, finds: true), .init(term: "none", weight: 1, finds: true)], weight: 1),
    RankedWord(terms: [.init(term: "all", weight: 0.1, finds: false)], weight: 0.5),
  ]

  @Test func rankIsBM25OverWeightedTerms() throws {
    let folder = try TemporaryFolder()
    let corpus = Corpus(documents: 1500, seed: 7)
    try corpus.build(folder["index"])
    let reader = try Reader(path: folder["index"])
    var options = SearchOptions(limit: 40)
    options.k1 = 1.3
    options.b = 0.7
    // Twice: the second time, common terms are in memory.
    for _ in 0..<2 {
      let ranked = try reader.scores(of: Self.words, lengths: try reader.documentLengths(), options)
      let found = corpus.counts.indices.filter { document in
        ["w3", "w7", "w5"].contains { corpus.counts[document][$0] != nil }
      }
      #expect(ranked.found.documents == found.map { UInt32($0 + 1) })
      let scores = try ranked.found.best(by: ranked.scores, limit: 40).map {
        corpus.score(Self.words, Int($0) - 1, options)
      }
      #expect(scores == scores.sorted(by: >) || zip(scores, scores.dropFirst()).allSatisfy { $0 > $1 - 1e-4 })
      let best = found.map { corpus.score(Self.words, $0, options) }.sorted(by: >).prefix(40)
      for (score, wanted) in zip(scores, best) { #expect(abs(score - wanted) < 1e-4) }
    }
  }

  @Test func whatNoFindingTermHasIsScoredAndNotFound() throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [document("near near near"), document("found"), document("other")])
    let reader = try Reader(path: folder["index"])
    let word = RankedWord(
      terms: [.init(term: "found", weight: 1, finds: true), .init(term: "near", weight: 1, finds: false)], weight: 1)
    let ranked = try reader.scores(of: [word], lengths: try reader.documentLengths(), SearchOptions())
    #expect(ranked.found.documents == [2])
    #expect(ranked.scores.map { $0 > 0 } == [false, true, true, false])
    #expect(!ranked.isStopped)
  }

  @Test func givenPostingsStandForThoseOfTheIndex() throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [document("a a"), document("b"), document("a")])
    let reader = try Reader(path: folder["index"])
    let lengths = try reader.documentLengths()
    func scores(_ term: RankedWord.Term) throws -> DocumentScores {
      try reader.scores(of: [RankedWord(terms: [term], weight: 2)], lengths: lengths, SearchOptions())
    }
    let given = try scores(.init(term: "", weight: 1, finds: true, given: (documents: [1, 3], counts: [2, 1])))
    let indexed = try scores(.init(term: "a", weight: 1, finds: true))
    #expect(given.scores == indexed.scores)
    #expect(given.found == indexed.found)
    #expect(given.found.documents == [1, 3])
  }

  @Test func scoringStopsWhenItsTimeIsOver() throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [document("a"), document("b")])
    let reader = try Reader(path: folder["index"])
    let words = ["a", "b"].map { RankedWord(terms: [.init(term: $0, weight: 1, finds: true)], weight: 1) }
    let stopped = try reader.scores(
      of: words, lengths: try reader.documentLengths(), SearchOptions(), nanoseconds: 0)
    #expect(stopped.isStopped)
    #expect(stopped.found.documents == [1])
  }

  @Test func sumsAreOfLogarithmsByGroup() throws {
    let folder = try TemporaryFolder()
    let corpus = Corpus(documents: 1200, seed: 9)
    try corpus.build(folder["index"])
    let reader = try Reader(path: folder["index"])
    let groups = [0] + corpus.counts.indices.map { UInt32($0 % 4) }
    let sums = try reader.groupSums(of: ByteStrings(["w1", "none", "all"]), groups: groups, count: 4)
    for (place, term) in ["w1", "none", "all"].enumerated() {
      for (group, sum) in sums.row(place).enumerated() {
        let wanted = corpus.counts.indices.filter { $0 % 4 == group && group > 0 }.reduce(0.0) {
          $0 + log1p(Double(corpus.counts[$1][term] ?? 0))
        }
        #expect(abs(Double(sum) - wanted) < 1e-2, "\(term) in \(group)")
      }
    }
    #expect(code { _ = try reader.groupSums(of: ByteStrings(["w1"]), groups: [0, 4], count: 4) } == .invalidArgument)
  }

  @Test func occurrencesAreThoseOfTheDocuments() throws {
    let folder = try TemporaryFolder()
    let corpus = Corpus(documents: 1500, seed: 11)
    try corpus.build(folder["index"])
    let reader = try Reader(path: folder["index"])
    var random = Seeded(seed: 3)
    let documents = (1...1500).map(UInt32.init).shuffled(using: &random).prefix(200).map { $0 }
    let terms = ["all", "w2", "w11", "none"]
    let found = try reader.occurrences(of: ByteStrings(terms), in: documents)
    let moved = found.reordered([5, 0])
    for (row, term) in terms.enumerated() {
      for (place, document) in documents.enumerated() {
        #expect(found[row, place] == UInt32(corpus.counts[Int(document) - 1][term] ?? 0))
      }
      #expect(moved[row, 0] == found[row, 5])
      #expect(moved[row, 1] == found[row, 0])
    }
    #expect(moved.length(of: 1) == found.length(of: 0))
  }

  @Test func whatIsKeptInMemoryGoesWithItsRevision() throws {
    let folder = try TemporaryFolder()
    let writer = try Writer(path: folder["index"], mode: .create)
    for _ in 0..<1200 { _ = try writer.add(document("word")) }
    try writer.commit()
    let reader = try Reader(path: folder["index"])
    let word = RankedWord(terms: [.init(term: "word", weight: 1, finds: true)], weight: 1)
    func found() throws -> Int {
      try reader.scores(of: [word], lengths: try reader.documentLengths(), SearchOptions()).found.count
    }
    #expect(try found() == 1200)
    _ = try writer.add(document("word"))
    try writer.commit()
    let moved = try reader.reopen()
    #expect(moved)
    #expect(try found() == 1201)
    try writer.close()
  }

  @Test func aColumnHasTheValueOfEachDocument() throws {
    let folder = try TemporaryFolder()
    try build(
      folder["index"],
      [
        document("a", values: [3: "x"]), document("b"), document("c", values: [3: "y"]),
        document("d", values: [3: "x"]),
      ])
    let column = try Reader(path: folder["index"]).column(slot: 3)
    #expect(column.ordinals.map { column.values.string(at: Int($0)) } == ["", "x", "", "y", "x"])
    #expect(column.values.count == 3)
  }

  @Test func theVocabularyOfDocumentsLeavesFieldsOut() throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [document("un deux Fdeu Qid"), document("deux trois"), document("quatre")])
    let found = try Reader(path: folder["index"]).vocabulary(of: [1, 2], prefixes: "F")
    #expect((0..<found.terms.count).map { found.terms.string(at: $0) } == ["Fdeu", "deux", "trois", "un"])
    #expect(found.occurrences == [1, 2, 1, 1])
  }
}
