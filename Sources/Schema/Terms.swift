public import Analysis
import Debates

/// How values of fields become terms; one place for the indexer and the searcher.
public enum Terms {
  /// Xapian allows 245 bytes a term; the rest is for prefixes.
  public static let maximumIdBytes = 200

  /// An id that fits into a term: itself when short, else its beginning and a hash of the whole.
  public static func bounded(_ id: String) -> String {
    guard id.utf8.count > maximumIdBytes else { return id }
    var hash = ContentHash()
    hash.update(Array(id.utf8))
    let head = String(decoding: id.utf8.prefix(maximumIdBytes - 40), as: UTF8.self)
    return "\(head)~\(hash.hexadecimal)"
  }

  /// The term of an id, exact to the letter.
  public static func id(_ prefix: TermPrefix, _ id: String) -> String { prefix.rawValue + bounded(id) }

  /// The term of a value that people type: folded, so that case, accents and apostrophes do not matter.
  public static func label(_ prefix: TermPrefix, _ value: String) -> String {
    prefix.rawValue + bounded(FoldedKey.of(value))
  }

  /// Whether a stem has no posting of its own beside that of `surface`, which then stands for it.
  ///
  /// A stem equal to its surface is not indexed again under its prefix (it would cost a posting for about a third of
  /// all words), unless the surface is a stop word of either language, whose postings would drown the stem's.
  public static func isImplied(stem: WordID, by surface: WordID, in vocabulary: Vocabulary) -> Bool {
    stem == surface && !vocabulary.isStopWord(surface, in: nil)
  }
}
