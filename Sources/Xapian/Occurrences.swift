/// How often some terms occur in some documents.
public struct Occurrences: Sendable, Equatable {
  /// A row per term, then the row of lengths.
  private let matrix: [UInt32]
  /// How many terms were asked for.
  public let terms: Int
  /// How many documents were asked for.
  public let documents: Int

  init(matrix: [UInt32], terms: Int, documents: Int) {
    self.matrix = matrix
    self.terms = terms
    self.documents = documents
  }

  /// The within-document frequency of a term, both by their ordinals in the call; at least 1 where the document has it.
  @inline(__always)
  public subscript(term: Int, document: Int) -> UInt32 { matrix[term * documents + document] }

  /// The length of a document: the sum of its terms' within-document frequencies.
  @inline(__always)
  public func length(of document: Int) -> UInt32 { matrix[terms * documents + document] }

  /// The same for the documents in another order, each by its ordinal in this one.
  public func reordered(_ order: [Int]) -> Occurrences {
    var moved: [UInt32] = []
    moved.reserveCapacity((terms + 1) * order.count)
    for row in 0...terms { for document in order { moved.append(matrix[row * documents + document]) } }
    return Occurrences(matrix: moved, terms: terms, documents: order.count)
  }
}
