import Analysis
import Debates
import Foundation
import Schema
import Xapian

extension CompletionTable {
  /// What is read of a stored debate.
  private struct Titled: Decodable {
    var id: String
    var title: String
    var date: String?
    var passages: Int
  }

  /// More titles than this are not offered: the newest are.
  private static let maximumTitles = 100_000

  /// Reads everything that can be offered of an open index.
  /// - Throws: `XapianError`, `DecodingError`.
  init(_ index: SearchIndex) throws {
    var texts = try CompletionTable.titles(index)
    let columns = try index.columns()
    let analyzer = index.analyzer
    func words(_ text: String) -> [String] { analyzer.surfaces(of: text) }
    for person in columns.people.entries.dropFirst() where person.passages > 0 || !person.debates.isEmpty {
      let weight = log1p(Float(person.passages)) + log1p(Float(person.debates.count))
      let entry = Entry(
        text: person.person.name, kind: .speaker, id: person.person.id, count: person.passages, weight: weight)
      texts.append((entry, words(person.person.name)))
    }
    for expertise in columns.expertises.entries {
      let entry = Entry(
        text: expertise.name, kind: .expertise, id: nil, count: expertise.debates, weight: Float(expertise.debates))
      texts.append((entry, words(expertise.name)))
    }
    let counts = try PhraseCounts(index.reader.handle, analyzer)
    for phrase in counts.phrases {
      let passages = Double(phrase.passages) * counts.scale
      let weight = Float(passages) * CompletionTable.wordsWorth[phrase.words.count - 1]
      let entry = Entry(text: phrase.text, kind: .phrase, id: nil, count: Int(passages.rounded()), weight: weight)
      texts.append((entry, phrase.words))
    }
    self.init(texts.filter { !$0.words.isEmpty }) { word in
      analyzer.vocabulary.word(word).map { analyzer.vocabulary.isStopWord($0, in: nil) } ?? false
    }
  }

  /// Longer phrases are rarer, and say more.
  private static let wordsWorth: [Float] = [1, 3, 6, 8]

  /// Each title once, of the newest debate that has it.
  private static func titles(_ index: SearchIndex) throws -> [(entry: Entry, words: [String])] {
    var debates: [Titled] = []
    for state in index.states {
      for key in try state.handle.metadataKeys(prefix: StateKey.debates) {
        guard let json = try state.handle.metadata(key) else { continue }
        let debate = try StoredJSON.decode(Titled.self, from: json)
        if !debate.title.isEmpty { debates.append(debate) }
      }
    }
    debates.sort { ($1.date ?? "", $0.id) < ($0.date ?? "", $1.id) }
    var places: [[String]: Int] = [:]
    var texts: [(entry: Entry, words: [String])] = []
    for (place, debate) in debates.prefix(maximumTitles).enumerated() {
      let words = index.analyzer.surfaces(of: debate.title)
      if places[words] != nil { continue }
      places[words] = texts.count
      let recency = 1 - Float(place) / Float(debates.count)
      let weight = 2 * recency + log1p(Float(debate.passages))
      texts.append(
        (Entry(text: debate.title, kind: .title, id: debate.id, count: debate.passages, weight: weight), words))
    }
    return texts
  }
}
