import Xapian

/// Everything that can complete what is typed, by its words: of one revision, and of what its audience may see.
///
/// Each text is the numbers of its words in the order of letters, so that the words that begin with some letters are a
/// range of numbers, and whether typed words begin those of a text is told without looking at a letter.
struct CompletionTable {
  /// A text to be offered.
  struct Entry {
    var text: String
    var kind: Completion.Kind
    var id: String?
    var count: Int
    /// How much it is worth among those of its kind.
    var weight: Float
  }

  /// A text that what was typed begins.
  struct Match {
    /// The index of the entry.
    var entry: Int
    /// Which of its words were typed, in order.
    var places: [Int]
  }

  let entries: [Entry]
  /// Distinct words, in the order of their bytes.
  private let words: ByteStrings
  /// The words of all entries one after another, and where those of each end.
  private let sequences: [UInt32]
  private let sequenceEnds: [UInt32]
  /// By word, the entries that have it one after another, and where those of each end.
  private let postings: [UInt32]
  private let postingEnds: [UInt32]

  /// By word: whether it says nothing by itself.
  private let isStopWord: [Bool]

  /// - Parameters:
  ///   - texts: each entry with its folded words, one at least.
  ///   - isStopWord: whether a folded word says nothing by itself.
  init(_ texts: [(entry: Entry, words: [String])], isStopWord: (String) -> Bool) {
    entries = texts.map(\.entry)
    var numbers: [String: UInt32] = [:]
    for text in texts { for word in text.words { numbers[word] = 0 } }
    let sorted = numbers.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for (number, word) in sorted.enumerated() { numbers[word] = UInt32(number) }
    words = ByteStrings(sorted)
    self.isStopWord = sorted.map(isStopWord)
    var sequences: [UInt32] = []
    var ends: [UInt32] = []
    var counts = [UInt32](repeating: 0, count: sorted.count)
    for text in texts {
      let own = text.words.map { numbers[$0] ?? 0 }
      sequences += own
      ends.append(UInt32(sequences.count))
      for word in Set(own) { counts[Int(word)] += 1 }
    }
    var next: [UInt32] = []
    var total: UInt32 = 0
    for count in counts {
      next.append(total)
      total += count
    }
    var postings = [UInt32](repeating: 0, count: Int(total))
    for entry in texts.indices {
      let own = sequences[Int(entry == 0 ? 0 : ends[entry - 1])..<Int(ends[entry])]
      for word in Set(own) {
        postings[Int(next[Int(word)])] = UInt32(entry)
        next[Int(word)] += 1
      }
    }
    self.sequences = sequences
    sequenceEnds = ends
    self.postings = postings
    postingEnds = next
  }

  /// The numbers of the words that begin with these letters.
  func words(beginningWith letters: [UInt8]) -> Range<Int> {
    let first = firstWord { $0.lexicographicallyPrecedes(letters) }
    let end = firstWord { $0.starts(with: letters) || $0.lexicographicallyPrecedes(letters) }
    return first..<max(first, end)
  }

  /// The first word of which `isBefore`, which is so of some first words and no others, does not hold.
  private func firstWord(_ isBefore: (ArraySlice<UInt8>) -> Bool) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(words[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The best entries of each kind whose words begin, in order, with the typed ones.
  func matches(_ typed: [Range<Int>], limit: Int) -> [Completion.Kind: [Match]] {
    guard let rarest = typed.min(by: { postingCount($0) < postingCount($1) }), postingCount(rarest) > 0 else {
      return [:]
    }
    var best = [Best](repeating: Best(limit: limit), count: Completion.Kind.allCases.count)
    for posting in postingStart(rarest.lowerBound)..<postingStart(rarest.upperBound) {
      let entry = Int(postings[posting])
      guard let first = firstPlace(of: typed, in: entry) else { continue }
      let isNamed = entries[entry].kind == .speaker
      var rank = Double(entries[entry].weight)
      if first.place == 0 || isNamed { rank += CompletionTable.beginning }
      if isStopWord[Int(first.word)] { rank -= CompletionTable.sayingNothing }
      best[entries[entry].kind.order].add(entry, rank)
    }
    return Completion.Kind.allCases.reduce(into: [:]) { found, kind in
      found[kind] = best[kind.order].entries.map { Match(entry: $0.entry, places: places(of: typed, in: $0.entry)) }
    }
  }

  /// More than any weight: what begins a text comes before what is inside.
  private static let beginning = 1e9
  /// As much less: what begins with a typed word that says nothing by itself.
  private static let sayingNothing = 1e6

  private func postingStart(_ word: Int) -> Int { word == 0 ? 0 : Int(postingEnds[word - 1]) }
  private func postingCount(_ words: Range<Int>) -> Int {
    postingStart(words.upperBound) - postingStart(words.lowerBound)
  }

  private func sequence(_ entry: Int) -> Range<Int> {
    Int(entry == 0 ? 0 : sequenceEnds[entry - 1])..<Int(sequenceEnds[entry])
  }

  /// Where the first typed word is in an entry that has them all in order, and which word it begins; nil for another.
  private func firstPlace(of typed: [Range<Int>], in entry: Int) -> (place: Int, word: UInt32)? {
    let sequence = sequence(entry)
    var first = (place: 0, word: UInt32(0))
    var next = 0
    for place in sequence where typed[next].contains(Int(sequences[place])) {
      if next == 0 { first = (place - sequence.lowerBound, sequences[place]) }
      next += 1
      if next == typed.count { return first }
    }
    return nil
  }

  /// Where each typed word is in an entry that has them all in order.
  private func places(of typed: [Range<Int>], in entry: Int) -> [Int] {
    let sequence = sequence(entry)
    var places: [Int] = []
    for place in sequence where places.count < typed.count && typed[places.count].contains(Int(sequences[place])) {
      places.append(place - sequence.lowerBound)
    }
    return places
  }

  /// The entries of the highest rank.
  private struct Best {
    let limit: Int
    private(set) var entries: [(entry: Int, rank: Double)] = []

    init(limit: Int) { self.limit = limit }

    mutating func add(_ entry: Int, _ rank: Double) {
      if entries.count == limit, let last = entries.last, rank <= last.rank { return }
      // Met once by each of its words that begins so.
      if entries.contains(where: { $0.entry == entry }) { return }
      entries.insert((entry, rank), at: entries.firstIndex { $0.rank < rank } ?? entries.count)
      if entries.count > limit { entries.removeLast() }
    }
  }
}
