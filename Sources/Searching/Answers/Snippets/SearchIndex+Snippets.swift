import Analysis
import Foundation
import Schema
import Xapian

extension SearchIndex {
  /// What an answer would show of a text: for whoever measures or reads it, no passage of the index need have it.
  /// - Throws: `IndexError`.
  public func excerpt(of text: String, for query: String) throws -> Excerpt {
    try inOneRevision {
      let choice = try snippets(for: parse(query)).choose(in: text)
      return Excerpt(windows: choice.windows, highlights: choice.highlights)
    }
  }

  /// What chooses and marks the windows that show why passages were found: the words of the query, each worth its
  /// inverse document frequency.
  func snippets(for tree: QueryTree, deadline: Deadline = Deadline(after: nil)) throws -> Snippet {
    let passages = Double(try reader.handle.documentCount)
    let compiler = try compiler()
    var sought = SoughtWords()
    let asked = try compiler.informative(tree.words)
    for (word, known) in zip(asked, try snippetExpander().expand(asked)) {
      let ordinal = sought.nextWord()
      let own = known.own.map(\.frequency).max() ?? 0
      let worth = SearchIndex.worth(own, of: passages)
      for (prefix, stem) in QueryCompiler.stems(of: word) + [(.surface, word.surface)] {
        sought.add(prefix, stem, .init(word: ordinal, worth: worth, isAsked: true))
      }
      for term in known.own {
        let (prefix, rest) = TermPrefix.ofStem(term.term)
        sought.add(prefix, rest, .init(word: ordinal, worth: worth, isAsked: true))
      }
      for spelling in word.synonyms where spelling.count > 1 {
        let sign = SoughtWords.Sign(word: ordinal, worth: worth, isAsked: true)
        sought.add(.init(words: spelling, window: nil, signs: spelling.map { _ in sign }))
      }
      for term in known.translations + known.neighbours {
        let (prefix, rest) = TermPrefix.ofStem(term.term)
        sought.add(prefix, rest, .init(word: ordinal, worth: worth * term.weight, isAsked: false))
      }
    }
    for (words, window) in tree.groups {
      let signs = try words.map {
        SoughtWords.Sign(
          word: sought.nextWord(), worth: try SearchIndex.worth(Double(frequency(ofTerm: $0)), of: passages),
          isAsked: true)
      }
      sought.add(.init(words: words, window: window, signs: signs))
    }
    for letters in tree.prefixes {
      sought.add(
        beginning: letters, .init(word: sought.nextWord(), worth: SearchIndex.worth(0, of: passages), isAsked: true))
    }
    return Snippet(analyzer: analyzer, sought: sought, deadline: deadline)
  }

  /// What finds words finds their neighbours with reserve; within a passage that was found, they tell as much as the
  /// lexicon says.
  private func snippetExpander() throws -> WordExpander {
    var parameters = parameters
    parameters.neighbourWeight = SearchIndex.snippetNeighbourWeight
    let expander = try expander()
    return WordExpander(
      parameters: parameters, analyzer: analyzer, languages: expander.languages, frequency: expander.frequency)
  }

  private static let snippetNeighbourWeight = 1.0

  /// The same for the key terms of a debate or text.
  func snippets(for terms: KeyTerms) -> Snippet {
    var sought = SoughtWords()
    for term in terms.terms.prefix(parameters.keyTermsAsked) {
      let word = sought.nextWord()
      for prefix in [TermPrefix.surface, .frenchStem, .englishStem] {
        sought.add(prefix, term.stem, .init(word: word, worth: term.weight, isAsked: true))
      }
      for translation in term.translations {
        let (prefix, rest) = TermPrefix.ofStem(translation.term)
        sought.add(prefix, rest, .init(word: word, worth: term.weight * translation.weight, isAsked: false))
      }
    }
    return Snippet(analyzer: analyzer, sought: sought)
  }

  private static func worth(_ frequency: Double, of passages: Double) -> Double {
    max(0.1, log((passages + 1) / (frequency + 0.5)))
  }
}

extension TermPrefix {
  /// A term of a word apart from its prefix.
  fileprivate static func ofStem(_ term: String) -> (prefix: TermPrefix, rest: String) {
    for prefix in [TermPrefix.frenchStem, .englishStem] where term.hasPrefix(prefix.rawValue) {
      return (prefix, String(term.dropFirst(prefix.rawValue.count)))
    }
    return (.surface, term)
  }
}

extension QueryTree {
  /// The words that the tree asks to stand together, with the window of those that may stand in any order.
  fileprivate var groups: [(words: [String], window: Int?)] {
    switch self {
    case .phrase(let words): [(words, nil)]
    case .near(let words, let window): [(words, window)]
    case .field(.title(let tree)): tree.groups
    case .all(let trees), .any(let trees): trees.flatMap(\.groups)
    case .raised(let tree, let words): tree.groups + words.groups
    case .words, .prefix, .field, .not, .everything: []
    }
  }
}
