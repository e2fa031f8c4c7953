/// Chooses what is written in the place of the doubtful words of a query.
struct Choosing {
  /// What takes the place of some words.
  struct Choice {
    /// The words whose place it takes.
    var places: Range<Int>
    /// Folded.
    var words: [String]
    /// The name that they are, as it is written.
    var name: String?
  }

  private let typed: [TypedWords.Word]
  private let spelling: Spelling
  private let index: SearchIndex
  private let isDoubtful: [Bool]
  private let candidates: [[Spelling.Candidate]]

  init(_ typed: [TypedWords.Word], _ spelling: Spelling, _ index: SearchIndex) throws {
    self.typed = typed
    self.spelling = spelling
    self.index = index
    var isDoubtful = try typed.map { try index.isDoubtful($0) }
    // Where more words are unknown, the query is of another language, or noise.
    let isOfAnotherLanguage = isDoubtful.count(where: \.self) > Choosing.maximumCorrected
    if isOfAnotherLanguage { isDoubtful = typed.map { _ in false } }
    self.isDoubtful = isDoubtful
    candidates = zip(typed, isDoubtful).map { word, isDoubtful in
      isDoubtful ? spelling.candidates(for: word.surface, amongNames: word.isName) : []
    }
  }

  func chosen() throws -> [Choice] {
    var chosen: [Choice] = []
    var place = 0
    while place < typed.count {
      if let joined = try joined(at: place) {
        chosen.append(joined)
        place += 2
        continue
      }
      if isDoubtful[place], let choice = try choice(at: place) { chosen.append(choice) }
      place += 1
    }
    return chosen
  }

  /// The best word, or two that were glued.
  private func choice(at place: Int) throws -> Choice? {
    let word = typed[place]
    let best = try inCompany(candidates[place], at: place).max { $0.score < $1.score }
    let known = try index.frequency(ofTerm: word.surface)
    if known > 0 {
      guard let best, isSlip(word, known, best) else { return nil }
      return Choice(places: place..<place + 1, words: [best.word])
    }
    let others = try index.frequency(ofStemsOf: word)
    let asItIs = others > 0 ? Spelling.score(others, cost: Spelling.otherForm) : -.infinity
    if let split = try split(at: place), split.score > max(best?.score ?? -.infinity, asItIs) {
      return Choice(places: place..<place + 1, words: split.words)
    }
    guard let best, best.score >= max(asItIs, spelling.leastScore(of: best, for: word)),
      !haveOneStem(word, best.word)
    else { return nil }
    return Choice(places: place..<place + 1, words: [best.word])
  }

  /// Whether a word that some passages have is a slip there too.
  private func isSlip(_ word: TypedWords.Word, _ known: UInt32, _ meant: Spelling.Candidate) -> Bool {
    word.surface.utf8.count >= Spelling.shortestDoubted && meant.cost <= Spelling.likelySlip
      && meant.frequency / known >= Spelling.overwhelming && !haveOneStem(word, meant.word)
  }

  /// Whether what was typed finds the other word as it is.
  private func haveOneStem(_ word: TypedWords.Word, _ other: String) -> Bool {
    let stems = TypedWords(other, index.analyzer).words.first?.stems ?? []
    return zip(word.stems, stems).contains { $0 == $1 }
  }

  /// Candidates that stand in one name, or in one passage, with a word beside them are the likelier.
  private func inCompany(_ candidates: [Spelling.Candidate], at place: Int) throws -> [Spelling.Candidate] {
    guard let best = candidates.first else { return [] }
    return try candidates.map { candidate in
      guard candidate.score > best.score - Choosing.companyInName else { return candidate }
      var candidate = candidate
      let beside = [place - 1, place + 1].filter { typed.indices.contains($0) && !typed[$0].isStopWord }
      let words = beside.flatMap { isDoubtful[$0] ? self.candidates[$0].map(\.word) : [typed[$0].surface] }
      if words.contains(where: { spelling.names.join(candidate.word, $0) }) {
        candidate.score += Choosing.companyInName
      } else if candidates.count > 1, candidate.score > best.score - Choosing.companyInPassage {
        let known = beside.filter { !isDoubtful[$0] }.map { typed[$0].surface }
        if try known.contains(where: { try index.areTogether(candidate.word, $0) }) {
          candidate.score += Choosing.companyInPassage
        }
      }
      return candidate
    }
  }

  /// Two words of the index that say something and follow each other somewhere, for one that is both without their space.
  private func split(at place: Int) throws -> (words: [String], score: Double)? {
    let letters = Array(typed[place].surface.utf8)
    guard letters.count >= Choosing.shortestSplit, !typed[place].isName else { return nil }
    let pairs = (2...(letters.count - 2)).compactMap { cut -> (one: String, other: String, score: Double)? in
      let (one, other) = (letters[..<cut], letters[cut...])
      let least = min(spelling.words.frequency(of: one), spelling.words.frequency(of: other))
      guard least >= Choosing.leastFrequencyOfParts else { return nil }
      return (
        String(decoding: one, as: UTF8.self), String(decoding: other, as: UTF8.self),
        Spelling.score(least, cost: Choosing.spaceForgotten)
      )
    }
    for pair in pairs.sorted(by: { $0.score > $1.score }).prefix(Choosing.maximumSplits)
    where try isSaying(pair.one) && isSaying(pair.other) && index.follow(pair.one, pair.other) {
      return ([pair.one, pair.other], pair.score)
    }
    return nil
  }

  private func isSaying(_ word: String) -> Bool {
    TypedWords(word, index.analyzer).words.first?.isStopWord == false
  }

  /// One word of the index, for two that are it with a space and that follow each other nowhere.
  private func joined(at place: Int) throws -> Choice? {
    guard try Choosing.areGlued(at: place, typed, index) else { return nil }
    return Choice(places: place..<place + 2, words: [typed[place].surface + typed[place + 1].surface])
  }

  /// Whether a word and the next are one word of the index that lost its unity to a space.
  static func areGlued(at place: Int, _ typed: [TypedWords.Word], _ index: SearchIndex) throws -> Bool {
    guard place + 1 < min(typed.count, maximumGlued), typed[place + 1].followsWord, !typed[place].isName else {
      return false
    }
    let (one, other) = (typed[place].surface, typed[place + 1].surface)
    guard one.utf8.count > 1, other.utf8.count > 1, one.utf8.count + other.utf8.count >= shortestSplit,
      !typed[place].isStopWord, !typed[place + 1].isStopWord
    else { return false }
    return try index.frequency(ofTerm: one + other) >= leastFrequencyOfParts && !index.follow(one, other)
  }

  /// Words that now are somebody's whole name, as it is written.
  static func named(_ chosen: [Choice], _ typed: [TypedWords.Word], _ names: KnownNames) -> [Choice] {
    var words: [(word: String, places: Range<Int>, choice: Int?)] = []
    var place = 0
    while place < typed.count {
      if let index = chosen.firstIndex(where: { $0.places.lowerBound == place }) {
        words += chosen[index].words.map { ($0, chosen[index].places, index) }
        place = chosen[index].places.upperBound
      } else {
        words.append((typed[place].surface, place..<place + 1, nil))
        place += 1
      }
    }
    var result: [Choice] = []
    var start = 0
    while start < words.count {
      let longest = words[start...].dropFirst().prefix { typed[$0.places.lowerBound].followsWord }.count + 1
      let named = (1...min(longest, maximumNameWords)).reversed().lazy.compactMap { count -> Choice? in
        let run = words[start..<start + count]
        guard run.contains(where: { $0.choice != nil }), let last = run.last,
          let name = names.name(of: run.map(\.word))
        else { return nil }
        return Choice(
          places: words[start].places.lowerBound..<last.places.upperBound, words: run.map(\.word), name: name.written)
      }.first
      if let named {
        result.append(named)
        start += named.words.count
      } else {
        if let choice = words[start].choice, result.last?.places != chosen[choice].places {
          result.append(chosen[choice])
        }
        start += 1
      }
    }
    return result
  }

  private static let companyInName = 4.0
  private static let companyInPassage = 1.0
  private static let spaceForgotten = 2.5
  private static let shortestSplit = 5
  private static let leastFrequencyOfParts: UInt32 = 2
  /// Words of a query that are tried with the next one.
  private static let maximumGlued = 20
  private static let maximumSplits = 3
  private static let maximumCorrected = 4
  private static let maximumNameWords = 6
}
