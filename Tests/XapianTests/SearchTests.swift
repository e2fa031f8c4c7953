import Foundation
import Testing
import Xapian

@Suite struct SearchTests {
  private func reader(_ folder: TemporaryFolder) throws -> Reader {
    try build(
      folder["index"],
      (1...100).map { n in
        var words = Array(repeating: "long", count: n)
        if n.isMultiple(of: 4) { words.append("quart") }
        return document(words.joined(separator: " "), values: [0: String(1_000 - n), 1: n < 50 ? "petit" : ""])
      })
    return try Reader(path: folder["index"])
  }

  /// BM25 as Robertson and Zaragoza give it, with Xapian's weight of a term, ln((N - n + ½) / (n + ½)).
  @Test func weighsByBM25() throws {
    let folder = try TemporaryFolder()
    let reader = try reader(folder)
    var options = SearchOptions(limit: 100)
    options.k1 = 1.2
    options.b = 0.75
    options.k3 = 0
    options.minimumNormalisedLength = 0
    let matches = try reader.search(.term("quart"), options)
    #expect(matches.documents == Array(stride(from: 4, through: 100, by: 4)))
    #expect((matches.lowerBound, matches.estimate, matches.upperBound) == (25, 25, 25))
    let (collection, having, averageLength) = (100.0, 25.0, try reader.averageLength)
    let inverse = log((collection - having + 0.5) / (having + 0.5))
    for (document, weight) in zip(matches.documents, matches.weights) {
      let length = Double(document + 1) / averageLength
      let expected = inverse * (1.2 + 1) / (1.2 * (1 - 0.75 + 0.75 * length) + 1)
      #expect(abs(weight - expected) < 1e-6, "document \(document)")
    }
  }

  @Test func pages() throws {
    let folder = try TemporaryFolder()
    let reader = try reader(folder)
    let all = try reader.search(.term("quart"), SearchOptions(limit: 100))
    let page = try reader.search(.term("quart"), SearchOptions(offset: 10, limit: 3))
    #expect(page.documents == Array(all.documents[10..<13]))
    #expect(try reader.search(.term("quart"), SearchOptions(offset: 30)).documents.isEmpty)
    #expect(try reader.search(.term("quart"), SearchOptions(limit: 0)).documents.isEmpty)
    let counted = try reader.search(.term("quart"), SearchOptions(limit: 1, checkAtLeast: 100))
    #expect((counted.lowerBound, counted.upperBound) == (25, 25))
  }

  @Test func sortsByValue() throws {
    let folder = try TemporaryFolder()
    let reader = try reader(folder)
    func first(_ sort: SearchOptions.Sort) throws -> [UInt32] {
      try reader.search(.term("quart"), SearchOptions(limit: 2, sort: sort)).documents
    }
    #expect(try first(.value(slot: 0, ascending: true)) == [100, 96])
    #expect(try first(.value(slot: 0, ascending: false)) == [4, 8])
    // Equal values: the shorter document weighs more.
    #expect(try first(.value(slot: 7, ascending: true)) == [4, 8])
    #expect(try first(.relevance) == [4, 8])
  }

  @Test func bringsValuesBackInTheOrderOfTheMatches() throws {
    let folder = try TemporaryFolder()
    let reader = try reader(folder)
    let options = SearchOptions(limit: 100, sort: .value(slot: 0, ascending: true), slots: [0, 1, 9])
    let matches = try reader.search(.term("quart"), options)
    #expect(matches.documents.count == 25)
    #expect(matches.values.map(\.count) == [25, 25, 25])
    for (index, document) in matches.documents.enumerated() {
      #expect(matches.values[0].string(at: index) == String(1_000 - document))
      #expect(matches.values[1].string(at: index) == (document < 50 ? "petit" : ""))
    }
    #expect(matches.values[2].bytes.isEmpty)
    #expect(try reader.search(.nothing, options).values.map(\.count) == [0, 0, 0])
  }

  @Test func refusesNumbersOutOfRange() throws {
    let folder = try TemporaryFolder()
    let reader = try reader(folder)
    for parameter in [\SearchOptions.k1, \.k2, \.k3, \.b, \.minimumNormalisedLength] {
      for number in [-1, Double.nan, .infinity] {
        var options = SearchOptions()
        options[keyPath: parameter] = number
        #expect(code { _ = try reader.search(.all, options) } == .invalidArgument, "\(number)")
      }
    }
    var options = SearchOptions()
    options.b = 1.1
    #expect(code { _ = try reader.search(.all, options) } == .invalidArgument)
  }
}
