import Stopwords
import Xapian

/// A word of a vocabulary. Two tokens with the same word have the same folded surface, hence the same stems.
public struct WordID: Hashable, Sendable {
  /// The ordinal of the word in its vocabulary.
  public let index: Int32

  /// The word of an ordinal that came from `index`.
  public init(index: Int32) { self.index = index }
}

/// The distinct folded words an analyzer has met, each stored once, with its stems and stop-word marks.
///
/// Most words of a text were met before, so stemming and stop-word look-ups cost one hash probe. Belongs to one thread.
public final class Vocabulary {
  private static let frenchStop: UInt8 = 1
  private static let englishStop: UInt8 = 2

  /// One value, so that a look-up is one access to this object.
  private var words = WordTable()
  private let french: Stemmer
  private let english: Stemmer

  /// - Throws: `AnalysisError.missingData` without the Snowball stemmers of either language.
  init() throws(AnalysisError) {
    do {
      french = try Stemmer(.french)
      english = try Stemmer(.english)
    } catch {
      throw .missingData("the Snowball stemmers of Xapian (\(error))")
    }
    for (list, mark) in [(Stopwords.List.french, Vocabulary.frenchStop), (.english, Vocabulary.englishStop)] {
      for word in Stopwords.words(list) {
        let id = intern(Array(word.utf8))
        words.entries[Int(id.index)].stops |= mark
      }
    }
    permanentWords = words.entries.count
  }

  private var permanentWords = 0

  /// The number of words.
  public var count: Int { words.entries.count }

  /// Forgets every word but the stop words. All word ids but theirs become invalid.
  func reset() { words.keepFirst(permanentWords) }

  /// The id of a folded word; nil when no text had it.
  public func word(_ surface: String) -> WordID? {
    var surface = surface
    return surface.withUTF8 { words.find($0) }.map(WordID.init(index:))
  }

  /// The id of a folded word, new or known.
  func intern(_ word: [UInt8]) -> WordID { word.withUnsafeBufferPointer { intern($0) } }

  func intern(_ word: UnsafeBufferPointer<UInt8>) -> WordID { WordID(index: words.intern(word)) }

  /// Calls `body` with the folded UTF-8 of a word.
  public func withSurface<Result>(
    of word: WordID, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try words.withBytes(of: word.index, body)
  }

  /// The folded form of a word.
  public func surface(of word: WordID) -> String {
    withSurface(of: word) { String(decoding: $0, as: UTF8.self) }
  }

  /// The word's Snowball stem, as a word of this vocabulary. A word with digits or signs is its own stem.
  public func stem(of word: WordID, in language: Language) -> WordID {
    let entry = words.entries[Int(word.index)]
    let known = language == .french ? entry.frenchStem : entry.englishStem
    if known != WordTable.unknown { return WordID(index: known) }
    let stemmer = language == .french ? french : english
    var stemmed: [UInt8] = []
    withSurface(of: word) { surface in
      // Numbers, hosts and mentions have no endings; a word that Snowball refuses is its own stem.
      if surface.contains(where: { $0 < 0x61 }) || (try? stemmer.stem(surface, into: &stemmed)) == nil
        || stemmed.isEmpty
      {
        stemmed = Array(surface)
      }
    }
    let stem = intern(stemmed)
    if language == .french {
      words.entries[Int(word.index)].frenchStem = stem.index
    } else {
      words.entries[Int(word.index)].englishStem = stem.index
    }
    return stem
  }

  /// Whether a token says nothing by itself: what was elided or cliticized, and the stop words of its sentence.
  public func isStopWord(_ token: Token) -> Bool {
    token.form == .clitic || isStopWord(token.word, in: token.language)
  }

  /// Whether the word says nothing by itself in a sentence of the language; of an unknown language, in either.
  public func isStopWord(_ word: WordID, in language: Language?) -> Bool {
    let stops = words.entries[Int(word.index)].stops
    switch language {
    case .french: return stops & Vocabulary.frenchStop != 0
    case .english: return stops & Vocabulary.englishStop != 0
    case nil: return stops != 0
    }
  }
}
