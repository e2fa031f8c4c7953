import Analysis
import Debates
import Foundation
import Schema
import Xapian

/// The names of an index's people, by their words.
struct KnownNames {
  /// A name under one spelling.
  struct Name {
    /// As it is written.
    var written: String
    /// Its folded words, in order.
    var words: [String]
    /// How many passages have to do with whom it names.
    var passages: UInt32
  }

  private(set) var names: [Name] = []
  /// By a word of letters: the names that have it, and in how many passages they are together.
  private(set) var byWord: [String: [Int]] = [:]

  /// More names than an index may have people whose words are worth keeping.
  private static let maximumNames = 100_000

  /// - Throws: `XapianError`.
  init(_ reader: borrowing Reader, _ analyzer: Analyzer) throws {
    let column = try reader.column(slot: Slot.people.rawValue)
    var passages = [UInt32](repeating: 0, count: column.values.count)
    for ordinal in column.ordinals { passages[Int(ordinal)] += 1 }
    var counts: [String: UInt32] = [:]
    for value in 1..<max(1, column.values.count) {
      for (_, person) in PeopleColumn.people(column.values[value]) {
        counts[KnownNames.alone(person.name), default: 0] += passages[value]
      }
    }
    let known = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(KnownNames.maximumNames)
    var tokens: [Token] = []
    for (name, count) in known {
      analyzer.analyze(name, into: &tokens)
      let words = tokens.filter(\.takesPosition).map { analyzer.vocabulary.surface(of: $0.word) }
      guard !words.isEmpty else { continue }
      for word in Set(words) { byWord[word, default: []].append(names.count) }
      names.append(Name(written: name, words: words, passages: count))
    }
  }

  /// A name without what sources write behind it: the party in parentheses, punctuation.
  private static func alone(_ name: String) -> String {
    let parenthesis = name.dropFirst().firstIndex(of: "(") ?? name.endIndex
    return String(name[..<parenthesis]).trimmingCharacters(in: .whitespaces.union(CharacterSet(charactersIn: ",;:")))
  }

  /// In how many passages the names that have a word are, together.
  var frequencies: [String: UInt32] {
    byWord.mapValues { $0.reduce(0) { $0 &+ names[$1].passages } }
  }

  /// Whether one name has both words.
  func join(_ one: String, _ other: String) -> Bool {
    guard let first = byWord[one], let second = byWord[other] else { return false }
    let (fewer, others) = first.count < second.count ? (first, other) : (second, one)
    return fewer.contains { names[$0].words.contains(others) }
  }

  /// A word as the most frequent name that has it writes it; nil for one that is in no name.
  func form(of word: String) -> String? {
    guard let name = byWord[word]?.first.map({ names[$0] }) else { return nil }
    return name.written.split { !$0.isLetter }.map(String.init).first { FoldedKey.of($0) == word }
  }

  /// The most frequent name that is exactly these words.
  func name(of words: [String]) -> Name? {
    guard let first = words.first, let having = byWord[first] else { return nil }
    return having.lazy.map { names[$0] }.first { $0.words == words }
  }
}
