import Analysis
import Foundation

/// How often each word occurs, as codes of `LanguageAlphabet`.
///
/// Sums run in a fixed order, so that the same input gives the same table to the byte.
struct WordCounts {
  private(set) var counts: [[UInt8]: Double] = [:]

  init() {}

  /// The words in the order of their codes.
  var inOrder: [(word: [UInt8], count: Double)] {
    counts.map { (word: $0.key, count: $0.value) }.sorted { $0.word.lexicographicallyPrecedes($1.word) }
  }

  private var total: Double { counts.values.sorted().reduce(0, +) }

  /// Reads `word TAB frequency` lines, the most frequent first; the frequencies are scaled to a sum of 1.
  init(wordList: URL, most: Int) throws {
    for line in try String(contentsOf: wordList, encoding: .utf8).split(separator: "\n").prefix(most) {
      let columns = line.split(separator: "\t")
      guard columns.count == 2, let frequency = Double(columns[1]) else { continue }
      add(text: String(columns[0]), weight: frequency)
    }
    scale(to: 1)
  }

  /// Adds every `text` and `title`, at any depth, of a file of JSON lines; returns how many texts were withheld.
  mutating func add(jsonLines file: URL, without withheld: WithheldTexts) throws -> Int {
    var skipped = 0
    try forEachText(jsonLines: file) { text in
      if withheld.contains(text) { skipped += 1 } else { add(text: text, weight: 1) }
    }
    return skipped
  }

  private mutating func add(text: String, weight: Double) {
    var collector = WordCollector()
    Array(text.utf16).withUnsafeBufferPointer { units in
      LanguageAlphabet.table.withUnsafeBufferPointer { table in
        guard let alphabet = table.baseAddress else { return }
        _ = LanguageScanner.scan(units, table: alphabet, limit: .max, into: &collector)
      }
    }
    for word in collector.words where word.count <= 24 { counts[word, default: 0] += weight }
  }

  /// Adds the words of `other`, which weigh `weight` together.
  mutating func add(_ other: WordCounts, weight: Double) {
    let total = other.total
    for (word, count) in other.counts { counts[word, default: 0] += weight * count / total }
  }

  /// The counts with frequencies damped, scaled to `TrainingRecipe.occurrences`.
  func damped() -> WordCounts {
    var result = self
    result.counts = counts.mapValues { pow($0, TrainingRecipe.damping) }
    result.scale(to: TrainingRecipe.occurrences)
    return result
  }

  /// The counts with a share of each accented word given to its spelling without accents.
  func withUnaccented() -> WordCounts {
    var result = self
    for (word, count) in inOrder {
      let typed = word.flatMap(LanguageAlphabet.unaccented)
      guard typed != word else { continue }
      result.counts[word, default: 0] -= count * TrainingRecipe.unaccentedShare
      result.counts[typed, default: 0] += count * TrainingRecipe.unaccentedShare
    }
    return result
  }

  private mutating func scale(to sum: Double) {
    let total = self.total
    counts = counts.mapValues { $0 * sum / total }
  }
}

/// Puts the words of a text together again from the n-grams that the scanner hands out.
private struct WordCollector: LanguageGramSink {
  private(set) var words: [[UInt8]] = []
  private var word: [UInt8] = []

  mutating func take(gram: UInt32) {
    let code = UInt8(gram & 0x3F)
    if code != LanguageAlphabet.boundary { word.append(code) }
  }

  mutating func keepWord() {
    words.append(word)
    word.removeAll(keepingCapacity: true)
  }

  mutating func dropWord() { word.removeAll(keepingCapacity: true) }
}
