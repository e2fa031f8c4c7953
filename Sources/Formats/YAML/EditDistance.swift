/// How many letters to add, drop or change between two words.
enum EditDistance {
  /// Letters of a word that are looked at: names of keys are short.
  private static let maximumLength = 40

  static func between(_ first: String, _ second: String) -> Int {
    let (first, second) = (Array(first.prefix(maximumLength)), Array(second.prefix(maximumLength)))
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in second.enumerated() {
        let change = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, diagonal + 1)
      }
    }
    return row[second.count]
  }

  /// The word nearest to this one, capitals and what joins its parts aside; nil when none is near.
  static func nearest(to word: String, among words: [String]) -> String? {
    func folded(_ word: String) -> String { word.lowercased().filter { $0 != "_" && $0 != "-" } }
    let ranked = words.map { (word: $0, distance: between(folded($0), folded(word))) }
    guard let nearest = ranked.min(by: { $0.distance < $1.distance }), nearest.distance <= 2 else { return nil }
    return nearest.word
  }
}
