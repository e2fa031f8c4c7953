import Debates
import Schema
import Xapian

/// The passages of a debate in the order in which they were said: subject, talk, comments by their days, notes,
/// profiles. An index has them in any order.
struct DebateOutline {
  /// Document numbers.
  let documents: [UInt32]
  /// How many words each of them has.
  let words: [Int]
  /// The end of the last cue, in seconds of the recording; nil without cues.
  let duration: Double?

  /// - Parameter passages: each as it is stored, with its document number and its day.
  init(_ passages: [(document: UInt32, day: Int32, stored: StoredPassage)]) {
    let ordered = passages.map { passage -> (place: Place, stored: StoredPassage) in
      let kind = PassageKind.allCases.firstIndex(of: passage.stored.kind) ?? 0
      // The number of a comment is its source's, if it has one.
      let isComment = passage.stored.kind == .comment
      let number = isComment ? Int(passage.day) : passage.stored.id.split(separator: "/").last.flatMap { Int($0) }
      return (Place(kind: kind, number: number ?? .max, document: passage.document), passage.stored)
    }.sorted { $0.place < $1.place }
    documents = ordered.map(\.place.document)
    words = ordered.map { DebateOutline.words(in: $0.stored.text) }
    duration = ordered.lazy.flatMap { $0.stored.cues ?? [] }.map { $0.end ?? $0.start }.max()
  }

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
      let documents = Array(columns.ofDebates.of(debate))
      let data = try reader.handle.data(of: documents)
      return DebateOutline(
        try documents.enumerated().map { place, document in
          let stored = try StoredJSON.decode(StoredPassage.self, from: data[place])
          return (document, columns.days[Int(document)], stored)
        })
    }
    return outline ?? DebateOutline([])
  }
}
