/// Which of a debate's passages are shown for it.
enum Evidence {
  /// The best passage of each speaker first, then the best of what is left: a debate is shown by its voices. Returned
  /// in the order of their scores.
  ///
  /// - Parameters:
  ///   - candidates: the debate's candidates, best first.
  ///   - speakers: the speaker of each candidate of the query; empty where there is none, as one voice.
  static func choose(_ candidates: [Int], speakers: [String], limit: Int) -> [Int] {
    guard candidates.count > limit else { return candidates }
    var heard: Set<String> = []
    var voices: [Int] = []
    var others: [Int] = []
    for candidate in candidates {
      if heard.insert(speakers[candidate]).inserted { voices.append(candidate) } else { others.append(candidate) }
    }
    // Candidates are numbered by rank, so their order is that of their scores.
    return (voices + others).prefix(limit).sorted()
  }
}
