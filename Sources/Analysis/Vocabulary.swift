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
  private struct Entry {
    var start: Int32
    var length: Int32
    /// Indexes of the stems' own entries; `unknown` until asked for.
    var frenchStem: Int32
    var englishStem: Int32
    var stops: UInt8
  }

  private static let unknown: Int32 = -1
  private static let frenchStop: UInt8 = 1
  private static let englishStop: UInt8 = 2

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Open addressing, linear probing; a power of two, at most half full. Entry index, or -1.
  private var slots: [Int32]
  private let french: Stemmer
  private let english: Stemmer
  private var scratch: [UInt8] = []

  /// - Throws: `AnalysisError.missingData` without the Snowball stemmers of either language.
  init() throws(AnalysisError) {
    do {
      french = try Stemmer(.french)
      english = try Stemmer(.english)
    } catch {
      throw .missingData("the Snowball stemmers of Xapian (\(error))")
    }
    slots = [Int32](repeating: -1, count: 1 << 12)
    for (list, mark) in [(Stopwords.List.french, Vocabulary.frenchStop), (.english, Vocabulary.englishStop)] {
      for word in Stopwords.words(list) {
        let id = intern(Array(word.utf8))
        entries[Int(id.index)].stops |= mark
      }
    }
    permanentWords = entries.count
    permanentBytes = bytes.count
  }

  private var permanentWords = 0
  private var permanentBytes = 0

  /// The number of words.
  public var count: Int { entries.count }

  /// Forgets every word but the stop words. All word ids but theirs become invalid.
  func reset() {
    entries.removeSubrange(permanentWords...)
    bytes.removeSubrange(permanentBytes...)
    slots = [Int32](repeating: -1, count: 1 << 12)
    for i in entries.indices {
      entries[i].frenchStem = Vocabulary.unknown
      entries[i].englishStem = Vocabulary.unknown
      place(Int32(i))
    }
  }

  /// The id of a folded word, new or known.
  func intern(_ word: [UInt8]) -> WordID {
    word.withUnsafeBufferPointer { intern($0) }
  }

  /// The id of a folded word; nil when no text had it.
  public func word(_ surface: String) -> WordID? {
    var surface = surface
    return surface.withUTF8 { word in
      let mask = slots.count - 1
      var slot = Vocabulary.hash(word) & mask
      while slots[slot] >= 0 {
        if isEntry(slots[slot], word) { return WordID(index: slots[slot]) }
        slot = (slot + 1) & mask
      }
      return nil
    }
  }

  func intern(_ word: UnsafeBufferPointer<UInt8>) -> WordID {
    let mask = slots.count - 1
    var slot = Vocabulary.hash(word) & mask
    while slots[slot] >= 0 {
      let index = slots[slot]
      if isEntry(index, word) { return WordID(index: index) }
      slot = (slot + 1) & mask
    }
    let index = Int32(entries.count)
    entries.append(
      Entry(
        start: Int32(bytes.count), length: Int32(word.count), frenchStem: Vocabulary.unknown,
        englishStem: Vocabulary.unknown, stops: 0))
    bytes.append(contentsOf: word)
    slots[slot] = index
    if entries.count * 2 > slots.count { grow() }
    return WordID(index: index)
  }

  /// Calls `body` with the folded UTF-8 of a word.
  public func withSurface<Result>(
    of word: WordID, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let entry = entries[Int(word.index)]
    return try bytes.withUnsafeBufferPointer { bytes in
      try body(UnsafeBufferPointer(rebasing: bytes[Int(entry.start)..<Int(entry.start + entry.length)]))
    }
  }

  /// The folded form of a word.
  public func surface(of word: WordID) -> String {
    withSurface(of: word) { String(decoding: $0, as: UTF8.self) }
  }

  /// The word's Snowball stem, as a word of this vocabulary. A word with digits or signs is its own stem.
  public func stem(of word: WordID, in language: Language) -> WordID {
    let entry = entries[Int(word.index)]
    let known = language == .french ? entry.frenchStem : entry.englishStem
    if known != Vocabulary.unknown { return WordID(index: known) }
    scratch.removeAll(keepingCapacity: true)
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
      entries[Int(word.index)].frenchStem = stem.index
    } else {
      entries[Int(word.index)].englishStem = stem.index
    }
    return stem
  }

  /// Whether the word says nothing by itself in a sentence of the language; of an unknown language, in either.
  public func isStopWord(_ word: WordID, in language: Language?) -> Bool {
    let stops = entries[Int(word.index)].stops
    switch language {
    case .french: return stops & Vocabulary.frenchStop != 0
    case .english: return stops & Vocabulary.englishStop != 0
    case nil: return stops != 0
    }
  }

  // MARK: Hashing

  private func isEntry(_ index: Int32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = entries[Int(index)]
    guard Int(entry.length) == word.count else { return false }
    let start = Int(entry.start)
    for i in 0..<word.count where bytes[start + i] != word[i] { return false }
    return true
  }

  private func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for i in entries.indices { place(Int32(i)) }
  }

  private func place(_ index: Int32) {
    let mask = slots.count - 1
    var slot = withSurface(of: WordID(index: index)) { Vocabulary.hash($0) } & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = index
  }

  /// FNV-1a, 64 bits, folded so that the low bits depend on all (Fowler, Noll, Vo).
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word {
      hash ^= UInt64(byte)
      hash &*= 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Int.max
  }
}
