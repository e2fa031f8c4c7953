import Xapian

/// The words that an index says and how often, for finding those that are written nearly as somebody typed.
///
/// About 20 bytes a word. A word that is near has nearly the same letters: one pass over an outline of each, 4 bytes,
/// leaves few whose letters are compared one by one.
struct SpellingDictionary {
  /// In the order of their bytes.
  private(set) var words = ByteStrings()
  /// By the index of a word: in how many passages it is.
  private(set) var frequencies: [UInt32] = []
  /// By the index of a word: which letters it has, one bit each, and its length above them.
  private var outlines: [UInt32] = []

  /// Reads the vocabulary of an index. Only words of the letters from a to z, which folding leaves of French and English,
  /// can be misspelt.
  /// - Parameter others: further words, of names and labels, in how many passages each.
  /// - Throws: `XapianError`.
  init(_ reader: borrowing Reader, adding others: [String: UInt32]) throws {
    var pending = others.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }[...]
    for letter in "abcdefghijklmnopqrstuvwxyz" {
      let found = try reader.termFrequencies(prefix: String(letter), limit: .max)
      for index in 0..<found.terms.count {
        let word = found.terms[index]
        while let next = pending.first, next.key.utf8.lexicographicallyPrecedes(word) {
          add(Array(next.key.utf8)[...], next.value)
          pending.removeFirst()
        }
        var frequency = found.frequencies[index]
        if let next = pending.first, next.key.utf8.elementsEqual(word) {
          frequency = max(frequency, next.value)
          pending.removeFirst()
        }
        add(word, frequency)
      }
    }
    for next in pending { add(Array(next.key.utf8)[...], next.value) }
  }

  private mutating func add(_ word: ArraySlice<UInt8>, _ frequency: UInt32) {
    guard let outline = SpellingDictionary.outline(word) else { return }
    words.append(word)
    frequencies.append(frequency)
    outlines.append(outline)
  }

  /// How many words there are.
  var count: Int { frequencies.count }

  /// Whether a word is only of the letters from a to z.
  static func isSpelt(_ word: some Collection<UInt8>) -> Bool { outline(word) != nil }

  private static func outline(_ word: some Collection<UInt8>) -> UInt32? {
    var letters: UInt32 = 0
    for byte in word {
      guard byte >= 0x61, byte <= 0x7A else { return nil }
      letters |= 1 << UInt32(byte - 0x61)
    }
    return letters | UInt32(min(word.count, maximumLength)) << 26
  }

  /// The index of a word; nil for one that the index does not say.
  func find(_ word: some Collection<UInt8>) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
    }
    return low < count && words[low].elementsEqual(word) ? low : nil
  }

  /// In how many passages a word is.
  func frequency(of word: some Collection<UInt8>) -> UInt32 { find(word).map { frequencies[$0] } ?? 0 }

  /// The words at most so many edits away from one, that one apart.
  func near(_ word: [UInt8], edits: Int) -> [(index: Int, edits: Int)] {
    guard let outline = SpellingDictionary.outline(word) else { return [] }
    let letters = outline & SpellingDictionary.letterBits
    let (shortest, longest) = (
      max(3, word.count - edits), min(word.count + edits, SpellingDictionary.maximumLength - 1)
    )
    var distance = EditDistance(from: word, atMost: edits)
    var found: [(Int, Int)] = []
    for (index, other) in outlines.enumerated() {
      // An edit takes away at most one letter of the alphabet and brings at most one.
      let length = Int(other >> 26)
      guard length >= shortest, length <= longest,
        ((other & SpellingDictionary.letterBits) ^ letters).nonzeroBitCount <= 2 * edits
      else { continue }
      if let edits = distance.to(words[index]), edits > 0 { found.append((index, edits)) }
    }
    return found
  }

  private static let letterBits: UInt32 = 1 << 26 - 1
  private static let maximumLength = 63
}
