import Analysis
import Foundation
import Xapian

/// What an index knows of how words are spelt: of one revision, and of what its audience may see.
struct Spelling {
  let words: SpellingDictionary
  let names: KnownNames
  /// By how much less a candidate of this index need be worth: in a small one no word is frequent.
  private let allowance: Double

  /// - Throws: `XapianError`.
  init(_ reader: borrowing Reader, _ analyzer: Analyzer) throws {
    names = try KnownNames(reader, analyzer)
    words = try SpellingDictionary(reader, adding: names.frequencies)
    let passages = Double(max(1, try reader.documentCount))
    allowance = max(0, Spelling.frequencyWeight / 2 * log(Spelling.largeIndex / passages))
  }

  /// What may have been meant by a word.
  struct Candidate {
    /// Folded.
    var word: String
    /// About the logarithm of how likely it was meant.
    var score: Double
    /// What the slips cost.
    var cost: Double
    /// In how many passages it is.
    var frequency: UInt32
  }

  /// The best words that are few edits away from one that is not known, best first.
  func candidates(for word: String, amongNames: Bool) -> [Candidate] {
    let typed = Array(word.utf8)
    guard typed.count >= Spelling.shortest else { return [] }
    let edits = typed.count < Spelling.shortestForTwo ? 1 : 2
    var found: [Candidate] = []
    for (index, distance) in words.near(typed, edits: edits) {
      let meant = Array(words.words[index])
      let frequency = words.frequencies[index]
      let cost = ErrorModel.cost(typed: typed, meant: meant) + (distance > 1 ? Spelling.secondEdit : 0)
      let score = Spelling.score(frequency, cost: cost)
      if let last = found.last, found.count == Spelling.kept, score <= last.score { continue }
      let candidate = Candidate(
        word: String(decoding: meant, as: UTF8.self), score: score, cost: cost, frequency: frequency)
      if amongNames, names.byWord[candidate.word] == nil { continue }
      let place = found.firstIndex { $0.score < score } ?? found.count
      found.insert(candidate, at: place)
      if found.count > Spelling.kept { found.removeLast() }
    }
    return found
  }

  /// About the logarithm of how likely a word was meant that is in so many passages and so far from what was typed.
  static func score(_ frequency: UInt32, cost: Double) -> Double {
    frequencyWeight * log1p(Double(frequency)) - cost
  }

  /// What a candidate must be worth to be believed: short words have neighbours by chance, what ends otherwise only as
  /// other forms of a word do may be one, and what has a capital may be a name that the index does not say.
  func leastScore(of meant: Candidate, for typed: TypedWords.Word) -> Double {
    let (length, other) = (typed.surface.utf8.count, meant.word.utf8.count)
    var least = max(-3.5, 5.5 - 1.25 * Double(length))
    // In a small index no word is frequent; but a short word with another letter may be another word.
    let isReplaced = length == other && meant.cost >= ErrorModel.likelySubstitution
    if length >= Spelling.shortestAllowed || !isReplaced { least -= allowance }
    if Spelling.differInEndings(typed.surface, meant.word) { least += Spelling.otherEnding }
    if typed.hasCapital { least += Spelling.otherName }
    return least
  }

  /// Whether two words differ only by what French and English put at the end of a word.
  private static func differInEndings(_ one: String, _ other: String) -> Bool {
    let common = zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
    return common >= shortest && endings.contains(String(one.dropFirst(common)))
      && endings.contains(String(other.dropFirst(common)))
  }

  private static let endings: Set<String> = [
    "", "s", "e", "es", "ee", "ees", "r", "er", "z", "ez", "d", "ed", "ent", "ant", "x", "ing", "ly",
  ]

  /// Shorter words are left alone.
  static let shortest = 4
  /// A word of the index itself is doubted only for another that is in so many times as many passages.
  static let overwhelming: UInt32 = 1000
  /// A word of the index is doubted only from this length on.
  static let shortestDoubted = 8
  /// And only for slips that cost no more: a letter doubled, left out, or two that changed places.
  static let likelySlip = ErrorModel.omission
  /// A form of a word of the index is doubted only where the stem is rarer than in one passage of so many.
  static let rareStem: UInt32 = 50
  /// What an unseen form of a known word costs.
  static let otherForm = 3.0

  /// What another ending of a word costs.
  private static let otherEnding = 6.0
  /// What a name that the index does not say costs.
  private static let otherName = 3.0
  /// Shorter words with another letter have to be worth as much in a small index as in a large one.
  private static let shortestAllowed = 6
  /// Passages of an index in which the thresholds hold as they are.
  private static let largeIndex = 200_000.0
  /// From here on, two edits are believed.
  private static let shortestForTwo = 8
  private static let kept = 6
  private static let frequencyWeight = 0.8
  private static let secondEdit = 1.0
}
