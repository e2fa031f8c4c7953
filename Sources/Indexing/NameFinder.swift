import Analysis
import Debates

/// Finds the people of a debate where its passages name them, by all words of their name in order.
///
/// A name of one word is looked for as a mention only (`@SmartNomad`): alone, it may be any word.
struct NameFinder {
  private struct Name {
    let person: Person
    let words: [String]
  }

  private let names: [Name]

  /// - Parameter debate: whose announced people are looked for; not those who comment, of whom a new one would change
  ///   every passage.
  init(_ debate: Debate, with analyzer: Analyzer) {
    names = debate.announced.compactMap { person in
      let tokens = analyzer.tokens(of: person.name).filter(\.takesPosition)
      let words = tokens.map { analyzer.vocabulary.surface(of: $0.word) }
      switch words.count {
      case 0: return nil
      case 1: return Name(person: person, words: ["@" + words[0]])
      default: return Name(person: person, words: words)
      }
    }
  }

  /// Those whom a text names, in the order in which the debate announces them.
  func people(in tokens: [Token], _ vocabulary: Vocabulary) -> [Person] {
    guard !names.isEmpty else { return [] }
    var wanted: [WordID: [(name: Int, words: [WordID])]] = [:]
    for (index, name) in names.enumerated() {
      let words = name.words.compactMap { vocabulary.word($0) }
      // A word that the vocabulary has not is not in the text.
      if words.count == name.words.count { wanted[words[0], default: []].append((index, words)) }
    }
    guard !wanted.isEmpty else { return [] }
    let words = tokens.filter { $0.takesPosition || $0.form == .mention }
    var found: Set<Int> = []
    for (place, token) in words.enumerated() {
      for (name, sequence) in wanted[token.word] ?? [] where !found.contains(name) {
        if words[place...].prefix(sequence.count).map(\.word) == sequence { found.insert(name) }
      }
    }
    return found.sorted().map { names[$0].person }
  }
}
