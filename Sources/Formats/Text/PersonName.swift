/// What can be the name of somebody who signs: one word, or up to six that begin with a capital or are particles.
enum PersonName {
  static let maximumLength = 60
  private static let maximumWords = 6

  /// Words that stand in names in lower case.
  private static let particles: Set<Substring> = [
    "d", "de", "del", "den", "der", "des", "di", "do", "dos", "du", "da", "el", "al", "et", "ibn", "la", "le", "les",
    "van", "von", "y", "zu", "&",
  ]

  static func isName(_ text: Substring) -> Bool {
    let words = text.split(separator: " ")
    guard !words.isEmpty, words.count <= maximumWords, text.count <= maximumLength else { return false }
    guard text.allSatisfy({ $0.isLetter || $0.isNumber || " -'’._&@".contains($0) }) else { return false }
    if words.count == 1 { return words[0].contains { $0.isLetter || $0.isNumber } }
    return words.allSatisfy { word in
      // A point ends an initial ("J.") or a title ("Dr."), not a sentence.
      if word.contains("."), word.count > 4, word.last == "." { return false }
      return word.first.map { !$0.isLowercase } ?? false
        || particles.contains(word) || word.hasPrefix("d'") || word.hasPrefix("d’") || word.hasPrefix("l'")
    }
  }
}
