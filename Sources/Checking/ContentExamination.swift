import Schema
import Xapian

/// Reads all that an index holds, twice: from the side of the terms and from that of the documents. What both say must
/// agree, and each passage must come to the checksum that was written with it.
struct ContentExamination: ~Copyable {
  /// What both sides say of a document.
  private struct Sums {
    /// Of its terms, their frequencies and positions, as in its checksum.
    var postings: UInt64 = 0
    /// Of its terms and their frequencies: what its own list of terms has to come to.
    var terms: UInt64 = 0
  }

  /// Postings and positions that are in memory at a time.
  private static let page = 1 << 20

  private let reader: Reader
  private let audience: Audience
  private let documents: [UInt32]
  private let lengths: DocumentLengths
  private var rows: [UInt32: Int] = [:]
  private var sums: [Sums]
  private var postings = Faults()
  private var passages = Faults()
  private var termCount = 0

  static func results(
    _ path: String, _ audience: Audience, _ onProgress: (Double) -> Void
  ) throws(XapianError) -> [CheckResult] {
    let reader = try Reader(path: path)
    let documents = try reader.documents(withTerm: "")
    let lengths = try reader.lengths
    var examination = ContentExamination(reader, audience, documents, lengths)
    try examination.readCounts()
    try examination.readPostings { onProgress($0 / 2) }
    try examination.readDocuments { onProgress(0.5 + $0 / 2) }
    return examination.results
  }

  private init(
    _ reader: consuming Reader, _ audience: Audience, _ documents: [UInt32], _ lengths: DocumentLengths
  ) {
    self.reader = reader
    self.audience = audience
    self.documents = documents
    self.lengths = lengths
    sums = Array(repeating: Sums(), count: documents.count)
    for (row, document) in documents.enumerated() { rows[document] = row }
  }

  private mutating func readCounts() throws(XapianError) {
    let (count, last) = (try reader.documentCount, try reader.lastDocumentID)
    postings.expect(rows.count == count, "\(rows.count) documents are listed, and \(count) counted")
    postings.expect(documents.last ?? 0 <= last, "document \(documents.last ?? 0) is past the last, \(last)")
  }

  private var results: [CheckResult] {
    [
      CheckResult("postings", audience, detail: "\(termCount) terms, from both sides", faults: postings),
      CheckResult("passages", audience, detail: "\(documents.count) against their checksums", faults: passages),
    ]
  }

  // MARK: From the terms

  private mutating func readPostings(_ onProgress: (Double) -> Void) throws(XapianError) {
    var last: [UInt8]?
    var read: UInt64 = 0
    while true {
      let page = try reader.postings(after: last, limit: Self.page)
      for term in 0..<page.terms.count {
        let name = Array(page.terms[term])
        if let last, !last.lexicographicallyPrecedes(name) {
          // Terms that go round in a circle have no end.
          return postings.add("term \"\(page.terms.string(at: term))\" follows one that is after it")
        }
        last = name
        termCount += 1
        read += add(term, of: page)
      }
      onProgress(lengths.total == 0 ? 1 : min(1, Double(read) / Double(lengths.total)))
      if page.terms.count == 0 { return }
    }
  }

  /// Adds a term's postings to the sums. Returns how often it occurs.
  private mutating func add(_ term: Int, of page: Postings) -> UInt64 {
    let hash = Array(page.terms[term]).withUnsafeBufferPointer(PassageChecksum.hash(ofTerm:))
    let none = UnsafeBufferPointer<UInt32>(start: nil, count: 0)
    var found = Postings.Statistics()
    page.forEachPosting(ofTerm: term) { posting, positions in
      let frequency = posting.withinDocumentFrequency
      found.documents += 1
      found.occurrences += UInt64(frequency)
      found.upperBound = max(found.upperBound, frequency)
      guard let row = rows[posting.document] else {
        return postings.add(
          "term \"\(page.terms.string(at: term))\" is said to be in document \(posting.document), which is not there")
      }
      sums[row].postings &+= PassageChecksum.posting(of: hash, frequency, positions)
      sums[row].terms &+= PassageChecksum.posting(of: hash, frequency, none)
    }
    let kept = page.statistics(ofTerm: term)
    let name = page.terms.string(at: term)
    postings.expect(
      found.documents == kept.documents,
      "term \"\(name)\" is in \(found.documents) documents, and \(kept.documents) are counted")
    postings.expect(
      found.occurrences == kept.occurrences,
      "term \"\(name)\" occurs \(found.occurrences) times, and \(kept.occurrences) are counted")
    postings.expect(
      found.upperBound <= kept.upperBound,
      "term \"\(name)\" occurs \(found.upperBound) times in a document, and \(kept.upperBound) should be the most")
    return found.occurrences
  }

  // MARK: From the documents

  private mutating func readDocuments(_ onProgress: (Double) -> Void) throws(XapianError) {
    var total: UInt64 = 0
    var columns = Columns()
    for (row, document) in documents.enumerated() {
      do throws(XapianError) {
        let contents = try reader.contents(of: document)
        total += UInt64(contents.length)
        columns.add(contents.document)
        examine(contents, document, row)
      } catch  where error.code == .corrupt || error.code == .notFound {
        passages.add("document \(document): \(error)")
      }
      if row % 1000 == 0 { onProgress(Double(row) / Double(documents.count)) }
    }
    postings.expect(
      total == lengths.total, "the lengths of all documents come to \(total), and \(lengths.total) are counted")
    for slot in Slot.allCases {
      let kept = try reader.bounds(ofSlot: slot.rawValue)
      postings.expect(columns.agree(with: kept, in: slot), "the bounds of the values in slot \(slot) are not theirs")
    }
  }

  private mutating func examine(_ contents: DocumentContents, _ document: UInt32, _ row: Int) {
    var terms: UInt64 = 0
    var length: UInt64 = 0
    contents.document.forEachTerm { term, frequency, positions in
      terms &+= PassageChecksum.posting(of: PassageChecksum.hash(ofTerm: term), frequency, positions)
      length += UInt64(frequency)
    }
    passages.expect(
      terms == sums[row].terms, "document \(document): its list of terms is not what its postings say")
    passages.expect(
      length == contents.length && contents.uniqueTerms == min(contents.document.termCount, Int(contents.length)),
      "document \(document): its length or number of terms is not that of its list of terms")
    passages.expect(
      length == 0
        || (UInt64(lengths.lowerBound)...UInt64(max(lengths.lowerBound, lengths.upperBound))).contains(length),
      "document \(document): its length is outside the bounds of the index")
    var checksum: [UInt8] = []
    contents.document.forEachValue { slot, value in
      if slot == Slot.checksum.rawValue { checksum = Array(value) }
    }
    passages.expect(
      checksum == PassageChecksum.of(contents.document, terms: sums[row].postings),
      "document \(document)\(Self.name(of: contents)): it is not what was written")
  }

  /// The passage's id, where it can be read.
  private static func name(of contents: DocumentContents) -> String {
    let stored = try? StoredJSON.decode(StoredPassage.self, from: contents.document.data)
    return stored.map { " (\($0.id))" } ?? ""
  }
}
