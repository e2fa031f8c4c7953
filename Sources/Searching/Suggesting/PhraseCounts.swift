import Analysis
import Foundation
import Schema
import Xapian

/// The words and phrases that are said in a sample of an index's passages: evenly spread, bounded in number and bytes.
///
/// A phrase is up to four words between which is no punctuation, none of its ends a stop word, and is in several
/// different passages.
struct PhraseCounts {
  /// What is said.
  struct Phrase {
    /// Folded.
    var words: [String]
    /// As it is written most often.
    var text: String
    /// In how many passages of the sample.
    var passages: Int
  }

  private(set) var phrases: [Phrase] = []
  /// How many passages of the index stand behind one of the sample.
  private(set) var scale = 1.0

  private static let maximumPassages = 2_500
  private static let maximumBytes = 6_000_000
  private static let maximumWords = 4
  private static let maximumPhrases = 40_000
  /// Forms that are looked at of each phrase.
  private static let maximumForms = 6

  /// A word of the sample.
  private struct Word {
    var number: UInt32
    var start: Int
    var end: Int
    var isStopWord: Bool
    /// Whether punctuation, or the beginning of the passage, is before it.
    var isFirst: Bool
  }

  private struct Tally {
    var passages: UInt32 = 0
    var last: UInt32 = .max
    var phrase: Int32 = -1
  }

  /// - Throws: `XapianError`, `DecodingError`.
  init(_ reader: borrowing Reader, _ analyzer: Analyzer) throws {
    let all = try reader.documents(withTerm: "")
    let step = max(1, (all.count + PhraseCounts.maximumPassages - 1) / PhraseCounts.maximumPassages)
    let documents = stride(from: 0, to: all.count, by: step).map { all[$0] }
    var surfaces: [String] = []
    var passages: [(units: [UInt16], words: [Word])] = []
    try PhraseCounts.read(documents, reader, analyzer, &surfaces, &passages)
    guard !passages.isEmpty else { return }
    scale = Double(all.count) / Double(passages.count)

    var tallies: [UInt64: Tally] = [:]
    for (passage, read) in passages.enumerated() {
      PhraseCounts.forEachPhrase(read.words) { hash, _ in
        let known = tallies[hash, default: Tally()]
        if known.last != UInt32(passage) {
          tallies[hash] = Tally(passages: known.passages + 1, last: UInt32(passage))
        }
      }
    }
    let least = passages.count < 1000 ? 2 : 3
    let counts = tallies.values.map(\.passages).filter { $0 >= least }.sorted(by: >)
    guard !counts.isEmpty else { return }
    let threshold = max(UInt32(least), counts[min(counts.count, PhraseCounts.maximumPhrases) - 1])

    var forms: [WrittenForms.Counts] = []
    var seen: [Int] = []
    for read in passages {
      PhraseCounts.forEachPhrase(read.words) { hash, range in
        guard var tally = tallies[hash], tally.passages >= threshold else { return }
        if tally.phrase < 0 {
          guard phrases.count < PhraseCounts.maximumPhrases else { return }
          tally.phrase = Int32(phrases.count)
          tallies[hash] = tally
          phrases.append(
            Phrase(words: read.words[range].map { surfaces[Int($0.number)] }, text: "", passages: Int(tally.passages)))
          forms.append(WrittenForms.Counts())
          seen.append(0)
        }
        let phrase = Int(tally.phrase)
        guard seen[phrase] < PhraseCounts.maximumForms else { return }
        seen[phrase] += 1
        let place = read.words[range.lowerBound].start..<read.words[range.upperBound - 1].end
        forms[phrase].add(
          String(decoding: read.units[place], as: UTF16.self),
          isFirst: WrittenForms.isFirst(place.lowerBound, read.units))
      }
    }
    for phrase in phrases.indices {
      phrases[phrase].text = forms[phrase].best ?? phrases[phrase].words.joined(separator: " ")
    }
  }

  private static func read(
    _ documents: [UInt32], _ reader: borrowing Reader, _ analyzer: Analyzer, _ surfaces: inout [String],
    _ passages: inout [(units: [UInt16], words: [Word])]
  ) throws {
    var numbers: [String: UInt32] = [:]
    var tokens: [Token] = []
    var bytes = 0
    let data = try reader.data(of: documents)
    // Spread evenly even when the bytes run out: every eighth first, then the others.
    for index in (0..<8).flatMap({ stride(from: $0, to: data.count, by: 8) }) {
      let text = try StoredJSON.decode(WrittenForms.PassageText.self, from: data[index]).text
      bytes += text.utf8.count
      if bytes > maximumBytes { break }
      analyzer.analyze(text, into: &tokens)
      let units = Array(text.utf16)
      var words: [Word] = []
      words.reserveCapacity(tokens.count)
      for token in tokens where token.takesPosition {
        let surface = analyzer.vocabulary.surface(of: token.word)
        let number = numbers[surface] ?? UInt32(surfaces.count)
        if number == surfaces.count {
          numbers[surface] = number
          surfaces.append(surface)
        }
        let before = words.last?.end ?? 0
        let isFirst = words.isEmpty || before > token.start || !units[before..<token.start].allSatisfy(isJoining)
        words.append(
          Word(
            number: number, start: token.start, end: token.end,
            isStopWord: token.form == .symbol || token.form == .number || analyzer.vocabulary.isStopWord(token)
              || surface.utf8.count < 2 || surface.utf8.first.map { $0 < 0x61 } ?? true,
            isFirst: isFirst))
      }
      passages.append((units, words))
    }
  }

  /// Space, hyphens, apostrophes.
  private static func isJoining(_ unit: UInt16) -> Bool {
    unit == 0x20 || unit == 0xA0 || unit == 0x2D || unit == 0x2011 || unit == 0x27 || unit == 0x2019
  }

  private static func forEachPhrase(_ words: [Word], _ body: (UInt64, Range<Int>) -> Void) {
    for start in words.indices where !words[start].isStopWord {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for end in start..<min(start + maximumWords, words.count) {
        if end > start, words[end].isFirst { break }
        hash = (hash ^ UInt64(words[end].number)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        if !words[end].isStopWord { body(hash, start..<end + 1) }
      }
    }
  }
}
