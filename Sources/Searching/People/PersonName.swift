import Debates

/// A name as it tells who is meant: its words without their order, accents, case and titles.
struct PersonName: Hashable {
  /// Folded, without titles, sorted.
  let words: [String]

  init(_ name: String) {
    let all = FoldedName.id(of: name).split(separator: "-").map(String.init)
    let withoutTitles = all.filter { !PersonName.titles.contains($0) }
    words = (withoutTitles.isEmpty ? all : withoutTitles).sorted()
  }

  /// Whether a first name may be abbreviated: one word in full, another by its letter.
  var hasInitial: Bool { words.contains { $0.count == 1 } && words.contains { $0.count > 1 } }

  /// Whether this name, which has initials, may stand for a full one: as many words, each of them there, each letter
  /// the first of another word.
  func abbreviates(_ full: PersonName) -> Bool {
    guard full.words.count == words.count, full != self else { return false }
    var rest = full.words
    for word in words where word.count > 1 {
      guard let place = rest.firstIndex(of: word) else { return false }
      rest.remove(at: place)
    }
    for initial in words where initial.count == 1 {
      guard let place = rest.firstIndex(where: { $0.hasPrefix(initial) }) else { return false }
      rest.remove(at: place)
    }
    return true
  }

  /// What is said before a name in French and English, folded.
  private static let titles: Set<String> = [
    "m", "mm", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "mrs", "ms", "miss", "sir", "dr", "docteur",
    "doctor", "pr", "prof", "professeur", "professor", "me", "maitre",
  ]
}
