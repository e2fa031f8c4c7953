import CXapian

/// For some terms and groups of documents, the sums of log(1 + how often the term occurs) over each group's documents.
public struct GroupSums: Sendable {
  private let matrix: [Float]
  private let groups: Int

  fileprivate init(matrix: [Float], groups: Int) {
    self.matrix = matrix
    self.groups = groups
  }

  /// The sums of a term, by its ordinal in the call.
  public func row(_ term: Int) -> [Float] { Array(matrix[(term * groups)..<((term + 1) * groups)]) }

  /// Adds the sums of a term, times a weight, to as many numbers.
  public func add(_ term: Int, times weight: Float, to row: inout [Float]) {
    for group in 0..<min(groups, row.count) { row[group] += weight * matrix[term * groups + group] }
  }
}

/// The terms of some documents.
public struct DocumentVocabulary: Sendable {
  /// Each once, in the order of their bytes.
  public let terms: ByteStrings
  /// How often each occurs in all of the documents.
  public let occurrences: [UInt32]
}

extension Reader {
  /// Sums over groups of documents, in one pass over the postings of each term.
  ///
  /// - Parameters:
  ///   - groups: of every document number its group, below `count`; 0 for those that do not count.
  /// - Throws: ``XapianError``: `invalidArgument` for a group of `count` or more; `modified`, `io`.
  public func groupSums(of terms: ByteStrings, groups: [UInt32], count: Int) throws(XapianError) -> GroupSums {
    var sums = [Float](repeating: 0, count: terms.count * count)
    try crossing {
      cxapian_reader_group_sums(
        handle, terms.bytes, terms.ends, terms.count, groups, groups.count, count, &sums, $0)
    }
    return GroupSums(matrix: sums, groups: count)
  }

  /// The length of every document, by its number; 0 where there is none.
  ///
  /// - Throws: ``XapianError``: `modified`, `io`.
  public func documentLengths() throws(XapianError) -> [UInt32] {
    var lengths = cxapian_numbers()
    try crossing { cxapian_reader_document_lengths(handle, &lengths, $0) }
    return [UInt32](taking: &lengths)
  }

  /// The terms of some documents, without those of fields: those that begin with a capital letter not in `prefixes`.
  ///
  /// - Throws: ``XapianError``: `notFound` if one of the documents is not there; `modified`, `io`.
  public func vocabulary(of documents: [UInt32], prefixes: String) throws(XapianError) -> DocumentVocabulary {
    var terms = cxapian_strings()
    var occurrences = cxapian_numbers()
    try crossing {
      cxapian_reader_vocabulary(
        handle, documents, documents.count, prefixes, &terms, &occurrences, $0)
    }
    return DocumentVocabulary(terms: ByteStrings(taking: &terms), occurrences: [UInt32](taking: &occurrences))
  }
}
