import Analysis
import Foundation
import Lexicon
import Schema
import Xapian

/// The stems that tell a debate from others, with their weights.
struct KeyTerms {
  /// A stem, with all terms under which either language has it.
  struct Term {
    var stem: String
    var terms: [String]
    /// Terms of the other language that translate it, and how much each stands for it.
    var translations: [(term: String, weight: Double)] = []
    var weight: Double
    /// As the debate writes it; its stem where that is not known.
    var written: String

    init(stem: String, terms: [String], weight: Double, written: String? = nil) {
      self.stem = stem
      self.terms = terms
      self.weight = weight
      self.written = written ?? stem
    }
  }

  /// The weightiest first.
  private(set) var terms: [Term]

  /// The words of a debate's passages and those of its title, each kind weighing its share.
  init(body: [Term], title: [Term], limit: Int, titleShare: Double) {
    let body = KeyTerms.normalised(body.sorted { ($0.weight, $1.stem) > ($1.weight, $0.stem) }.prefix(limit))
    let title = KeyTerms.normalised(title[...])
    let share = title.isEmpty ? 0 : body.isEmpty ? 1 : titleShare
    var places: [String: Int] = [:]
    terms = []
    for (kind, weight) in [(body, 1 - share), (title, share)] {
      for var term in kind {
        term.weight *= weight
        if let place = places[term.stem] {
          terms[place].weight += term.weight
        } else {
          places[term.stem] = terms.count
          terms.append(term)
        }
      }
    }
    terms.sort { ($0.weight, $1.stem) > ($1.weight, $0.stem) }
  }

  private static func normalised(_ terms: ArraySlice<Term>) -> [Term] {
    let total = terms.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return [] }
    return terms.map { term in
      var term = term
      term.weight /= total
      return term
    }
  }

  /// Takes translations, by what translates a stem.
  mutating func translate(_ translations: (String) throws -> [(term: String, weight: Double)]) rethrows {
    for place in terms.indices {
      let known = Set(terms[place].terms)
      terms[place].translations = try translations(terms[place].stem).filter { !known.contains($0.term) }
    }
  }

  /// Takes the words as they are written, by stem.
  mutating func write(_ written: [String: String]) {
    for place in terms.indices {
      if let word = written[terms[place].stem] { terms[place].written = word }
    }
  }

  /// The weightiest as a query, each as heavy as it is here.
  func query(limit: Int) -> Query {
    let greatest = terms.first?.weight ?? 1
    return .or(
      terms.prefix(limit).map { term in
        let asked = term.terms + term.translations.map(\.term)
        let stems: Query = asked.count == 1 ? .term(asked[0]) : .synonym(asked.map { .term($0) })
        return .scaled(stems, by: term.weight / greatest)
      })
  }

  /// What models are asked.
  var modelWords: [ModelWord] {
    terms.map { ModelWord(terms: $0.terms.map { ($0, 1) } + $0.translations, weight: $0.weight) }
  }
}

extension SearchIndex {
  /// The key terms of a debate of the index.
  func keyTerms(of documents: [UInt32], title: String) throws -> KeyTerms {
    let prefixes = TermPrefix.frenchStem.rawValue + TermPrefix.englishStem.rawValue
    let found = try reader.handle.vocabulary(of: documents, prefixes: prefixes)
    var stems: [String: (count: Double, terms: [String], frequency: Double)] = [:]
    for index in 0..<found.terms.count {
      let term = found.terms.string(at: index)
      let frequency = try self.frequency(ofTerm: term)
      // Of one document only, the debate's own: it connects with nothing.
      guard frequency > 1 else { continue }
      let stem: String
      if let first = term.first, prefixes.contains(first) {
        stem = String(term.dropFirst())
      } else if isOwnStem(term) {
        stem = term
      } else {
        continue
      }
      stems[stem, default: (0, [], 0)].count += Double(found.occurrences[index])
      stems[stem]?.terms.append(term)
      stems[stem]?.frequency += Double(frequency)
    }
    let passages = Double(try reader.handle.documentCount)
    let body = stems.map { stem, seen in
      KeyTerms.Term(
        stem: stem, terms: seen.terms,
        weight: log1p(seen.count) * inverseFrequency(of: stem, seen.frequency, passages))
    }
    var terms = KeyTerms(
      body: body, title: try keyTerms(of: title), limit: parameters.keyTerms, titleShare: parameters.keyTitleShare)
    try terms.translate(expander().translations)
    terms.write(try writtenWords(documents, title: title))
    return terms
  }

  /// For each stem of some passages, the word that has it most often, in lower case.
  private func writtenWords(_ documents: [UInt32], title: String) throws -> [String: String] {
    let data = try reader.handle.data(of: Array(documents.prefix(SearchIndex.maximumPassagesRead)))
    let texts = try (0..<data.count).map { try StoredJSON.decode(StoredPassage.self, from: data[$0]).text }
    var counts: [String: [String: Int]] = [:]
    for text in texts + [title] {
      let units = Array(text.utf16)
      for token in analyzer.tokens(of: text) where token.takesPosition {
        let word = String(decoding: units[token.start..<token.end], as: UTF16.self).lowercased()
        for language in token.language.map({ [$0] }) ?? Language.allCases {
          let stem = analyzer.vocabulary.surface(of: analyzer.vocabulary.stem(of: token.word, in: language))
          counts[stem, default: [:]][word, default: 0] += 1
        }
      }
    }
    return counts.compactMapValues { words in words.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }

  private static let maximumPassagesRead = 64

  /// The words of a text as key terms.
  func keyTerms(of text: String) throws -> [KeyTerms.Term] {
    let passages = Double(try reader.handle.documentCount)
    return try parse(text).words.compactMap { word in
      let terms = try QueryCompiler.terms(of: word).filter { try frequency(ofTerm: $0) > 0 }
      guard !terms.isEmpty, !word.isStopWord else { return nil }
      let most = try terms.map { try self.frequency(ofTerm: $0) }.max() ?? 0
      return KeyTerms.Term(
        stem: word.frenchStem, terms: terms,
        weight: log1p(Double(word.count)) * inverseFrequency(of: word.frenchStem, Double(most), passages),
        written: word.surface)
    }
  }

  /// How rare a stem is, here and in debates of any kind (see `RankingParameters.backgroundPassages`).
  private func inverseFrequency(of stem: String, _ frequency: Double, _ passages: Double) -> Double {
    let prior = parameters.backgroundPassages
    let share = Lexicon.Side.allCases.map { Lexicon.share(of: stem, in: $0) }.max() ?? 0
    return SearchIndex.inverseFrequency(frequency + prior * share, of: passages + prior)
  }

  /// Robertson and Spärck Jones's weight of a term, never below 0.
  static func inverseFrequency(_ frequency: Double, of passages: Double) -> Double {
    log1p(max(0, passages - frequency + 0.5) / (frequency + 0.5))
  }

  /// Whether a surface in the index stands for a stem too.
  func isOwnStem(_ surface: String) -> Bool { Language.allCases.contains { analyzer.isOwnStem(surface, in: $0) } }
}
