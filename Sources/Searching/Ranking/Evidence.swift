/// Which of a debate's passages are shown for it.
enum Evidence {
  /// The best passage of each speaker first, then the best of what is left: a debate is shown by its voices. Returned
  /// in the order of their scores.
  ///
  /// - Parameters:
  ///   - candidates: the debate's candidates, best first.
  ///   - speakers: a number for the speaker of each candidate of the query; the same for all who are unknown.
  static func choose(_ candidates: [Int], speakers: [UInt32], limit: Int) -> [Int] {
    guard candidates.count > limit else { return candidates }
    var heard: Set<UInt32> = []
    var voices: [Int] = []
    var others: [Int] = []
    for candidate in candidates {
      if heard.insert(speakers[candidate]).inserted { voices.append(candidate) } else { others.append(candidate) }
    }
    // Candidates are numbered by rank, so their order is that of their scores.
    return (voices + others).prefix(limit).sorted()
  }
}
