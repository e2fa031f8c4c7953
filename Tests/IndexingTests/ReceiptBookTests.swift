import Formats
import Foundation
import Schema
import TestTools
import Testing

@testable import Indexing

/// What is kept of runs, by runs that nobody had to make.
@Suite struct ReceiptBookTests {
  /// A run from `began` to a second later.
  private func run(_ began: TimeInterval, _ source: String = "/s", failed: String? = nil) -> Receipt {
    var receipt = Receipt(sources: [source])
    receipt.started = Date(timeIntervalSince1970: began)
    receipt.finished = receipt.started + 1
    receipt.failed = failed
    receipt.bySource = [SourceReceipt(source: source, path: source)]
    return receipt
  }

  private func refusals(_ records: Range<Int>) -> [[LocatedError]] {
    [records.map { LocatedError(file: "/s/f", record: "r\($0)", reason: "no") }]
  }

  /// Each run of one source, `.` for one that ends well and `!` for one that fails; then the times since which
  /// something is pending, in seconds, `-` for nothing.
  @Test(arguments: [
    (".", "-"), ("..", "- -"), (".!", "- 1"), (".!!.", "- 1 1 -"), ("!", "0"), ("!!!", "0 0 0"), ("!!.!", "0 0 - 21"),
  ])
  func sinceWhenASourceIsUnread(runs: String, pending: String) {
    var book = ReceiptBook()
    let found = runs.enumerated().map { number, end in
      book.add(run(Double(number * 10), failed: end == "!" ? "disk" : nil), refusals: [[]])
      return book.sources[0].oldestPending.map { "\(Int($0.timeIntervalSince1970))" } ?? "-"
    }
    #expect(found.joined(separator: " ") == pending)
  }

  @Test func theOldestOfManyAreListed() {
    var book = ReceiptBook()
    book.add(run(0), refusals: refusals(500..<520))
    book.add(run(10), refusals: refusals(0..<520))
    let waiting = book.sources[0].waiting
    #expect(waiting.count == SourceStatus.maximumWaiting)
    #expect(waiting.prefix(20).allSatisfy { $0.since.timeIntervalSince1970 == 0 })
    #expect(Set(waiting.prefix(20).compactMap(\.error.record)) == Set((500..<520).map { "r\($0)" }))
  }

  @Test func theSourcesReadLastAreKept() {
    var book = ReceiptBook()
    for number in 0..<ReceiptBook.maximumSources + 3 {
      book.add(run(Double(number), "/s/\(number)"), refusals: [[]])
    }
    #expect(book.sources.count == ReceiptBook.maximumSources)
    #expect(book.sources.map(\.lastRun.timeIntervalSince1970).min() == 4)
    #expect(book.sources.map(\.last.path) == book.sources.map(\.last.path).sorted())
  }

  /// As version 0.1 wrote them: a list of runs.
  @Test func olderReceiptsAreRead() throws {
    let bench = try Bench(["a.ndjson": [record("a", "Harbour")]])
    try bench.run("a.ndjson")
    try bench.write(
      "index/receipts.json",
      [
        #"[{"bytes":9,"errors":[{"file":"a","reason":"no"}],"finished":2,"indexed":3,"passages":4,"read":4,"#
          + #""refused":1,"removed":0,"sources":["a"],"started":1,"unchanged":0}]"#
      ])
    let status = try IndexStatus(path: bench.index)
    #expect(status.receipts.map(\.indexed) == [3])
    #expect(status.receipts.first?.bySource == nil && status.sources == [])
    try bench.run("a.ndjson")
    #expect(try IndexStatus(path: bench.index).receipts.map(\.indexed) == [0, 3])
    #expect(try IndexStatus(path: bench.index).sources.count == 1)
  }

  /// A newer program's receipts are not misread.
  @Test(arguments: [#"{"runs":[],"sources":[],"version":3}"#, "{}", "", "[[]]"])
  func othersAreTold(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("receipts.json", text)
    #expect(throws: IndexError.self) { try ReceiptBook(of: IndexLayout(root: folder.path)) }
  }
}
