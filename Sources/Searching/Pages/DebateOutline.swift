import Debates
import Schema
import Xapian

/// The passages of a debate in the order in which they were said: subject, talk, comments by their days, notes,
/// profiles. An index has them in any order.
struct DebateOutline {
  /// Document numbers.
  let documents: [UInt32]
  /// How many words each of them has; 0 for a comment, which is not read, since there may be very many.
  let words: [Int]
  /// The end of the last cue, in seconds of the recording; nil without cues.
  let duration: Double?

  /// - Parameters:
  ///   - passages: each as it is stored, with its document number.
  ///   - comments: document numbers and days.
  init(_ passages: [(document: UInt32, stored: StoredPassage)], comments: [(document: UInt32, day: Int32)]) {
    func order(of kind: PassageKind) -> Int { PassageKind.allCases.firstIndex(of: kind) ?? 0 }
    let read = passages.map { document, stored in
      let number = stored.id.split(separator: "/").last.flatMap { Int($0) } ?? .max
      return (
        place: Place(kind: order(of: stored.kind), number: number, document: document),
        words: DebateOutline.words(in: stored.text)
      )
    }
    // The number of a comment is its source's, if it has one.
    let others = comments.map { document, day in
      (place: Place(kind: order(of: .comment), number: Int(day), document: document), words: 0)
    }
    let ordered = (read + others).sorted { $0.place < $1.place }
    documents = ordered.map(\.place.document)
    words = ordered.map(\.words)
    duration = passages.lazy.flatMap { $0.stored.cues ?? [] }.map { $0.end ?? $0.start }.max()
  }

  static let empty = DebateOutline([], comments: [])

  private struct Place: Comparable {
    var kind: Int
    var number: Int
    var document: UInt32

    static func < (one: Self, other: Self) -> Bool {
      (one.kind, one.number, one.document) < (other.kind, other.number, other.document)
    }
  }

  /// Runs between white space that have a letter or a digit: punctuation that stands alone, as in French, is no word.
  static func words(in text: String) -> Int {
    var count = 0
    var isInWord = false
    for byte in text.utf8 {
      switch byte {
      case 0x09...0x0D, 0x20: isInWord = false
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xDF:
        if !isInWord { count += 1 }
        isInWord = true
      default: break
      }
    }
    return count
  }
}

extension SearchIndex {
  /// The outline of a debate, by its ordinal.
  func outline(ofDebate debate: Int) throws -> DebateOutline {
    let outline = try tables.outlines.value(debate) {
      let columns = try columns()
      let documents = columns.ofDebates.of(debate)
      let comment = Columns.number(of: .comment)
      let read = documents.filter { columns.kinds[Int($0)] != comment }
      let data = try reader.handle.data(of: read)
      return DebateOutline(
        try read.enumerated().map { ($1, try StoredJSON.decode(StoredPassage.self, from: data[$0])) },
        comments: documents.filter { columns.kinds[Int($0)] == comment }.map { ($0, columns.days[Int($0)]) })
    }
    return outline ?? .empty
  }
}
