import Analysis

/// The probability of a character given up to three before it, in one language.
///
/// Counts of a context are smoothed with the distribution of the context one character shorter, worth
/// `TrainingRecipe.shorterContext` occurrences (Dirichlet smoothing: MacKay and Peto, "A hierarchical Dirichlet language
/// model", 1995).
struct CharacterModel {
  /// Occurrences of the n-grams, by length - 1.
  private var counts: [[UInt32: Double]] = [[:], [:], [:], [:]]
  /// Occurrences of the contexts, by length (0 to 3).
  private var contexts: [[UInt32: Double]] = [[:], [:], [:], [:]]

  init(words: WordCounts) {
    let boundary = UInt32(LanguageAlphabet.boundary)
    for (word, count) in words.inOrder {
      var gram = boundary
      for code in word.map(UInt32.init) + [boundary] {
        gram = (gram << 6 | code) & 0xFF_FFFF
        for length in 1...4 {
          let key = gram & mask(length)
          guard length == 1 || key >= 1 << (6 * (length - 1)) else { break }
          counts[length - 1][key, default: 0] += count
          contexts[length - 1][key >> 6, default: 0] += count
        }
      }
    }
  }

  /// The n-grams of a length that occur.
  func grams(ofLength length: Int) -> Dictionary<UInt32, Double>.Keys { counts[length - 1].keys }

  /// The share of an n-gram among those of its length.
  func share(of gram: UInt32, length: Int) -> Double {
    (counts[length - 1][gram] ?? 0) / (contexts[0][0] ?? 1)
  }

  /// The probability of the last character of `gram` given those before it.
  func probability(of gram: UInt32, length: Int) -> Double {
    let count = counts[length - 1][gram] ?? 0
    let total = contexts[length - 1][gram >> 6] ?? 0
    guard length > 1 else { return (count + 0.5) / (total + 32) }
    let shorter = probability(of: gram & mask(length - 1), length: length - 1)
    return (count + TrainingRecipe.shorterContext * shorter) / (total + TrainingRecipe.shorterContext)
  }
}

/// The bits of an n-gram of `length` characters.
func mask(_ length: Int) -> UInt32 { (1 << (6 * UInt32(length))) - 1 }
