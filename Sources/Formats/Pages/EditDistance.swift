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
}
