import Analysis
import Foundation
import Xapian

/// What an index knows of how words are spelt: of one revision, and of what its audience may see.
struct Spelling {
  let words: SpellingDictionary
  let names: KnownNames

  /// - Throws: `XapianError`.
  init(_ reader: borrowing Reader, _ analyzer: Analyzer) throws {
    names = try KnownNames(reader, analyzer)
    words = try SpellingDictionary(reader, adding: names.frequencies)
  }

  /// What may have been meant by a word.
  struct Candidate {
    /// Folded.
    var word: String
    /// About the logarithm of how likely it was meant.
    var score: Double
  }

  /// The best words that are few edits away from one that is not known, best first.
  func candidates(for word: String, amongNames: Bool) -> [Candidate] {
    let typed = Array(word.utf8)
    guard typed.count >= Spelling.shortest else { return [] }
    let edits = typed.count < Spelling.shortestForTwo ? 1 : 2
    var found: [Candidate] = []
    for (index, distance) in words.near(typed, edits: edits) {
      let meant = Array(words.words[index])
      let frequency = Double(words.frequencies[index])
      let score = Spelling.frequencyWeight * log1p(frequency) - ErrorModel.cost(typed: typed, meant: meant)
        - (distance > 1 ? Spelling.secondEdit : 0)
      if let last = found.last, found.count == Spelling.kept, score <= last.score { continue }
      let candidate = Candidate(word: String(decoding: meant, as: UTF8.self), score: score)
      if amongNames, names.byWord[candidate.word] == nil { continue }
      let place = found.firstIndex { $0.score < score } ?? found.count
      found.insert(candidate, at: place)
      if found.count > Spelling.kept { found.removeLast() }
    }
    return found
  }

  /// Shorter words are left alone.
  static let shortest = 4
  /// From here on, two edits are believed.
  private static let shortestForTwo = 8
  private static let kept = 6
  static let frequencyWeight = 0.8
  private static let secondEdit = 1.0
}
