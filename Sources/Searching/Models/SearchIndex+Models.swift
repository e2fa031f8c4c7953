import Analysis
import Foundation
import Schema
import Xapian

/// A word that models are asked for: the terms that stand for it, how much each does, and its weight.
struct ModelWord {
  var terms: [(term: String, weight: Double)]
  var weight: Double
}

extension SearchIndex {
  /// The words of a query by their stems and what the lexicon knows of these, without stop words.
  func stemWords(_ words: [QueryWord]) throws -> [ModelWord] {
    zip(words, try expander().expand(words)).map { word, terms in
      ModelWord(terms: terms.all.map { ($0.term, $0.weight) }, weight: log1p(Double(word.count)))
    }
  }

  /// The words of a text as they are said. How somebody speaks shows in stop words, what about in the others: of these
  /// the most informative, of those all where the text is long or says nothing else.
  func spokenWords(_ text: String) throws -> [ModelWord] {
    var counts: [WordID: Int] = [:]
    var order: [WordID] = []
    for token in analyzer.tokens(of: QueryParser.bounded(text)) where token.takesPosition {
      if counts[token.word] == nil { order.append(token.word) }
      counts[token.word, default: 0] += 1
    }
    let vocabulary = analyzer.vocabulary
    let passages = Double(try reader.handle.documentCount)
    var stops: [ModelWord] = []
    var others: [(word: ModelWord, worth: Double)] = []
    for word in order {
      let term = vocabulary.surface(of: word)
      let asked = ModelWord(terms: [(term, 1)], weight: log1p(Double(counts[word] ?? 1)))
      if vocabulary.isStopWord(word, in: nil) {
        stops.append(asked)
      } else {
        let frequency = Double(try frequency(ofTerm: term))
        if frequency > 0 { others.append((asked, asked.weight * log((passages + 1) / (frequency + 0.5)))) }
      }
    }
    others.sort { ($0.worth, $1.word.terms[0].term) > ($1.worth, $0.word.terms[0].term) }
    let isLong = others.count > parameters.wordsWithoutStopWords
    return others.prefix(parameters.spokenWords).map(\.word) + (isLong || others.isEmpty ? stops : [])
  }

  /// c(t, g) of the words, with their weights.
  func counted(_ words: [ModelWord], by groups: GroupCounts) throws -> [GroupModel.Word] {
    let rows = try groups.rows(of: words.map(\.terms), reader.handle)
    return zip(rows, words).map { GroupModel.Word(counts: $0, weight: $1.weight) }
  }

  /// Debates as models of stems.
  func debateModel(_ columns: Columns, background: Double) -> GroupModel {
    GroupModel(
      lengths: columns.debateWords, share: parameters.stemShare,
      smoothing: .init(prior: parameters.modelPrior, background: background))
  }

  /// The debates that say the words of a query, best first, those that are not of its language discounted.
  func modelledDebates(
    _ counted: [GroupModel.Word], _ words: [QueryWord], _ columns: Columns
  ) -> [(group: Int, score: Double)] {
    let best = debateModel(columns, background: parameters.modelBackground).best(of: counted)
    let weights = languageWeights(of: words, columns)
    return GroupModel.sorted(best.map { (group: $0.group, score: $0.score * weights[$0.group]) })
  }

  /// By ordinal: what a debate counts for who asks in the language of these words.
  func languageWeights(of words: [QueryWord], _ columns: Columns) -> [Double] {
    let language = SearchIndex.language(of: words)?.rawValue
    let weights = (0..<columns.languages.values.count).map { ordinal in
      let isOther = ordinal > 0 && language != nil && columns.languages.values.string(at: ordinal) != language
      return isOther ? parameters.otherLanguageWeight : 1
    }
    return columns.debateLanguages.map { weights[Int($0)] }
  }
}
